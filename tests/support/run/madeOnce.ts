import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { takeLock } from '../../../scripts/processes/children/lock.ts'
import { removeFolder } from '../removeFolder.ts'

/** Between two looks whether another file has made it, in milliseconds. */
const LOOK_MS = 200

/**
 * A folder that the first file of a run makes that asks for its name; the others wait for it and read it, and none of
 * them writes there. One that was left half made is made anew by the next who asks.
 * @param make fills the empty folder that it is given
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = process.env.RUN_FOLDER
  if (!run)
    throw new Error('RUN_FOLDER is missing: tests/support/run/runFolder.ts is no global setup of this suite')
  const [folder, done] = [path.join(run, name), path.join(run, `${name}.done`)]
  for (; !existsSync(done); await pause(LOOK_MS)) {
    const lock = takeLock(path.join(run, `${name}.lock`))
    if (!lock) continue
    try {
      if (existsSync(done)) break
      removeFolder(folder)
      mkdirSync(folder)
      await make(folder)
      writeFileSync(done, '')
    } finally {
      lock.release()
    }
  }
  return folder
}
