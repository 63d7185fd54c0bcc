import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { removeFolder } from '../removeFolder.ts'

/**
 * Makes the folder that the files of one run share, RUN_FOLDER: see `madeOnce`.
 * @returns what removes it after the last file; undefined for whoever found it made
 */
export default function shareFolder(): (() => void) | undefined {
  if (process.env.RUN_FOLDER) return undefined
  const folder = mkdtempSync(path.join(os.tmpdir(), 'run-'))
  process.env.RUN_FOLDER = folder
  return () => removeFolder(folder)
}
