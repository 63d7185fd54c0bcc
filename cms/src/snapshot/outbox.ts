import type { Payload } from 'payload'
import { HALF_MADE } from '../imports/commit/importStates.ts'
import { importsIn } from '../imports/commit/underWay.ts'

/** One write that the publisher has not yet brought to the readers. `operation` tells only how it was written: read the published state. */
export type OutboxRow = {
  id: number | string
  recordType: string
  reference: string
  operation: 'change' | 'delete'
}

/** All waiting rows, without those of an import that is not through yet. */
export async function readOutbox(payload: Payload): Promise<OutboxRow[]> {
  const { docs } = await payload.db.find({ collection: 'outbox', limit: 0, pagination: false })
  const rows = docs as unknown as (OutboxRow & { heldFor?: string | null })[]
  const half = rows.some(({ heldFor }) => heldFor) ? await importsIn({ payload }, HALF_MADE) : []
  const held = new Set(half.map(String))
  return rows
    .filter(({ heldFor }) => !heldFor || !held.has(heldFor))
    .map(({ id, recordType, reference, operation }) => ({
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
