import type { PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { newestOf } from '../twoPeople/newestOf.ts'

type Id = number | string

/** A version of a record, by the name under which it can be approved. */
export type NamedVersion = { id: Id; savedAt: string; content: Record<string, unknown> }

/** The newest version of a record as the database has it at this moment; undefined for one that has none. */
export async function newestNamed(
  req: PayloadRequest,
  table: TableName,
  id: Id,
): Promise<NamedVersion | undefined> {
  const [found] = await newestOf({ payload: req.payload, req }, table, { parent: { equals: id } })
  if (!found) return undefined
  const savedAt = new Date(found.version.updatedAt as string).toISOString()
  return { id: found.id, savedAt, content: found.version }
}
