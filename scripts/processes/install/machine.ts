import { accessSync, chmodSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { EXIT, Refusal } from '../command/refusal.ts'

/** Free space that a start needs: builds, a first release, room for logs. In bytes. */
const NEEDED_BYTES = 600_000_000
/** Below this, a build and the loading of data do not run beside each other. In bytes. */
const MEMORY_FOR_BOTH = 4_000_000_000

/** Makes the data folder, or closes it to other accounts of the machine. Throws a Refusal (5) when there is too little room, (4) when it cannot be written. */
export function prepareDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir)
    // A folder of an earlier code, or one that somebody made, is closed to others too.
    chmodSync(dataDir, 0o700)
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC') throw new Refusal(`磁盘满了，建不了 ${dataDir}。请腾出空间再启动`, EXIT.space)
    throw new Refusal(`不能写 DATA_DIR：${dataDir}（${code}）。请检查权限，或换一个 DATA_DIR`, EXIT.data)
  }
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize < NEEDED_BYTES)
    throw new Refusal(
      `磁盘空间不够：${dataDir} 所在的盘只剩 ${Math.round((bavail * bsize) / 1e6)} MB，至少要 ${NEEDED_BYTES / 1e6} MB。请腾出空间再启动`,
      EXIT.space,
    )
}

/** Makes a folder and those above it, one by one: `recursive` never ends where a file system (/proc) has no new folders. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Whether this machine (or the limit it is given) has memory for two heavy steps at once. */
export function hasMemoryForBoth(): boolean {
  const limit = process.constrainedMemory()
  return Math.min(os.totalmem(), limit > 0 ? limit : Number.POSITIVE_INFINITY) >= MEMORY_FOR_BOTH
}
