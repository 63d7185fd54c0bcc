import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import type { ImportTable } from '#domain/imports/importTables'
import type { OwnRecord, OwnState } from '#domain/imports/importWorld'
import { TABLES } from '#domain/records/snapshot'
import { ownStates } from './ownState.ts'

type Doc = Record<string, unknown>
/** A row of a workbook that the newsroom made: which record it is, and on which saving it stands. */
export type SaidRecord = { key: string; version: string | null }

/** Keys of one query: SQLite bounds the number of parameters, and whoever saves waits for one query. */
const BATCH = 200

/** The records of such a workbook as they are, with whatever draft waits, and as they were when it was made. */
export async function readOwnRecords(
  payload: Payload,
  table: ImportTable,
  said: readonly SaidRecord[],
): Promise<Map<string, OwnRecord>> {
  const found = new Map<string, OwnRecord>()
  for (let i = 0; i < said.length; i += BATCH) {
    for (const [key, record] of await readSome(payload, table, said.slice(i, i + BATCH)))
      found.set(key, record)
    await setImmediate()
  }
  return found
}

async function readSome(
  payload: Payload,
  table: ImportTable,
  said: readonly SaidRecord[],
): Promise<[string, OwnRecord][]> {
  const { key } = TABLES[table]
  const { docs } = await payload.find({
    collection: table,
    where: { [key]: { in: said.map((each) => each.key) } },
    draft: true,
    depth: 0,
    limit: 0,
    pagination: false,
  })
  const published = await publishedOf(payload, table, docs)
  const versions = new Map(said.map((each) => [each.key, each.version]))
  const now = await ownStates(payload, table, docs as unknown as Doc[])
  const read: [string, OwnRecord][] = []
  for (const [i, doc] of (docs as unknown as Doc[]).entries()) {
    const own = String(doc[key])
    const version = versions.get(own) ?? null
    const state = now[i] as OwnState
    const isNewest = version !== null && Date.parse(version) === Date.parse(iso(doc.updatedAt))
    const made = isNewest ? state : await readAt(payload, table, doc, version)
    const hasWaitingDraft = doc._status === 'draft' && published.has(String(doc.id))
    read.push([own, { now: state, made, hasWaitingDraft }])
  }
  return read
}

/** Which of these records are public, as the ids of their rows. */
async function publishedOf(payload: Payload, table: ImportTable, docs: readonly { id: number | string }[]) {
  const found = await payload.find({
    collection: table,
    where: { and: [{ id: { in: docs.map(({ id }) => id) } }, { _status: { equals: 'published' } }] },
    select: { updatedAt: true },
    depth: 0,
    limit: 0,
    pagination: false,
  })
  return new Set(found.docs.map(({ id }) => String(id)))
}

/** A record as one of its savings left it; null where there is no such saving. */
async function readAt(
  payload: Payload,
  table: ImportTable,
  { id }: Doc,
  version: string | null,
): Promise<OwnState | null> {
  if (version === null) return null
  const where: Where = {
    and: [{ parent: { equals: id } }, { 'version.updatedAt': { equals: version } }],
  }
  const { docs } = await payload.db.findVersions({ collection: table, where, limit: 1, pagination: false })
  const kept = docs[0]?.version as Doc | undefined
  return kept ? ((await ownStates(payload, table, [kept]))[0] ?? null) : null
}

const iso = (value: unknown): string => new Date(value as string | Date).toISOString()
