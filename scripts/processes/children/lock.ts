import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * A lock that the kernel gives back when its holder dies in whatever way.
 * @param waitMs how long to wait for another holder, in milliseconds
 * @returns the held lock with `release`, or null while another process holds it
 */
export function takeLock(file: string, waitMs = 0): { release: () => void } | null {
  mkdirSync(path.dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  try {
    database.exec(`PRAGMA busy_timeout=${waitMs}; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE`)
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null
    throw error
  }
}
