import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/snapshot'
import { type PublishedBefore, writeContext } from './writeContext.ts'

/**
 * Reads what is actually public of a record before it is written: the main row. `previousDoc` will not do, because
 * with a draft pending it is the draft. Kept for the hooks after the write; undefined for a new record.
 */
export async function readPublishedBefore(
  req: PayloadRequest,
  table: TableName,
  id: number | string | undefined,
): Promise<PublishedBefore | undefined> {
  if (id === undefined) return undefined
  const row = (await req.payload.db.findOne({
    collection: table,
    req,
    where: { id: { equals: id } },
  })) as Record<string, unknown> | null
  if (!row) return undefined
  const before: PublishedBefore = {
    published: row._status === 'published',
    key: row[TABLES[table].key] as string | undefined,
    row,
  }
  const context = writeContext(req.context)
  context.before ??= new Map()
  context.before.set(`${table}:${id}`, before)
  return before
}

/** What `readPublishedBefore` found in this request. */
export function knownBefore(
  req: PayloadRequest,
  table: TableName,
  id: number | string,
): PublishedBefore | undefined {
  return writeContext(req.context).before?.get(`${table}:${id}`)
}
