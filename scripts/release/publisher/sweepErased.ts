import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ERASURE_ORDERS, type ErasureOrder, erasureOrder } from '#domain/published/erasureOrder'
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

/**
 * Drops every old release that holds what was erased, pinned ones too: its files are what it is, so it cannot stay without
 * them. Then whatever no release holds is swept, and the orders go. The live release stays: nothing that is public is
 * erased. Done in slices like `collectGarbage`, and under the same conditions.
 * @param read roots of what is being read at the moment
 */
export function* sweepErased(
  dataDir: string,
  store: Store,
  read: () => readonly string[] = () => [],
): Generator<void, Collected> {
  const files = erasureOrders(dataDir)
  const orders = files.map((file) => erasureOrder.parse(JSON.parse(readFileSync(file, 'utf8'))))
  const live = liveRelease(dataDir)?.release.sequence
  const found = new Map<string, boolean>()
  for (const n of sequences(dataDir)) {
    if (n === live) continue
    const folder = join(dataDir, 'releases', String(n))
    const { tree, parts } = JSON.parse(readFileSync(join(folder, 'roots.json'), 'utf8')) as ReleaseRoots
    for (const root of [tree, parts]) {
      yield* lookThrough(store, root, orders, found)
      if (!found.get(root)) continue
      rmSync(folder, { recursive: true, force: true })
      break
    }
    yield
  }
  const collected = yield* collectGarbage(dataDir, store, read)
  for (const file of files) rmSync(file, { force: true })
  return collected
}

/** Notes of a directory and all that it reaches whether it holds what was erased; what releases share is read once. */
function* lookThrough(
  store: Store,
  hash: string,
  orders: readonly ErasureOrder[],
  found: Map<string, boolean>,
): Generator<void> {
  if (found.has(hash)) return
  const { files, folders } = store.trees.listing(hash)
  let holds = false
  for (const blob of Object.values(files)) {
    if (!found.has(blob)) found.set(blob, holdsErased(store, blob, orders))
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
  const bytes = store.blobs.read(blob)
  return sought.some((each) => bytes.includes(each))
}

const spellings = (words: string): string[] => [
  words,
  JSON.stringify(words).slice(1, -1),
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;'),
]
