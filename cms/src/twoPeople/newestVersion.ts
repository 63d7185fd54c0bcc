import type { PayloadRequest, Where } from 'payload'
import { shanghaiMinute } from '#domain/dates'
import type { TableName } from '#domain/records/snapshot'
import { newestOf } from './newestOf.ts'

type Id = number | string
type Doc = Record<string, unknown>

/** The newest state of a record, drafts included; undefined for one that has no versions yet. */
export async function newestVersion(req: PayloadRequest, table: TableName, id: Id): Promise<Doc | undefined> {
  const [found] = await newestOf({ payload: req.payload, req }, table, { parent: { equals: id } })
  return found?.version
}

/** The state of a record that was saved at an instant; undefined where there is none. */
export async function versionOf(
  req: PayloadRequest,
  table: TableName,
  id: Id,
  instant: string,
): Promise<Doc | undefined> {
  const savedAt: Where = { 'version.updatedAt': { equals: new Date(instant).toISOString() } }
  const where: Where = { and: [{ parent: { equals: id } }, savedAt] }
  const found = await req.payload.db.findVersions({
    collection: table,
    where,
    limit: 1,
    pagination: false,
    req,
  })
  return found.docs[0]?.version as Doc | undefined
}

/** Who saved a state, and when, in words: `王小明，2026年11月28日 10:31`. */
export async function savedBy(req: PayloadRequest, { updatedBy, updatedAt }: Doc): Promise<string> {
  const by = updatedBy as { id?: Id } | Id | null | undefined
  const id = by && typeof by === 'object' ? by.id : by
  const where: Where = { id: { equals: id } }
  const user = id ? ((await req.payload.db.findOne({ collection: 'users', req, where })) as Doc | null) : null
  const minute = shanghaiMinute(Date.parse(String(updatedAt)))
  return user ? `${String(user.name)}，${minute}` : minute
}
