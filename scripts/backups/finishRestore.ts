import { rmSync } from 'node:fs'
import path from 'node:path'
import { doMoves, type Journal, readJournal, removeJournal } from './journal.ts'

/** The folder in which a backup is unpacked and checked. */
export const unpackedIn = (dataDir: string): string => path.join(dataDir, 'restoring')

/**
 * Finishes a restore that was decided: everything it needs was checked and lies ready. May be repeated.
 * @param url of the MongoDB, where the restore is one of collections
 * @returns the finished restore, or null where there was none
 */
export async function finishRestore(
  dataDir: string,
  url: string | undefined,
  step: (name: string) => void = () => {},
): Promise<Journal | null> {
  const decided = readJournal(dataDir)
  if (!decided) return null
  const { collections, moves } = decided
  step('decided')
  if (collections) {
    if (!url?.startsWith('mongodb'))
      throw new Error('上次恢复到 MongoDB 停在一半：请用同一个 DATABASE_URL 再启动，让它做完')
    // A start that has nothing to finish does not load the driver.
    const { putInPlace, withMongo } = await import('./mongoCopy.ts')
    await withMongo(url, (db) => putInPlace(db, collections))
  }
  doMoves(moves, step)
  step('in place')
  removeJournal(dataDir)
  rmSync(unpackedIn(dataDir), { recursive: true, force: true })
  return decided
}
