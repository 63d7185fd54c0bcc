import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { sha256 } from '#domain/snapshot'
import { BlobStore } from './blobStore.ts'

/** What a follower leaves in its folder as `made.json`: the blobs of its store by their addresses. */
export const followerNote = z.object({
  index: z.record(z.string(), z.string()),
  /** Whole files of long tables, by their public address. */
  tables: z.record(z.string(), z.string()),
})

/** What follows the pages: an index, its folder named by the hash of its files, and the whole files of long tables. */
export type Followed = {
  folder: string
  index: Map<string, string>
  tables: Map<string, string>
  /** The store that holds their blobs; it goes when they were taken over. */
  blobs: BlobStore
}

/**
 * Builds the search index of a snapshot, and the whole files of long tables, in a process of their own, so that
 * publishing goes on meanwhile.
 * @param parts root of the table parts of the same release
 * @param takeOver is given what was made while it is there
 * @throws in words when it fails or finds nothing to index that it should have
 */
export async function buildFollowers(
  dataDir: string,
  snapshot: string,
  parts: string,
  takeOver: (made: Followed) => Promise<void>,
): Promise<void> {
  const out = mkdtempSync(join(dataDir, 'search-'))
  try {
    await runFollower([dataDir, snapshot, parts, out])
    const made = followerNote.parse(JSON.parse(readFileSync(join(out, 'made.json'), 'utf8')))
    const index = new Map(Object.entries(made.index))
    const folder = sha256([...index].map(([name, blob]) => `${name} ${blob}\n`).join('')).slice(0, 16)
    const tables = new Map(Object.entries(made.tables))
    await takeOver({ folder, index, tables, blobs: new BlobStore(join(out, 'blobs')) })
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function runFollower(args: string[]): Promise<void> {
  const script = fileURLToPath(new URL('./follower.ts', import.meta.url))
  return new Promise((done, fail) => {
    const child = fork(script, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let error = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      error = (error + chunk.toString()).slice(-4000)
    })
    child.on('error', fail)
    child.on('exit', (code, signal) =>
      code === 0 ? done() : fail(new Error(`搜索索引没有做成：${lastError(error) ?? signal ?? code}`)),
    )
  })
}

/** The error in what a process wrote before it ended. */
function lastError(written: string): string | undefined {
  return written.split('\n').findLast((line) => /^\w*Error: /.test(line))
}
