import { rmSync } from 'node:fs'

/** Removes a folder of a test, also while a child of a process that was just killed still writes its last file there. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
