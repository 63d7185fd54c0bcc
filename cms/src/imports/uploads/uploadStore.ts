import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { env } from '../../env.ts'

/** A workbook that somebody handed in. It lies in a folder of its own under `DATA_DIR/imports`, for people with that folder only. */
const upload = z.object({
  id: z.uuid(),
  /** The name that it was given with, without folders. */
  name: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  /** Id of the person. */
  by: z.string(),
  /** Instant in UTC. */
  at: z.iso.datetime(),
})
export type Upload = z.infer<typeof upload>

/** How long a name may be. */
const LONGEST_NAME = 120

/** Where something of an upload lies: its file, what was read of it, its dry run. */
export function placeOf(
  id: string,
  part: 'file' | 'look.json' | 'plan.json' | 'rows.ndjson' | 'plan.xlsx' | 'to-write.ndjson',
): string {
  return path.join(folderOf(id), part)
}

/** Keeps a workbook. */
export function keepUpload(bytes: Uint8Array, name: string, by: string): Upload {
  const id = randomUUID()
  mkdirSync(folderOf(id), { recursive: true, mode: 0o700 })
  writeFileSync(placeOf(id, 'file'), bytes, { mode: 0o600 })
  const kept: Upload = {
    id,
    name: [...path.basename(name.replaceAll('\\', '/'))].slice(0, LONGEST_NAME).join('') || '表格',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    by,
    at: new Date().toISOString(),
  }
  writeFileSync(path.join(folderOf(id), 'upload.json'), JSON.stringify(kept), { mode: 0o600 })
  return kept
}

/** What is known of an upload; null where there is none of that id, or none any more. */
export function readUpload(id: string): Upload | null {
  if (!z.uuid().safeParse(id).success) return null
  try {
    return upload.parse(JSON.parse(readFileSync(path.join(folderOf(id), 'upload.json'), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Deletes an upload with all that was made of it. */
export function dropUpload(id: string): void {
  rmSync(folderOf(id), { recursive: true, force: true })
}

/** Deletes the file that an import kept: the whole upload where it is that of one. */
export function dropKeptFile(file: string): void {
  const id = path.basename(path.dirname(file))
  if (path.resolve(placeOf(id, 'file')) === path.resolve(file)) dropUpload(id)
  else rmSync(file, { force: true })
}

/** Notes that an upload is in use, for every process. */
export function noteUse(id: string): void {
  const now = new Date()
  utimesSync(folderOf(id), now, now)
}

/** When an upload was last in use, in milliseconds: handed in, tried with a mapping, or tried to the end. */
export const lastUse = (id: string): number => statSync(folderOf(id)).mtimeMs

/** The ids of all that lie there, also of what a process that is gone has left half. */
export function allUploads(): string[] {
  mkdirSync(root(), { recursive: true, mode: 0o700 })
  return readdirSync(root()).filter((id) => z.uuid().safeParse(id).success)
}

const root = () => path.join(env.dataDir, 'imports')
const folderOf = (id: string) => path.join(root(), id)
