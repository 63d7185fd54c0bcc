import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** A log above this size is set aside; one older file is kept. A dozen logs stay under 40 MB in all. */
export const LOG_BYTES = 1_500_000

/** Path of a log; made or set aside as needed. */
export function logPath(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.log`)
  if (sizeOf(file) > LOG_BYTES) setAside(file)
  // What other code has left there may be larger than both of ours.
  if (sizeOf(`${file}.1`) > 2 * LOG_BYTES) rmSync(`${file}.1`)
  return file
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0)

function setAside(file: string): void {
  renameSync(file, `${file}.1`)
}

/** A log that stays bounded however long its process runs and however much it says. */
export class LogFile {
  readonly file: string
  private size: number

  constructor(dataDir: string, name: string) {
    this.file = logPath(dataDir, name)
    this.size = sizeOf(this.file)
  }

  /** Appends at once, so that the last words of whoever dies are there. A full disk loses words and stops nothing. */
  write(words: string | Buffer): void {
    if (this.size > LOG_BYTES) {
      setAside(this.file)
      this.size = 0
    }
    try {
      appendFileSync(this.file, words)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
    this.size += words.length
  }
}
