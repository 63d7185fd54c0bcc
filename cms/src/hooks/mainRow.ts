import type { PayloadRequest, Where } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { type MainRow, writeContext } from './writeContext.ts'

type Id = number | string

/**
 * The main row of a record as the database has it at this moment of the transaction; null when there is none. What
 * Payload hands to hooks will not do: `previousDoc` is the draft while one waits, and `doc` has the shape that the
 * caller asked for.
 */
export async function readMainRow(
  req: PayloadRequest,
  table: TableName,
  where: Where,
): Promise<MainRow | null> {
  const { key, label } = TABLES[table]
  const row = (await req.payload.db.findOne({ collection: table, req, where })) as
    | (Record<string, unknown> & { id: Id })
    | null
  if (!row) return null
  if (typeof row[key] !== 'string' || row[key] === '') throw new Error(`${label} ${row.id} has no ${key}`)
  return { id: row.id, key: row[key], published: row._status === 'published', row }
}

/** Reads what is public of a record before it is written, and keeps it for the hooks after the write. */
export async function readMainRowBefore(
  req: PayloadRequest,
  table: TableName,
  id: Id,
): Promise<MainRow | undefined> {
  const before = await readMainRow(req, table, { id: { equals: id } })
  if (!before) return undefined
  const context = writeContext(req.context)
  context.before ??= new Map()
  context.before.set(`${table}:${id}`, before)
  return before
}

/** What `readMainRowBefore` found for the write that is just over; undefined for a new record. */
export function takeMainRowBefore(req: PayloadRequest, table: TableName, id: Id): MainRow | undefined {
  const { before } = writeContext(req.context)
  const found = before?.get(`${table}:${id}`)
  before?.delete(`${table}:${id}`)
  return found
}
