import type { Release } from '#domain/release'
import type { World } from '#domain/world'
import type { Store } from './store.ts'
import { liveRelease, sequences, switchTo } from './switchRelease.ts'

/** What a release holds when it is ready to be seen. */
export type LiveContent = {
  /** Root of the public tree; it is the release's id. */
  tree: string
  parts: string
  snapshot: string
  /** The search folder in the tree, and whether it was made from this snapshot; null while there is none. */
  search: { folder: string; current: boolean } | null
  /** Whether something left the public side. */
  withdraws: boolean
}

type Rim = {
  dataDir: string
  store: Store
  code: string
  world: World
  effects: { now: () => Date; step: (name: string) => void }
}

/** Makes everything durable and switches readers to it; content that is live already makes no new release. */
export function goLive(o: LiveContent & Rim): { release: Release; isNew: boolean } {
  const live = liveRelease(o.dataDir)
  if (live?.release.id === o.tree && live.release.code === o.code)
    return { release: live.release, isNew: false }
  const counts: Record<string, number> = {}
  for (const [name, rows] of Object.entries(o.world.snapshot.tables)) counts[name] = rows.size
  const release: Release = {
    id: o.tree,
    sequence: (sequences(o.dataDir).at(-1) ?? 0) + 1,
    snapshot: o.snapshot,
    code: o.code,
    asOf: o.world.snapshot.asOf,
    liveSince: o.effects.now().toISOString(),
    counts,
    search: o.search && {
      folder: o.search.folder,
      release: o.search.current ? o.tree : (live?.release.search?.release ?? o.tree),
    },
  }
  o.store.blobs.flush()
  o.store.trees.flush()
  switchTo(o.dataDir, o.store, release, { tree: o.tree, parts: o.parts }, o.withdraws, o.effects.step)
  return { release, isNew: true }
}
