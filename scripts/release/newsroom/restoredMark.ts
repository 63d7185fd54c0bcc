import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Path of the mark that a restore leaves: the database was replaced on purpose, and what it lacks is no loss. */
export function restoredMark(dataDir: string): string {
  return join(dataDir, 'restored')
}

export function wasRestored(dataDir: string): boolean {
  return existsSync(restoredMark(dataDir))
}

/** After the restored database has been compared and released. */
export function forgetRestore(dataDir: string): void {
  rmSync(restoredMark(dataDir), { force: true })
}
