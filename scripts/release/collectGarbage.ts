import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDay } from '#domain/dates'
import { blobOf } from './blobStore.ts'
import type { Store } from './store.ts'
import { type ReleaseRoots, sequences } from './switchRelease.ts'

/** How many of the newest releases stay whatever their day. */
export const KEPT_RELEASES = 50

export type Collected = { releases: number; files: number; bytes: number }

/** Sequence of the latest release at which something left the public side; 0 when nothing ever did. */
export function withdrawnSince(dataDir: string): number {
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
 * and media of releases before the latest withdrawal are not kept. Only the publisher calls it, between releases:
 * it is the only writer of the store, so nothing that is being made can be taken away.
 */
export function collectGarbage(dataDir: string, store: Store): Collected {
  const kept = new Set(keptReleases(dataDir))
  const since = withdrawnSince(dataDir)
  const collected: Collected = { releases: 0, files: 0, bytes: 0 }
  const dirs = new Set<string>()
  const blobs = new Set<string>()
  const reach = (hash: string, skip: readonly string[]) => {
    if (dirs.has(hash)) return
    dirs.add(hash)
    const { files, folders } = store.trees.listing(hash)
    for (const blob of Object.values(files)) blobs.add(blob)
    for (const [name, folder] of Object.entries(folders)) if (!skip.includes(name)) reach(folder, [])
  }
  for (const n of sequences(dataDir)) {
    const folder = join(dataDir, 'releases', String(n))
    if (!kept.has(n)) {
      rmSync(folder, { recursive: true, force: true })
      collected.releases++
      continue
    }
    const roots = JSON.parse(readFileSync(join(folder, 'roots.json'), 'utf8')) as ReleaseRoots
    reach(roots.tree, n < since ? ['search', 'media'] : [])
    reach(roots.parts, [])
  }
  sweep(store.trees.folder, (name) => dirs.has(name.replace(/\.json$/, '')), collected)
  sweep(store.blobs.folder, (name) => blobs.has(blobOf(name)), collected)
  store.trees.forget((hash) => dirs.has(hash))
  return collected
}

function sweep(folder: string, isReached: (name: string) => boolean, collected: Collected): void {
  for (const shard of readdirSync(folder))
    for (const name of readdirSync(join(folder, shard))) {
      if (isReached(name)) continue
      const path = join(folder, shard, name)
      const { size, nlink } = statSync(path)
      if (nlink <= 1) collected.bytes += size
      collected.files++
      rmSync(path, { recursive: true, force: true })
    }
}
