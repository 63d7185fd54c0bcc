import type { Payload } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { FOUND_TABLES, type FoundTable, IMPORT_TABLES, type ImportTable } from '#domain/imports/importTables'
import type { ImportedRow, ImportWorld, KnownState } from '#domain/imports/importWorld'
import type { Mapping } from '#domain/imports/mapping'
import type { NamedRecord } from '#domain/imports/nameFinder'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { notInBin } from '../bin/notInBin.ts'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { rowFaults } from '../snapshot/rowFaults.ts'
import { currentRows } from './currentRows.ts'
import { readOwnRecords, type SaidRecord } from './readOwnRecords.ts'

type Doc = Record<string, unknown>
/** What records are called beside their key. */
const NAMES: Record<FoundTable, readonly string[]> = {
  areas: ['name'],
  departments: ['name', 'shortName', 'fullName', 'formerNames', 'otherNames'],
  duties: ['title'],
}

/**
 * Reads what planning an import must know of the newsroom.
 * @param said keys that the file itself names as those of its rows
 * @param ownSaid the rows of a workbook that the newsroom made
 */
export async function readWorld(
  payload: Payload,
  mapping: Mapping,
  said: readonly string[],
  ownSaid?: readonly SaidRecord[],
): Promise<ImportWorld> {
  const states = new Map<string, KnownState>()
  const keys = {} as Record<ImportTable, string[]>
  for (const table of [...IMPORT_TABLES, 'sources'] as const) {
    const found = await keysOf(payload, table, states)
    if (table !== 'sources') keys[table] = [...found, ...(await givenAway(payload, table))]
  }
  const named = {} as Record<FoundTable, NamedRecord[]>
  for (const table of FOUND_TABLES) named[table] = await namedRecords(payload, table)
  // Rows of the newsroom's own workbook are known by their keys: none is a source's.
  const imported = ownSaid ? new Map<string, ImportedRow>() : await importedBefore(payload, mapping)
  const about = new Set([...said, ...[...imported.values()].map(({ key }) => key)])
  const isSmall = mapping.table !== 'cases' && mapping.table !== 'notices'
  const { rows: current, drafts } = await currentRows(
    payload,
    mapping.table,
    isSmall ? keys[mapping.table] : [...about],
  )
  return {
    today: shanghaiDay(Date.now()),
    named,
    keys,
    imported,
    current,
    waiting: new Set([...drafts].filter((key) => states.get(`${mapping.table}:${key}`) === 'public')),
    ...(ownSaid ? { own: await readOwnRecords(payload, mapping.table, ownSaid) } : {}),
    state: (table, key) => states.get(`${table}:${key}`),
    check: (table, record) => checked(table, record),
  }
}

/** What a release would say against a record, as if it were published today. */
function checked(table: ImportTable, record: Record<string, unknown>): { field: string; reason: string }[] {
  const today = shanghaiDay(Date.now())
  const candidate = {
    ...record,
    publishedOn: record.publishedOn ?? today,
    changedOn: record.changedOn ?? today,
  }
  const { schema } = TABLES[table]
  return rowFaults(table, schema.safeParse(candidate), candidate).map(({ field, reason }) => ({
    field,
    reason: issueInWords(schema, field, reason),
  }))
}

async function keysOf(
  payload: Payload,
  table: TableName,
  states: Map<string, KnownState>,
): Promise<string[]> {
  const { key } = TABLES[table]
  const { docs } = await payload.db.find({
    collection: table,
    select: { [key]: true, _status: true, deletedAt: true },
    limit: 0,
    pagination: false,
  })
  return (docs as Doc[]).map((doc) => {
    const own = String(doc[key])
    if (!doc.deletedAt) states.set(`${table}:${own}`, doc._status === 'published' ? 'public' : 'draft')
    return own
  })
}

/** Keys that were public once or that an earlier import gave away: they are never given to another matter. */
async function givenAway(payload: Payload, table: ImportTable): Promise<string[]> {
  const lists = await Promise.all(
    (['acts', 'imported-rows'] as const).map((collection) =>
      payload.db.find({
        collection,
        where: { recordType: { equals: table } },
        select: { reference: true },
        limit: 0,
        pagination: false,
      }),
    ),
  )
  return lists.flatMap(({ docs }) =>
    (docs as unknown as { reference: string }[]).map(({ reference }) => reference),
  )
}

/** What the records of a table are called. */
export async function namedRecords(payload: Payload, table: FoundTable): Promise<NamedRecord[]> {
  const { docs } = await payload.db.find({ collection: table, where: notInBin, limit: 0, pagination: false })
  return (docs as Doc[]).map((doc) => ({
    key: String(doc[TABLES[table].key]),
    names: NAMES[table].flatMap((name) => String(doc[name] ?? '').split('\n')).filter((name) => name !== ''),
  }))
}

async function importedBefore(payload: Payload, mapping: Mapping): Promise<Map<string, ImportedRow>> {
  const { docs } = await payload.db.find({
    collection: 'imported-rows',
    where: { and: [{ mapping: { equals: mapping.name } }, { recordType: { equals: mapping.table } }] },
    limit: 0,
    pagination: false,
  })
  return new Map(
    (docs as unknown as (ImportedRow & { sourceKey: string; reference: string })[]).map((doc) => [
      doc.sourceKey,
      { key: doc.reference, record: doc.record, hidden: doc.hidden, isUndone: doc.isUndone },
    ]),
  )
}
