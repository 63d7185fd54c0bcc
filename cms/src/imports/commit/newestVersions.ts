import type { PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { setOnVersions } from './bulk.ts'
import type { Id } from './keptImport.ts'

/** The ids of the newest versions of a record, the newest first. */
export async function idsOfVersions(
  req: PayloadRequest,
  table: TableName,
  parent: Id,
  limit: number,
): Promise<Id[]> {
  const { docs } = await req.payload.db.findVersions({
    collection: table,
    where: { parent: { equals: parent } },
    sort: ['-updatedAt', '-id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

/** Makes a version the newest again, after the one that followed it is gone. */
export async function standAsNewest(req: PayloadRequest, table: TableName, version: Id): Promise<void> {
  await setOnVersions(req, table, { id: version }, { latest: true })
}
