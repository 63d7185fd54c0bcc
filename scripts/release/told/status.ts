import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type ReleaseStatus, releaseStatus } from '#domain/published/release'
import { writeBeside } from '../../processes/children/writeBeside.ts'

const IDLE: ReleaseStatus = {
  state: 'idle',
  progress: null,
  since: null,
  release: null,
  searchRelease: null,
  pending: 0,
  reason: null,
  held: [],
}

/** The publisher's word to the admin: `DATA_DIR/release-status.json`, replaced whole at every step. */
export class StatusFile {
  private current: ReleaseStatus
  private readonly path: string

  constructor(dataDir: string) {
    this.path = join(dataDir, 'release-status.json')
    this.current = existsSync(this.path)
      ? releaseStatus.parse(JSON.parse(readFileSync(this.path, 'utf8')))
      : IDLE
  }

  get(): ReleaseStatus {
    return this.current
  }

  set(change: Partial<ReleaseStatus>): void {
    const next = { ...this.current, ...change }
    if (JSON.stringify(next) === JSON.stringify(this.current)) return
    this.current = next
    try {
      writeBeside(this.path, JSON.stringify(next))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      writeInPlace(this.path, JSON.stringify(next))
    }
  }
}

/** On a full disk: over the bytes that the file has already, which needs no room. Without any, the status stays unsaid. */
function writeInPlace(path: string, text: string): void {
  if (!existsSync(path)) return
  const handle = openSync(path, 'r+')
  try {
    ftruncateSync(handle, writeSync(handle, text, 0))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(handle)
  }
}
