// The end of the way: everything is durable, then one rename, and readers see it. Before: makeRelease with its pages.
import { join } from 'node:path'
import type { Release } from '#domain/published/release'
import type { World } from '#domain/world/world'
import { takeLock } from '../../processes/children/lock.ts'
import type { PageWork } from '../pages/pages.ts'
import { LeaseLost } from '../store/fence.ts'
import type { Store } from '../store/store.ts'
import { liveRelease, sequences, switchTo } from '../store/switchRelease.ts'
import type { RowsThatFollow } from '../tables/waitingRows.ts'

/** What a release holds when it is ready to be seen. */
export type LiveContent = {
  /** Root of the public tree; it is the release's id. */
  tree: string
  parts: string
  snapshot: string
  /**
   * The settled index in the tree, whether it holds what this snapshot holds, and of which release it was made where it
   * comes now; null while there is none.
   */
  search: { folder: string; current: boolean; madeOf?: string } | null
  /** Whether a record or a photo left the public side. */
  withdraws: boolean
}

/** What a release is made of before it is checked. */
export type UncheckedContent = {
  /** Root of the tree that it starts from; null for nothing. */
  base: string | null
  /** Files to put or take away, and whole folders. */
  files: Map<string, string | null>
  folders: Map<string, string | null>
  /** Says which files of rows follow. */
  later: RowsThatFollow
  snapshot: string
  parts: string
  search: LiveContent['search']
  work: Omit<PageWork, 'files'>
  withdraws: boolean
}

type Rim = {
  /** Number of the publisher's lease; a live release with a higher one is newer than anything it may make. */
  lease: number
  dataDir: string
  store: Store
  code: string
  world: World
  effects: { now: () => Date; step: (name: string) => void; history?: Release['history'] | null }
}

/** How long a publisher waits for another one that is switching at this moment, in milliseconds. */
const SWITCH_WITHIN = 5000

/**
 * Makes everything durable and switches readers to it, under the lock beside the public link; content that is live
 * already makes no new release.
 * @throws {LeaseLost} when the live release was made under a newer lease: a publisher that slept cannot go back
 */
export function goLive(o: LiveContent & Rim): { release: Release; isNew: boolean } {
  const lock = takeLock(join(o.dataDir, 'switch.lock'), SWITCH_WITHIN)
  if (!lock) throw new Error('另一个发布进程正在切换版本，5 秒没有等到：稍后再试')
  try {
    return switchUnderLock(o)
  } finally {
    lock.release()
  }
}

function switchUnderLock(o: LiveContent & Rim): { release: Release; isNew: boolean } {
  const live = liveRelease(o.dataDir)
  if (live && live.roots.lease > o.lease) throw new LeaseLost()
  if (live?.release.id === o.tree && live.release.code === o.code)
    return { release: live.release, isNew: false }
  const counts: Record<string, number> = {}
  for (const [name, rows] of Object.entries(o.world.snapshot.tables)) counts[name] = rows.size
  const release: Release = {
    id: o.tree,
    content: o.store.trees.hashWithout(o.tree, 'search'),
    sequence: (sequences(o.dataDir).at(-1) ?? 0) + 1,
    snapshot: o.snapshot,
    code: o.code,
    asOf: o.world.snapshot.asOf,
    liveSince: o.effects.now().toISOString(),
    counts,
    // Beside the tree and no part of its id: a rebuild from the public data gives the same content.
    ...(o.effects.history ? { history: o.effects.history } : {}),
    search: o.search && {
      folder: o.search.folder,
      release: o.search.current ? o.tree : (o.search.madeOf ?? live?.release.search?.release ?? o.tree),
    },
  }
  o.store.blobs.flush()
  o.store.trees.flush()
  o.effects.step('durable')
  const roots = { tree: o.tree, parts: o.parts, lease: o.lease }
  switchTo(o.dataDir, o.store, release, roots, o.withdraws, o.effects.step)
  return { release, isNew: true }
}
