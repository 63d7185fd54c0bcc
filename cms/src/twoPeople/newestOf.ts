import type { Payload, PayloadRequest, Where } from 'payload'
import type { TableName } from '#domain/records/snapshot'

type Doc = Record<string, unknown>
type Id = number | string
/** The newest version of a record, and whose it is. */
export type NewestVersion = { id: Id; parent: Id; version: Doc }

/**
 * The newest versions among those that a question finds. With a second condition SQLite would walk through the newest
 * versions of all records there are, or all that are not in the bin, however few are asked about.
 * @param which one condition that an index answers
 * @param select which fields are read; all of them where it is left out
 */
export async function newestOf(
  { payload, req }: { payload: Payload; req?: PayloadRequest },
  collection: TableName,
  which: Where,
  select?: Readonly<Record<string, true>>,
): Promise<NewestVersion[]> {
  const asked = { collection, limit: 0, pagination: false, ...(req ? { req } : {}) }
  const found = await payload.db.findVersions({ ...asked, where: which, select: { latest: true } })
  const ids = found.docs.filter((doc) => (doc as { latest?: boolean }).latest === true).map(({ id }) => id)
  if (ids.length === 0) return []
  const { docs } = await payload.db.findVersions({
    ...asked,
    where: { id: { in: ids } },
    ...(select ? { select: { parent: true, version: select } } : {}),
  })
  return docs as unknown as NewestVersion[]
}
