import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import type { ActKind } from '#domain/vocabulary'
import { keptArea } from '../snapshot/placesOfResidents.ts'
import { tellCasesOfSmallPlaces } from './casesOfSmallPlaces.ts'
import { readMainRow, takeMainRowBefore } from './mainRow.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { type MainRow, writeContext } from './writeContext.ts'

type Doc = Record<string, unknown> & { id?: number | string }

/**
 * After a public record is written: where what is public changed, a row for the publisher and the act. Both follow from
 * the record's main row before and after the write, never from the answer, whose shape is the caller's.
 */
export function afterSaving(table: TableName): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, data, req }) => {
    if (writeContext(req.context).loading) return doc
    const after = await writtenRow(req, table, [previousDoc, doc, data] as Doc[])
    const before = takeMainRowBefore(req, table, after.id)
    const act = actOf(before, after)
    // A place that is not public itself decides where cases in it are said to be, too.
    if (table === 'areas')
      await tellCasesOfSmallPlaces(req, before ? { area: keptArea(before.row as never) } : {})
    if (!act) return doc
    await tellPublisher(req, table, after.key, 'change')
    await recordAct(req, table, after.key, act)
    return doc
  }
}

async function writtenRow(req: PayloadRequest, table: TableName, given: readonly Doc[]): Promise<MainRow> {
  const { key } = TABLES[table]
  const id = given.find((doc) => doc?.id !== undefined && doc.id !== null)?.id
  const where = id === undefined ? { [key]: { equals: given.at(-1)?.[key] } } : { id: { equals: id } }
  const row = await readMainRow(req, table, where)
  if (!row) throw new Error(`${table} ${id} is not there after it was written`)
  return row
}

function actOf(before: MainRow | undefined, after: MainRow): ActKind | null {
  if (!after.published) return before?.published ? 'unpublish' : null
  if (!before?.published) return 'publish'
  return JSON.stringify(before.row) === JSON.stringify(after.row) ? null : 'correct'
}
