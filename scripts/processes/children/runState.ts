import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeBeside } from './writeBeside.ts'

const child = z.object({ pid: z.number().int().positive() })

export const runState = z.object({
  pid: z.number().int().positive(),
  site: z.string(),
  admin: z.string(),
  /** The rehearsal is there only while it is used. */
  children: z.object({ site: child, cms: child, publisher: child, rehearsal: child.optional() }),
  version: z.string(),
})
/** `DATA_DIR/run.json`: there while the product runs. */
export type RunState = z.infer<typeof runState>

const fileOf = (dataDir: string) => path.join(dataDir, 'run.json')

/** A reader sees it whole or not at all. */
export function writeRunState(dataDir: string, state: RunState): void {
  const file = fileOf(dataDir)
  writeBeside(file, `${JSON.stringify(state, null, 2)}\n`)
}

/** What runs on this folder, or null where nothing (readable) is written. */
export function readRunState(dataDir: string): RunState | null {
  if (!existsSync(fileOf(dataDir))) return null
  try {
    return runState.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}

export function removeRunState(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true })
}
