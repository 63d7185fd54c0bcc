import type { Payload } from 'payload'
import { shanghaiDay } from '#domain/dates'
import {
  FOUND_TABLES,
  type FoundTable,
  IMPORT_TABLES,
  type ImportTable,
  type MadeTable,
} from '#domain/imports/importTables'
import type { ImportedRow, ImportWorld, KnownState } from '#domain/imports/importWorld'
import type { Mapping } from '#domain/imports/mapping'
import type { NamedRecord } from '#domain/imports/nameFinder'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import type { EarlierName } from '#domain/records/succession'
import { notInBin } from '../bin/notInBin.ts'
import { publicNeighbours } from '../publicNeighbours.ts'
import { allOf } from './allOf.ts'
import { currentRows } from './currentRows.ts'
import { readOwnRecords } from './readOwnRecords.ts'
import type { SaidOfRecords } from './saidOfRecords.ts'
import { type WorldFacts, worldOf } from './worldFacts.ts'

type Doc = Record<string, unknown>
/** What records are called beside their key. */
const NAMES: Record<FoundTable, readonly string[]> = {
  areas: ['name'],
  departments: ['name', 'shortName', 'fullName', 'formerNames', 'otherNames'],
  duties: ['title'],
}

/**
 * Reads what planning an import must know of the newsroom.
 * @param said what the file says of records that are there
 */
export async function readWorldFacts(
  payload: Payload,
  mapping: Mapping,
  said: SaidOfRecords,
): Promise<WorldFacts> {
  const states = new Map<string, KnownState>()
  const keys = {} as Record<ImportTable, string[]>
  let gone = new Set<string>()
  for (const table of [...IMPORT_TABLES, 'sources'] as const) {
    const there = new Set(await keysOf(payload, table, states))
    if (table === 'sources') continue
    const once = await referencesIn(payload, 'acts', table)
    if (table === mapping.table) gone = new Set([...once].filter((key) => !there.has(key)))
    const given = await referencesIn(payload, 'imported-rows', table)
    keys[table] = [...new Set([...there, ...once, ...given])]
  }
  const named = {} as Record<FoundTable, NamedRecord[]>
  for (const table of FOUND_TABLES) named[table] = await namedRecords(payload, table)
  // Rows of the newsroom's own workbook are known by their keys: none is a source's.
  const imported = said.own ? new Map<string, ImportedRow>() : await importedBefore(payload, mapping)
  const about = new Set([...said.keys, ...[...imported.values()].map(({ key }) => key)])
  const isSmall = mapping.table !== 'cases' && mapping.table !== 'notices'
  const {
    rows: current,
    drafts,
    decisions,
  } = await currentRows(payload, mapping.table, isSmall ? keys[mapping.table] : [...about])
  return {
    today: shanghaiDay(Date.now()),
    named,
    keys,
    gone,
    neighbours: {
      areas: await neighboursOf(payload, 'areas', mapping),
      departments: await neighboursOf(payload, 'departments', mapping),
    },
    imported,
    current,
    decisions,
    waiting: new Set([...drafts].filter((key) => states.get(`${mapping.table}:${key}`) === 'public')),
    ...(said.own ? { own: await readOwnRecords(payload, mapping.table, said.own) } : {}),
    states,
  }
}

/** The same as planning asks it. */
export async function readWorld(...asked: Parameters<typeof readWorldFacts>): Promise<ImportWorld> {
  return worldOf(await readWorldFacts(...asked))
}

async function keysOf(
  payload: Payload,
  table: TableName,
  states: Map<string, KnownState>,
): Promise<string[]> {
  const { key } = TABLES[table]
  return allOf(payload, table, {
    select: { [key]: true, _status: true, deletedAt: true },
    keep: (doc) => {
      const own = String(doc[key])
      const known = doc._status === 'published' ? 'public' : 'draft'
      states.set(`${table}:${own}`, doc.deletedAt ? 'in-bin' : known)
      return own
    },
  })
}

/** Keys that were public once, or that an earlier import gave away: they are never given to another matter. */
async function referencesIn(
  payload: Payload,
  collection: 'acts' | 'imported-rows',
  table: ImportTable,
): Promise<Set<string>> {
  const asked = { where: { recordType: { equals: table } }, select: { reference: true } } as const
  return new Set(await allOf(payload, collection, { ...asked, keep: ({ reference }) => String(reference) }))
}

/** What is public of what rows would stand beside; nothing where nothing is to be published. */
async function neighboursOf(
  payload: Payload,
  table: MadeTable,
  { publish }: Mapping,
): Promise<Row<MadeTable>[]> {
  return publish ? ((await publicNeighbours({ payload }, table)) as Row<MadeTable>[]) : []
}

/** What the records of a table are and were called. */
export async function namedRecords(payload: Payload, table: FoundTable): Promise<NamedRecord[]> {
  const { docs } = await payload.db.find({ collection: table, where: notInBin, limit: 0, pagination: false })
  return (docs as Doc[]).map((doc) => ({
    key: String(doc[TABLES[table].key]),
    names: [
      ...NAMES[table].flatMap((name) => String(doc[name] ?? '').split('\n')),
      ...((doc.earlierNames ?? []) as EarlierName[]).map(({ name }) => name),
    ].filter((name) => name !== ''),
    ...(doc.replacedBy ? { isMerged: true } : {}),
  }))
}

async function importedBefore(payload: Payload, mapping: Mapping): Promise<Map<string, ImportedRow>> {
  const before = new Map<string, ImportedRow>()
  await allOf(payload, 'imported-rows', {
    where: { and: [{ mapping: { equals: mapping.name } }, { recordType: { equals: mapping.table } }] },
    by: 'sourceKey',
    keep: (doc) => {
      const { sourceKey, reference, ...row } = doc as unknown as ImportedRow & {
        sourceKey: string
        reference: string
      }
      const { record, hidden, isUndone } = row
      before.set(sourceKey, { key: reference, record, hidden, isUndone })
    },
  })
  return before
}
