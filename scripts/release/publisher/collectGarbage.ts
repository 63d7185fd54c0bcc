import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDay } from '#domain/dates'
import { indexesIn } from '../search/searchPointer.ts'
import { blobOf } from '../store/blobStore.ts'
import type { Store } from '../store/store.ts'
import { type ReleaseRoots, sequences } from '../store/switchRelease.ts'

/** How many of the newest releases stay whatever their day. */
export const KEPT_RELEASES = 50

export type Collected = { releases: number; files: number; bytes: number }

/** Sequence of the latest release at which something left the public side; 0 when nothing ever did. */
function withdrawnSince(dataDir: string): number {
  const file = join(dataDir, 'withdrawn-since')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
}

/**
 * Which releases stay: the newest fifty, the last one of every day (Asia/Shanghai), and every pinned one
 * (a file `pinned` in its folder).
 */
export function keptReleases(dataDir: string): number[] {
  const all = sequences(dataDir)
  const newest = new Set(all.slice(-KEPT_RELEASES))
  const lastOfDay = new Map<string, number>()
  const folder = (n: number) => join(dataDir, 'releases', String(n))
  for (const n of all) lastOfDay.set(shanghaiDay(statSync(join(folder(n), 'release.json')).mtimeMs), n)
  const days = new Set(lastOfDay.values())
  return all.filter((n) => newest.has(n) || days.has(n) || existsSync(join(folder(n), 'pinned')))
}

/**
 * Removes releases that no rule keeps, and every blob and directory that no kept release reaches. Search folders
 * and media of releases before the latest withdrawal are not kept; the snapshot of every index that is kept is.
 * @param read roots of what is being read at the moment, which stay too
 *
 * The work is done in slices, a few milliseconds each, so that publishing need not wait for the whole. Only the
 * publisher may take the next slice, and only while nothing is being made: what was made since the last one is found
 * at its beginning and stays, so nothing that is public or about to be can be taken away.
 */
export function* collectGarbage(
  dataDir: string,
  store: Store,
  read: () => readonly string[] = () => [],
): Generator<void, Collected> {
  const collected: Collected = { releases: 0, files: 0, bytes: 0 }
  const reached = new Reached(store)
  const since = withdrawnSince(dataDir)
  const kept = new Set(keptReleases(dataDir))
  const seen = new Set<number>()
  const look = function* (): Generator<void> {
    for (const root of read()) reached.reach(root, [])
    for (const n of sequences(dataDir)) {
      if (seen.has(n)) continue
      seen.add(n)
      const folder = join(dataDir, 'releases', String(n))
      // A release that came meanwhile is always kept.
      if (kept.has(n) || n > Math.max(...kept)) {
        const roots = JSON.parse(readFileSync(join(folder, 'roots.json'), 'utf8')) as ReleaseRoots
        reached.reach(roots.tree, n < since ? ['search', 'media'] : [])
        const settled = n < since ? null : indexesIn(store, roots.tree)?.snapshot
        if (settled) reached.reachWhatIsThere(settled)
        reached.reach(roots.parts, [])
      } else {
        rmSync(folder, { recursive: true, force: true })
        collected.releases++
      }
      yield
    }
  }
  const shardsOf = (folder: string) => readdirSync(folder).map((shard) => join(folder, shard))
  yield* look()
  for (const [shards, isReached] of [
    [shardsOf(store.trees.folder), (name: string) => reached.dirs.has(blobOf(name))],
    [shardsOf(store.blobs.folder), (name: string) => reached.blobs.has(blobOf(name))],
  ] as const)
    for (const shard of shards) {
      yield
      for (const _ of look());
      const swept = sweep(shard, isReached, collected)
      for (const kept of [store.blobs, store.trees]) kept.settled(swept)
    }
  store.trees.forget((hash) => reached.dirs.has(hash))
  return collected
}

/** Directories and blobs that releases reach. */
class Reached {
  readonly dirs = new Set<string>()
  readonly blobs = new Set<string>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  reach(hash: string, skip: readonly string[]): void {
    if (this.dirs.has(hash)) return
    this.dirs.add(hash)
    const { files, folders } = this.store.trees.listing(hash)
    for (const blob of Object.values(files)) this.blobs.add(blob)
    for (const [name, folder] of Object.entries(folders)) if (!skip.includes(name)) this.reach(folder, [])
  }

  /** The same of a folder that the store may have lost: what is recent in search is told against it while it is there. */
  reachWhatIsThere(hash: string): void {
    try {
      this.reach(hash, [])
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

/** Removes what is not reached from a folder and returns the paths that are gone. */
function sweep(shard: string, isReached: (name: string) => boolean, collected: Collected): Set<string> {
  const swept = new Set<string>()
  for (const name of readdirSync(shard)) {
    if (isReached(name)) continue
    const path = join(shard, name)
    const { size, nlink } = statSync(path)
    if (nlink <= 1) collected.bytes += size
    collected.files++
    rmSync(path, { recursive: true, force: true })
    swept.add(path)
  }
  return swept
}
