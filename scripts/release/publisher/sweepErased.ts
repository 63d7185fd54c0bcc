import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ERASURE_ORDERS, type ErasureOrder, erasureOrder } from '#domain/published/erasureOrder'
import { indexesIn } from '../search/searchPointer.ts'
import type { Store } from '../store/store.ts'
import { liveRelease, type ReleaseRoots, sequences } from '../store/switchRelease.ts'
import { type Collected, collectGarbage } from './collectGarbage.ts'

/** The orders of the newsroom that wait: files in `DATA_DIR/erasures`. */
export function erasureOrders(dataDir: string): string[] {
  const folder = join(dataDir, ERASURE_ORDERS)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
}

/** What follows the live pages: search, whole tables and lists. */
export type Followers = {
  /** Roots of what is being read at the moment. */
  read: () => readonly string[]
  /** Whether all of it was made from what is live. */
  areCaughtUp: () => boolean
}
const NONE: Followers = { read: () => [], areCaughtUp: () => true }

/**
 * Drops every old release that holds what was erased, pinned ones too: its files are what it is, so it cannot stay without
 * them. Then whatever no release holds is swept, and the orders go. While the live release still shows what was erased,
 * or something is being made that would show it again, because search or tables are behind its pages, nothing is done and
 * the orders wait. What a live release holds with nothing behind it is there for another reason, and stays. Done in
 * slices like `collectGarbage`, and under the same conditions.
 * @param looked what was looked through already; kept from one attempt to the next
 */
export function* sweepErased(
  dataDir: string,
  store: Store,
  followers: Followers = NONE,
  looked = new LookedThrough(),
): Generator<void, Collected> {
  const files = erasureOrders(dataDir)
  const orders = files.map((file) => erasureOrder.parse(JSON.parse(readFileSync(file, 'utf8'))))
  const found = looked.forOrders(orders)
  const holds = function* (roots: readonly string[]): Generator<void, boolean> {
    for (const root of roots) {
      yield* lookThrough(store, root, orders, found)
      if (found.get(root)) return true
    }
    return false
  }
  const live = liveRelease(dataDir)
  // One that comes meanwhile is made from what is live.
  const old = sequences(dataDir).filter((n) => n !== live?.release.sequence)
  if (
    live &&
    (yield* holds([...rootsOf(store, live.roots), ...followers.read()])) &&
    !followers.areCaughtUp()
  )
    return { releases: 0, files: 0, bytes: 0 }
  let dropped = 0
  for (const n of old) {
    const folder = join(dataDir, 'releases', String(n))
    const roots = JSON.parse(readFileSync(join(folder, 'roots.json'), 'utf8')) as ReleaseRoots
    if (yield* holds(rootsOf(store, roots))) {
      rmSync(folder, { recursive: true, force: true })
      dropped++
    }
    yield
  }
  const collected = yield* collectGarbage(dataDir, store, followers.read)
  for (const file of files) rmSync(file, { force: true })
  return { ...collected, releases: collected.releases + dropped }
}

/** Files and directories of the store that were looked through, and whether each holds what was erased. */
export class LookedThrough {
  private orders = ''
  private found = new Map<string, boolean>()

  /** What was found for these orders; for others nothing was looked for yet. */
  forOrders(orders: readonly ErasureOrder[]): Map<string, boolean> {
    const asked = JSON.stringify(orders)
    if (asked !== this.orders) this.found = new Map()
    this.orders = asked
    return this.found
  }
}

/** All that a release keeps in the store: its tree, its parts, and the snapshot of its search. */
function rootsOf(store: Store, { tree, parts }: ReleaseRoots): string[] {
  const settled = unlessGone(() => indexesIn(store, tree)?.snapshot)
  return [tree, parts, ...(settled ? [settled] : [])]
}

/** What is in the store, or undefined where it is gone: old releases lose their search and photos, and snapshots. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return undefined
  }
}

/** Notes of a directory and all that it reaches whether it holds what was erased; what releases share is read once. */
function* lookThrough(
  store: Store,
  hash: string,
  orders: readonly ErasureOrder[],
  found: Map<string, boolean>,
): Generator<void> {
  if (found.has(hash)) return
  const { files, folders } = unlessGone(() => store.trees.listing(hash)) ?? { files: {}, folders: {} }
  let holds = false
  for (const blob of Object.values(files)) {
    if (!found.has(blob)) found.set(blob, unlessGone(() => holdsErased(store, blob, orders)) ?? false)
    holds ||= found.get(blob) === true
  }
  yield
  for (const folder of Object.values(folders)) {
    yield* lookThrough(store, folder, orders, found)
    holds ||= found.get(folder) === true
  }
  found.set(hash, holds)
}

/** Whether a file is one that was erased, or has erased words in it, as they are or as JSON and HTML write them. */
function holdsErased(store: Store, blob: string, orders: readonly ErasureOrder[]): boolean {
  if (orders.some((order) => order.blob === blob)) return true
  const sought = orders.flatMap(({ words }) => (words === null ? [] : spellings(words)))
  if (sought.length === 0) return false
  const bytes = unpacked(store.blobs.read(blob))
  return sought.some((each) => bytes.includes(each))
}

/** Pagefind packs the texts that it shows. */
function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes)
  } catch {
    return bytes
  }
}

const spellings = (words: string): string[] => [
  words,
  JSON.stringify(words).slice(1, -1),
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;'),
]
