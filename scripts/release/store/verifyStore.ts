import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '#domain/records/snapshot'
import { blobOf } from './blobStore.ts'
import type { Store } from './store.ts'
import type { Listing } from './treeStore.ts'

/** A mark that stands while a publisher works; found at a start it says that the last stop was no clean one. */
export class WorkMark {
  private readonly path: string

  constructor(dataDir: string) {
    this.path = join(dataDir, 'publisher-working')
  }

  wasLeft(): boolean {
    return existsSync(this.path)
  }

  /** Being there says everything: an empty file needs no room on a full disk. */
  set(): void {
    writeFileSync(this.path, '')
  }

  clear(): void {
    rmSync(this.path, { force: true })
  }
}

/**
 * Reads every blob and compares it with its name. A power cut can leave a blob without its bytes, which
 * "it is there already" would keep for ever: such blobs go, with every directory that links to them.
 * Returns how many were damaged.
 * @param beat is called between short pieces of the work
 */
export function healStore(store: Store, beat: () => void = () => {}): number {
  const damaged = new Set<string>()
  for (const shard of readdirSync(store.blobs.folder)) {
    beat()
    for (const name of readdirSync(join(store.blobs.folder, shard))) {
      const path = join(store.blobs.folder, shard, name)
      // What was still being written is no blob: it only takes room.
      if (name.endsWith('.tmp')) {
        rmSync(path, { force: true })
        continue
      }
      if (/^[0-9a-f]{64}$/.test(name) ? sha256(readFileSync(path)) === name : readFileSync(path).length > 0)
        continue
      rmSync(path, { force: true })
      damaged.add(blobOf(name))
    }
  }
  for (const hash of damaged) {
    const folder = dirname(store.blobs.pathOf(hash))
    for (const name of readdirSync(folder))
      if (blobOf(name) === hash) rmSync(join(folder, name), { force: true })
  }
  for (const shard of readdirSync(store.trees.folder))
    for (const name of readdirSync(join(store.trees.folder, shard))) {
      if (!/^[0-9a-f]{64}\.json$/.test(name)) continue
      const hash = name.replace('.json', '')
      if (isWhole(join(store.trees.folder, shard), hash, damaged)) continue
      rmSync(join(store.trees.folder, shard, name), { force: true })
      rmSync(join(store.trees.folder, shard, hash), { recursive: true, force: true })
      damaged.add(hash)
    }
  store.trees.forget((hash) => !damaged.has(hash))
  return damaged.size
}

function isWhole(folder: string, hash: string, damaged: ReadonlySet<string>): boolean {
  const text = readFileSync(join(folder, `${hash}.json`), 'utf8')
  if (sha256(text) !== hash || !existsSync(join(folder, hash))) return false
  return !Object.values((JSON.parse(text) as Listing).files).some((blob) => damaged.has(blob))
}
