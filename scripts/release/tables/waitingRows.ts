import { z } from 'zod'
import {
  everyList,
  ownDepartments,
  ROW_LISTS_FILE,
  recordsOfList,
  rowListPath,
} from '#domain/figures/rowLists'
import type { World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import type { RowOrder } from '../workers/rowOrder.ts'

const waitingFile = z.object({
  /** Snapshot (as in `release.json`) that the file is of; null while there is none. */
  snapshot: z.string().nullable(),
  /** Snapshot of the last release that changed its rows. */
  since: z.string(),
})
const listing = z.object({
  /** Files of lists that have not followed yet, by their addresses; every other one is of the live release. */
  waiting: z.record(z.string(), waitingFile),
})
type Waiting = Map<string, z.infer<typeof waitingFile>>

/** The files of lists of a tree that wait for what follows. */
export function rowsWaiting(store: Store, tree: string | null): Waiting {
  const blob = store.trees.find(tree, ROW_LISTS_FILE)
  if (!blob) return new Map()
  return new Map(Object.entries(listing.parse(JSON.parse(store.blobs.read(blob).toString('utf8'))).waiting))
}

function putWaiting(store: Store, waiting: Waiting): string {
  const sorted = [...waiting].sort(([a], [b]) => (a < b ? -1 : 1))
  const told: z.infer<typeof listing> = { waiting: Object.fromEntries(sorted) }
  return store.blobs.putText(`${JSON.stringify(told, null, 1)}\n`, ROW_LISTS_FILE)
}

/** The files of lists of rows that follow a release instead of being switched with its pages. */
export class RowsThatFollow {
  /** Addresses of those that this release changes. */
  readonly added = new Set<string>()
  private readonly waiting: Waiting
  private readonly store: Store
  private readonly live: string | null

  /** @param live root of the tree that a release starts from; null where it starts from nothing */
  constructor(store: Store, live: string | null) {
    this.store = store
    this.live = live
    this.waiting = rowsWaiting(store, live)
  }

  add(paths: Iterable<string>): void {
    for (const path of paths) this.added.add(path)
  }

  /** Whether a link may lead there although no file is there yet. */
  comes(path: string): boolean {
    return this.added.has(path) || this.waiting.has(path)
  }

  /**
   * Says in the files of a release which ones follow it. Until then the older file stays; where a record left the
   * public side there is none, as it might hold it.
   * @param files of the release: those of short lists are in it already, and what is said here is added
   */
  tell(files: Map<string, string | null>, snapshot: string, withdraws: boolean): void {
    const { store, live } = this
    const waiting = new Map([...this.waiting].filter(([path]) => !files.has(path)))
    for (const path of this.added) {
      const stands = !withdraws && store.trees.find(live, path) !== null
      const of = stands ? (waiting.get(path)?.snapshot ?? store.trees.folderAt(live, 'data/snapshot')) : null
      waiting.set(path, { snapshot: of, since: snapshot })
      if (!stands) files.set(path, null)
    }
    files.set(ROW_LISTS_FILE, putWaiting(store, waiting))
  }
}

/**
 * What a later switch puts when files of lists have followed.
 * @param snapshot that they were made of; nothing that it holds was withdrawn since
 */
export function rowsFollow(
  store: Store,
  tree: string,
  made: ReadonlyMap<string, string>,
  snapshot: string,
): Map<string, string> {
  const waiting = rowsWaiting(store, tree)
  const files = new Map<string, string>()
  for (const [path, entry] of waiting) {
    const blob = made.get(path)
    if (blob === undefined) continue
    files.set(path, blob)
    if (entry.since === snapshot) waiting.delete(path)
    else waiting.set(path, { ...entry, snapshot })
  }
  if (files.size > 0) files.set(ROW_LISTS_FILE, putWaiting(store, waiting))
  return files
}

/** What a follower needs to write the files that wait in a tree. */
export function rowOrders(store: Store, tree: string, world: World): RowOrder[] {
  const waiting = rowsWaiting(store, tree)
  if (waiting.size === 0) return []
  return everyList(world)
    .filter((list) => waiting.has(rowListPath(list)))
    .map((list) => ({
      path: rowListPath(list),
      table: list.table,
      keys: recordsOfList(list, world),
      departments: ownDepartments(list, world),
    }))
}
