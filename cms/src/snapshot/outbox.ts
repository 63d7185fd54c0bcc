import type { Payload } from 'payload'

/** One write that the publisher has not yet brought to the readers. `operation` tells only how it was written: read the published state. */
export type OutboxRow = {
  id: number | string
  recordType: string
  reference: string
  operation: 'change' | 'delete'
}

/** All waiting rows. */
export async function readOutbox(payload: Payload): Promise<OutboxRow[]> {
  const { docs } = await payload.db.find({ collection: 'outbox', limit: 0, pagination: false })
  return (docs as unknown as OutboxRow[]).map(({ id, recordType, reference, operation }) => ({
    id,
    recordType,
    reference,
    operation,
  }))
}

/** How many writes wait. */
export async function countOutbox(payload: Payload): Promise<number> {
  return (await payload.db.count({ collection: 'outbox' })).totalDocs
}

/** Deletes exactly these rows, after what they stand for is live. */
export async function deleteOutbox(payload: Payload, ids: readonly (number | string)[]): Promise<void> {
  for (let i = 0; i < ids.length; i += 500)
    await payload.db.deleteMany({ collection: 'outbox', where: { id: { in: ids.slice(i, i + 500) } } })
}
