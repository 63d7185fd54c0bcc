import type { Payload } from 'payload'
import type { ImportState } from '../commit/importStates.ts'
import { isPlanning } from './planJobs.ts'
import { allUploads, dropUpload, placeOf } from './uploadStore.ts'

const DAY = 24 * 3_600_000
/** For how long a workbook is kept of which nobody made an import, and one of which somebody did. */
const KEPT_MS = { unused: 7 * DAY, imported: 30 * DAY }

/** Deletes workbooks of which no import was made within a week, whose import was undone, or was made a month ago. */
export async function dropOldUploads(payload: Payload, now: number): Promise<void> {
  const { docs } = await payload.db.find({
    collection: 'imports',
    where: { keptFile: { exists: true } },
    select: { keptFile: true, state: true },
    limit: 0,
    pagination: false,
  })
  const states = Map.groupBy(
    docs as unknown as { keptFile: string; state: ImportState }[],
    (doc) => doc.keptFile,
  )
  for (const { id, at } of allUploads()) {
    const made = states.get(placeOf(id, 'file')) ?? []
    const age = now - Date.parse(at)
    const isOver = made.length > 0 && made.every(({ state }) => state === 'undone')
    if (isPlanning(id)) continue
    if (isOver || age > (made.length > 0 ? KEPT_MS.imported : KEPT_MS.unused)) dropUpload(id)
  }
}
