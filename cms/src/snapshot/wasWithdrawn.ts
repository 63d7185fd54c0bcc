import type { Payload } from 'payload'
import type { TableName } from '#domain/records/snapshot'

/** Whether the newest act on a record took it back (unpublish or delete): its loss from the snapshot is then explained. */
export async function wasWithdrawn(payload: Payload, table: TableName, key: string): Promise<boolean> {
  const { docs } = await payload.db.find({
    collection: 'acts',
    where: { and: [{ recordType: { equals: table } }, { reference: { equals: key } }] },
    sort: ['-at', '-id'],
    limit: 1,
    pagination: false,
  })
  const act = (docs[0] as unknown as { act: string } | undefined)?.act
  return act === 'unpublish' || act === 'delete'
}
