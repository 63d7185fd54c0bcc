import { fork } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '#domain/snapshot'
import type { Store } from './store.ts'

/** An index as files of the store; its folder is named by the hash of its files. */
export type SearchIndex = { folder: string; files: Map<string, string> }

/**
 * Builds the search index of a snapshot in its own process, so that publishing goes on meanwhile.
 * @throws in words when the indexer fails or finds nothing to index that it should have
 */
export async function buildSearchIndex(
  dataDir: string,
  store: Store,
  snapshot: string,
): Promise<SearchIndex> {
  const out = mkdtempSync(join(dataDir, 'search-'))
  try {
    await runIndexer(dataDir, snapshot, out)
    const files = new Map<string, string>()
    const names: string[] = []
    for (const entry of readdirSync(out, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) names.push(relative(out, join(entry.parentPath, entry.name)))
    for (const name of names.sort()) {
      const blob = store.blobs.put(readFileSync(join(out, name)))
      store.blobs.makeTwins(blob, name, true)
      files.set(name, blob)
    }
    const folder = sha256([...files].map(([name, blob]) => `${name} ${blob}\n`).join('')).slice(0, 16)
    return { folder, files }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function runIndexer(dataDir: string, snapshot: string, out: string): Promise<void> {
  const script = fileURLToPath(new URL('./indexer.ts', import.meta.url))
  return new Promise((done, fail) => {
    const child = fork(script, [dataDir, snapshot, out], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let error = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      error += chunk.toString()
    })
    child.on('error', fail)
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`搜索索引没有做成：${error.trim().split('\n').at(-1) ?? code}`)),
    )
  })
}
