import type { Payload } from 'payload'
import { allUploads, dropUpload, lastUse, placeOf } from './uploadStore.ts'

/** For how long a workbook is kept of which nobody makes an import, in milliseconds after its last use. */
const KEPT_MS = 7 * 24 * 3_600_000

/**
 * Deletes workbooks that nobody has used for a week. One of which an import was made stays as long as that needs it. Only
 * the one process that publishes calls this.
 * @param now the clock, in milliseconds
 * @returns a sentence where some went
 */
export async function dropOldUploads(payload: Payload, now: number): Promise<string[]> {
  const kept = await keptFiles(payload)
  const old = allUploads().filter((id) => !kept.has(placeOf(id, 'file')) && now - lastUse(id) > KEPT_MS)
  old.forEach(dropUpload)
  return old.length > 0 ? [`删掉了${old.length}个一周没有用到的导入文件`] : []
}

/** Files that imports need: one that can no longer be undone has let its file go. */
export async function keptFiles(payload: Payload): Promise<Set<string>> {
  const { docs } = await payload.db.find<{ keptFile: string }>({
    collection: 'imports',
    where: { keptFile: { exists: true } },
    select: { keptFile: true },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ keptFile }) => keptFile))
}
