import type { PayloadRequest, Where } from 'payload'
import type { TableName } from '#domain/records/snapshot'

type Id = number | string

/** A version of a record, by the name under which it can be approved. */
export type NamedVersion = { id: Id; savedAt: string; content: Record<string, unknown> }

/** The newest version of a record as the database has it at this moment; undefined for one that has none. */
export async function newestNamed(
  req: PayloadRequest,
  table: TableName,
  id: Id,
): Promise<NamedVersion | undefined> {
  const where: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
  const { docs } = await req.payload.db.findVersions({
    collection: table,
    where,
    limit: 1,
    pagination: false,
    req,
  })
  const found = docs[0] as { id: Id; version: Record<string, unknown> } | undefined
  if (!found) return undefined
  const savedAt = new Date(found.version.updatedAt as string).toISOString()
  return { id: found.id, savedAt, content: found.version }
}
