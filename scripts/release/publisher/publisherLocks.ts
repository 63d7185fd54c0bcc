import { dirname, join } from 'node:path'
import { takeLock } from '../../processes/children/lock.ts'

export type Locks = { release: () => void }

/** What a publisher must hold on its machine: its `DATA_DIR`, and an SQLite file that lies elsewhere. */
export function publisherLocks(dataDir: string, databaseFile: string | null): string[] {
  const own = join(dataDir, 'publisher.lock')
  return databaseFile === null || dirname(databaseFile) === dataDir
    ? [own]
    : [own, `${databaseFile}.publisher.lock`]
}

/** Takes all of the locks or none. Returns how to give them back, or null while another publisher holds one. */
export function takePublisherLocks(files: readonly string[]): Locks | null {
  const held: Locks[] = []
  for (const file of files) {
    const lock = takeLock(file)
    if (!lock) {
      for (const each of held) each.release()
      return null
    }
    held.push(lock)
  }
  return {
    release: () => {
      for (const each of held) each.release()
    },
  }
}
