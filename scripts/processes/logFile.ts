import { existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

/** A log above this size is set aside (one older file is kept) when its process starts. */
const ROTATE_AT_BYTES = 10 * 1024 * 1024

/** Path of a log; made or set aside as needed. */
export function logPath(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.log`)
  if (existsSync(file) && statSync(file).size > ROTATE_AT_BYTES) renameSync(file, `${file}.1`)
  return file
}

/** A log opened for appending: the descriptor that a child writes to. The caller closes it. */
export function openLog(dataDir: string, name: string): { file: string; descriptor: number } {
  const file = logPath(dataDir, name)
  return { file, descriptor: openSync(file, 'a') }
}
