import { beforeValidateTraverseFields, type JsonObject, type PayloadRequest } from 'payload'
import { type AnyRow, TABLES, type TableName } from '#domain/records/snapshot'
import { giveReference } from '../caseForm/giveReference.ts'
import { checkPublication } from '../hooks/checkPublication.ts'
import { readMainRow } from '../hooks/mainRow.ts'
import { stampDecisions } from '../hooks/privateDecisions.ts'
import type { FieldFault } from '../hooks/refuse.ts'
import type { MainRow } from '../hooks/writeContext.ts'
import { keepMerger, keepSuccession } from '../mergers/keepSuccession.ts'
import { holdNote, publishNote } from '../notes/noteOfRecord.ts'
import { assemble } from '../snapshot/assemble.ts'
import { namedKeys } from '../snapshot/namedKeys.ts'

type Doc = Record<string, unknown>

/** What a record would be in public, were it published now as somebody has it before him. */
export type AsPublic = {
  /** Its public row; null where it cannot be one as it stands. */
  row: AnyRow | null
  /** Its public fields, whether they make a row or not. */
  candidate: Doc
  /** Its values as they would be kept. */
  kept: Doc
  /** What is public of it now; null where nothing is. */
  standing: AnyRow | null
  /** Why it could not be published, each with the field of the form at which it is mended. */
  faults: FieldFault[]
}

/**
 * What publishing a record as it stands in a form would make public: by the newsroom's own hooks and the allow-list, and
 * without writing anything.
 * @param id undefined for a record that was never saved
 * @param given the values of the form
 */
export async function asPublic(
  req: PayloadRequest,
  table: TableName,
  id: number | string | undefined,
  given: Doc,
): Promise<AsPublic> {
  const before =
    id === undefined ? undefined : ((await readMainRow(req, table, { id: { equals: id } })) ?? undefined)
  const data = await asSaved(req, table, before, given)
  // The key stays once it was public.
  if (before?.row.publishedOn) data[TABLES[table].key] = before.key
  if (table === 'cases') await giveReference(req, data)
  const decisions = stampDecisions(req, data, before?.row)
  publishNote(data, before)
  await keepMerger(req, table, data, before)
  keepSuccession(table, data, before)
  const faults: FieldFault[] = []
  const row = await hearing(faults, () => checkPublication(req, table, data, before, decisions))
  if (row) await hearing(faults, () => holdNote(req, table, { data, before, row }))
  const made = assemble(table, data, await namedKeys(req.payload, table, [data], req))
  const stood = before?.published
    ? assemble(table, before.row, await namedKeys(req.payload, table, [before.row], req)).row
    : null
  return { row: made.row, candidate: made.candidate as Doc, kept: data, standing: stood, faults }
}

/** The values as a save would keep them: cleaned by the fields' own hooks, without what the person may not write. */
async function asSaved(
  req: PayloadRequest,
  table: TableName,
  before: MainRow | undefined,
  given: Doc,
): Promise<Doc> {
  const collection = req.payload.collections[table].config
  const doc = (before?.row ?? {}) as JsonObject
  const data = structuredClone(given) as JsonObject
  await beforeValidateTraverseFields({
    ...(before ? { id: before.id } : {}),
    collection,
    context: req.context,
    data,
    doc,
    docForHooks: doc,
    fields: collection.fields,
    global: null,
    operation: before ? 'update' : 'create',
    overrideAccess: false,
    parentIndexPath: '',
    parentIsLocalized: false,
    parentPath: '',
    parentSchemaPath: '',
    req,
    siblingData: data,
    siblingDoc: doc,
  })
  return { ...doc, ...data }
}

type Refusal = { message: string; data?: { errors?: FieldFault[] } }

/** Does something that may refuse; what it says is heard and thrown no further. */
async function hearing<T>(faults: FieldFault[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if ((error as { status?: unknown }).status === undefined) throw error
    const { message, data } = error as Refusal
    faults.push(...(data?.errors ?? [{ path: 'changeNote', message: beforeSaving(message) }]))
    return null
  }
}

/** A refusal of a save, said to who has not saved. */
const beforeSaving = (message: string) => message.replace('，没有保存', '')
