import type { Release } from '#domain/published/release'
import { indexesIn } from '../search/searchPointer.ts'
import type { Fence } from '../store/fence.ts'
import type { Store } from '../store/store.ts'
import { liveRelease, type ReleaseRoots } from '../store/switchRelease.ts'
import { longTablesWait } from '../tables/openData.ts'
import { rowOrders, rowsWaiting } from '../tables/waitingRows.ts'
import { FOLLOWER_KINDS, type Followed, type FollowerKind, follow } from '../workers/followers.ts'
import type { RowOrder } from '../workers/rowOrder.ts'
import type { ReleaseMaker, ReleaseResult } from './makeRelease.ts'

type Live = { release: Release; roots: ReleaseRoots }

/** Lets search, the whole long tables and the long lists of rows follow the live pages, each in its own time. */
export class Following {
  private readonly running = new Map<FollowerKind, { snapshot: string; stop: AbortController }>()
  private last: FollowerKind | null = null
  private readonly o: {
    dataDir: string
    store: Store
    maker: ReleaseMaker
    /** Does something while nothing is being made. */
    inTurn: <T>(work: () => Promise<T>) => Promise<T>
    fence: Fence
    /** Called when a later switch begins and when it is done. */
    begins: () => void
    live: (result: ReleaseResult, kind: FollowerKind) => void
  }

  constructor(o: Following['o']) {
    this.o = o
  }

  /** Makes what follows of one kind, if it is not there yet and nobody is at it. */
  async follow(kind: FollowerKind): Promise<void> {
    const { dataDir, store, maker } = this.o
    const live = liveRelease(dataDir)
    const snapshot = live && !this.running.has(kind) && this.wanted(kind, live)
    if (!snapshot) return
    const stop = new AbortController()
    this.running.set(kind, { snapshot, stop })
    try {
      const rows = kind === 'tables' ? await this.rowOrders(snapshot) : []
      if (rows === null) return
      const task = { kind, dataDir, snapshot, parts: live.roots.parts, rows }
      const take = (made: Followed) =>
        this.o.inTurn(async () => {
          // What was withdrawn meanwhile is in it: it must never be seen, so the next one follows instead.
          if (stop.signal.aborted) return
          await this.o.fence.check()
          this.o.begins()
          store.blobs.adopt(made.blobs)
          const result = maker.follow(kind, made, { id: live.release.id, snapshot })
          if (result) this.o.live(result, kind)
        })
      await follow(task, take, stop.signal)
    } finally {
      this.last = kind
      this.running.delete(kind)
    }
  }

  /** The files of rows that wait, told by the world while it is what is live; null where another snapshot is live by now. */
  private rowOrders(snapshot: string): Promise<RowOrder[] | null> {
    return this.o.inTurn(async () => {
      const live = liveRelease(this.o.dataDir)
      if (live?.release.snapshot !== snapshot) return null
      return rowOrders(this.o.store, live.roots.tree, this.o.maker.world)
    })
  }

  /** Ends what is being made: a record was withdrawn that it holds, or another one publishes now. */
  giveUp(): void {
    for (const { stop } of this.running.values()) stop.abort()
  }

  /** Snapshots that are being read: they must stay in the store. */
  snapshots(): string[] {
    return [...this.running.values()].map((r) => r.snapshot)
  }

  /** Whether all that follows was made from what is live, and nothing is being made. */
  isCaughtUp(): boolean {
    const live = liveRelease(this.o.dataDir)
    return (
      this.running.size === 0 && live !== null && FOLLOWER_KINDS.every((kind) => !this.wanted(kind, live))
    )
  }

  /**
   * Snapshot that something has to be made from, or null where it is there. Tables let search go first; where changes
   * never end they have their turn after every index.
   */
  private wanted(kind: FollowerKind, { release, roots }: Live): string | null {
    const { store } = this.o
    const indexes = indexesIn(store, roots.tree)
    const isBehind = release.search?.release !== release.id
    const isWanted = {
      index: isBehind,
      tables:
        (!isBehind || this.last === 'index') &&
        (longTablesWait(store, roots.tree, release.snapshot) || rowsWaiting(store, roots.tree).size > 0),
      pagefind: indexes !== null && indexes.pagefindOf !== indexes.snapshot,
    }
    if (!isWanted[kind]) return null
    return kind === 'pagefind' ? (indexes?.snapshot ?? null) : release.snapshot
  }
}
