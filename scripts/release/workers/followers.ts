import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { BlobStore } from '../store/blobStore.ts'
import type { RowOrder } from './rowOrder.ts'

/** What follows the pages, each in a process of its own: our settled index, the whole files of long tables and lists of rows, Pagefind's index. */
export const FOLLOWER_KINDS = ['index', 'tables', 'pagefind'] as const
export type FollowerKind = (typeof FOLLOWER_KINDS)[number]

/** File in a follower's folder with the files of rows that it is to write. */
export const ROW_ORDERS = 'row-orders.json'

/** What a follower leaves in its folder as `made.json`: the blobs of its store by their addresses. */
const followerNote = z.record(z.string(), z.string())

/** What a follower made: files by their addresses (of an index: within its folder), and the store that holds them until they are taken over. */
export type Followed = { files: Map<string, string>; blobs: BlobStore }

/** What a follower is to make, from which snapshot and which table parts of the same release. */
export type FollowerTask = {
  kind: FollowerKind
  dataDir: string
  snapshot: string
  parts: string
  /** Files of rows that come with the tables. */
  rows?: readonly RowOrder[]
}

/**
 * Lets a follower work in a process of its own, so that publishing goes on meanwhile.
 * @param takeOver is given what was made while it is there
 * @param signal ends the process: then nothing is taken over
 * @throws in words when it fails or finds nothing to index that it should have
 */
export async function follow(
  task: FollowerTask,
  takeOver: (made: Followed) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const out = mkdtempSync(join(task.dataDir, 'search-'))
  try {
    writeFileSync(join(out, ROW_ORDERS), JSON.stringify(task.rows ?? []))
    if (await runFollower([task.kind, task.dataDir, task.snapshot, task.parts, out], signal)) {
      const files = followerNote.parse(JSON.parse(readFileSync(join(out, 'made.json'), 'utf8')))
      await takeOver({ files: new Map(Object.entries(files)), blobs: new BlobStore(join(out, 'blobs')) })
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** Returns whether it came to its end; false where the signal ended it. */
function runFollower(args: string[], signal: AbortSignal | undefined): Promise<boolean> {
  const script = fileURLToPath(new URL('../make/follower.ts', import.meta.url))
  return new Promise((done, fail) => {
    const child: ChildProcess = fork(script, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    const end = () => child.kill('SIGKILL')
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end)
    let error = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      error = (error + chunk.toString()).slice(-4000)
    })
    child.on('error', fail)
    child.on('exit', (code, killed) => {
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) done(false)
      else if (code === 0) done(true)
      else fail(new Error(`${WORDS[args[0] as FollowerKind]}没有做成：${lastError(error) ?? killed ?? code}`))
    })
  })
}

const WORDS: Record<FollowerKind, string> = {
  index: '搜索索引',
  tables: '整张的数据表',
  pagefind: 'Pagefind 索引',
}

/** The error in what a process wrote before it ended. */
function lastError(written: string): string | undefined {
  return written.split('\n').findLast((line) => /^\w*Error: /.test(line))
}
