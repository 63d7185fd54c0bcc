import { createLocalReq, type Payload, type Where } from 'payload'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import { recordDeed } from './recordDeed.ts'

/** How many rows of the history hang together, and the hash of the last link. */
export type HistoryHead = { count: number; head: string }

type Id = number | string
type Link = { position: number; rows: string[]; count: number; hash: string; createdAt: string }
export type HistoryRow = Record<string, unknown> & { id: Id; createdAt: string }

/** Rows of one link. */
const LONGEST_LINK = 1000
/** How long a row may be on its way before others see it, in milliseconds: no transaction takes as long. */
export const ON_THE_WAY = 600_000
/** Hash before the first link. */
export const NOTHING = '0'.repeat(64)

/** What the chain holds fast of a row: all that it says, its changes and its note by their hashes. */
export function rowHash(row: HistoryRow): string {
  const { id, at, deed, recordType, reference, kind, note, noteHash, changesHash, personName } = row
  return sha256(
    canonicalJson({
      id: String(id),
      at,
      deed,
      recordType,
      reference,
      kind: kind ?? null,
      // Rows from before notes were hashed are held by the note itself.
      ...(noteHash ? { noteHash } : { note: note ?? null }),
      changesHash: changesHash ?? null,
      personName: personName ?? null,
    }),
  )
}

/** The hash of a link: of the one before it, and of its rows in their order. */
export function linkHash(previous: string, rows: readonly HistoryRow[]): string {
  return sha256([previous, ...rows.map(rowHash)].join('\n'))
}

/**
 * Hangs all rows that are written by now on the chain, and says how it ends; null while there is no history. Rows of
 * several machines come in the order in which they are seen here. Only one publisher does this at a time.
 */
export async function chainHistory(payload: Payload): Promise<HistoryHead | null> {
  let last = (await links(payload, {}, 1))[0]
  const rows = await unchainedRows(payload, last)
  for (let i = 0; i < rows.length; i += LONGEST_LINK) {
    const part = rows.slice(i, i + LONGEST_LINK)
    const link = {
      position: (last?.position ?? 0) + 1,
      rows: part.map(({ id }) => String(id)),
      count: (last?.count ?? 0) + part.length,
      hash: linkHash(last?.hash ?? NOTHING, part),
    }
    last = (await payload.db.create({ collection: 'history-chain', data: link })) as unknown as Link
  }
  return last ? { count: last.count, head: last.hash } : null
}

/** Appends to the history that a backup was put in its place, once for each time. */
export async function recordRestoredBackup(payload: Payload): Promise<void> {
  const req = await createLocalReq({}, payload)
  const { docs } = await payload.db.find({
    collection: 'history',
    sort: '-createdAt',
    limit: 1,
    pagination: false,
  })
  if ((docs[0] as unknown as { deed?: string } | undefined)?.deed === 'restore-backup') return
  await recordDeed(req, {
    deed: 'restore-backup',
    recordType: 'database',
    reference: 'database',
    note: '数据库和照片换成了备份里的；那以后的历史不在里面',
  })
}

/** Rows that hang on no link yet. A row that was long on its way has an older time than the last link. */
async function unchainedRows(payload: Payload, last: Link | undefined): Promise<HistoryRow[]> {
  if (!last) return readRows(payload, {})
  const since = {
    createdAt: { greater_than: new Date(Date.parse(last.createdAt) - ON_THE_WAY).toISOString() },
  }
  const chained = new Set((await links(payload, since)).flatMap(({ rows }) => rows))
  return (await readRows(payload, since)).filter(({ id }) => !chained.has(String(id)))
}

/** Links of the chain, the last first. */
export async function links(payload: Payload, where: Where, limit = 0): Promise<Link[]> {
  const { docs } = await payload.db.find({
    collection: 'history-chain',
    where,
    sort: '-position',
    limit,
    pagination: false,
  })
  return docs as unknown as Link[]
}

/** Rows of the history in the order in which they were written. */
export async function readRows(payload: Payload, where: Where): Promise<HistoryRow[]> {
  const { docs } = await payload.db.find({
    collection: 'history',
    where,
    sort: ['createdAt', 'id'],
    limit: 0,
    pagination: false,
  })
  return docs as unknown as HistoryRow[]
}
