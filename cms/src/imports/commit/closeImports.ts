import type { Payload } from 'payload'
import { inTransaction } from '../../inTransaction.ts'
import { dropKeptFile } from '../uploads/uploadStore.ts'
import type { ImportState } from './importStates.ts'
import type { KeptImport } from './keptImport.ts'

/** How long a committed import can be undone as a whole, in days. */
export const DAYS_TO_UNDO = 30
const DAY = 86_400_000
/** States of imports that need their file no longer. */
const OVER: ImportState[] = ['undone', 'closed']

/**
 * Ends what can no longer be undone: what stood before goes, and the uploaded file with all that was read of it; its hash
 * and the row of the import stay. What was undone needs its file no longer, either. What never was committed lets go of it:
 * it is tried again, or goes as any upload does that nobody uses.
 * @param now the clock, in milliseconds
 */
export async function closeImports(payload: Payload, now: number): Promise<void> {
  const old = new Date(now - DAYS_TO_UNDO * DAY).toISOString()
  const where = { and: [{ state: { equals: 'committed' } }, { committedAt: { less_than: old } }] }
  for (const { id } of await found(payload, where))
    await inTransaction(payload, {}, async (req) => {
      await payload.db.deleteMany({
        collection: 'import-records',
        where: { importId: { equals: String(id) } },
        req,
      })
      const data = { state: 'closed' }
      await payload.db.updateOne({ collection: 'imports', id, data, req, returning: false })
    })
  const over = { and: [{ keptFile: { exists: true } }, { state: { in: OVER } }] }
  for (const { id, keptFile, committedAt } of await found(payload, over)) {
    // Another import that was made of the same file may still need it.
    const needing = { and: [{ keptFile: { equals: keptFile } }, { state: { not_in: OVER } }] }
    if (keptFile && committedAt && (await found(payload, needing)).length === 0) dropKeptFile(keptFile)
    const data = { keptFile: null }
    await payload.db.updateOne({ collection: 'imports', id, data, returning: false })
  }
}

async function found(payload: Payload, where: object): Promise<KeptImport[]> {
  const { docs } = await payload.db.find({
    collection: 'imports',
    where: where as never,
    limit: 0,
    pagination: false,
  })
  return docs as unknown as KeptImport[]
}
