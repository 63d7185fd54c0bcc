import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writeBeside } from '../processes/children/writeBeside.ts'
import { syncPath } from '../release/store/blobStore.ts'

const move = z.object({
  /** `aside`: what was there goes to a name of its own, once. `place`: what was restored takes its name. */
  how: z.enum(['aside', 'place']),
  from: z.string(),
  to: z.string(),
})
export type Move = z.infer<typeof move>

const journal = z.object({
  /** The backup that is put in place. */
  backup: z.string(),
  /** Collections that are loaded and wait beside those they replace; null on SQLite. */
  collections: z.array(z.string()).nullable(),
  moves: z.array(move),
})
export type Journal = z.infer<typeof journal>

const fileOf = (dataDir: string) => path.join(dataDir, 'restore.json')

/** The restore that was decided and not finished, or null. */
export function readJournal(dataDir: string): Journal | null {
  const file = fileOf(dataDir)
  return existsSync(file) ? journal.parse(JSON.parse(readFileSync(file, 'utf8'))) : null
}

/** From here on the restore is finished, by whoever comes next. */
export function writeJournal(dataDir: string, entry: Journal): void {
  const file = fileOf(dataDir)
  writeBeside(file, JSON.stringify(entry, null, 1), true)
  syncPath(dataDir)
}

export function removeJournal(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true })
  syncPath(dataDir)
}

/** Does the moves that are not done yet, in order; `step` is called before each. */
export function doMoves(moves: readonly Move[], step: (name: string) => void): void {
  for (const { how, from, to } of moves) {
    step(`${how} ${path.basename(from)}`)
    if (how === 'aside' ? existsSync(to) || !existsSync(from) : !existsSync(from)) continue
    renameSync(from, to)
    syncPath(path.dirname(to))
  }
}

/** Moves a file, onto another file system too: then it is there whole and on the disk before it is gone here. */
export function moveAnywhere(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true })
    rmSync(from, { recursive: true })
  }
  syncPath(to)
}
