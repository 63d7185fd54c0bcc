import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** A file system of a given size that a test may fill; needs the right to mount. */
export type SmallDisk = {
  folder: string
  /** Takes all the room that is left. */
  fill: () => void
  /** Gives that room back. */
  empty: () => void
  /** Makes it read-only. */
  freeze: () => void
  unmount: () => void
}

/** Mounts a small disk at a folder, or says in words why this machine does not let us. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | string {
  mkdirSync(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return '不能挂载一块小磁盘（要管理员权限）'
  }
  const filler = path.join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const handle = openSync(filler, 'w')
      try {
        for (;;) writeSync(handle, Buffer.alloc(4096))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(handle)
      }
    },
    empty: () => rmSync(filler),
    freeze: () => execFileSync('mount', ['-o', 'remount,ro', folder]),
    unmount: () => execFileSync('umount', ['-l', folder]),
  }
}
