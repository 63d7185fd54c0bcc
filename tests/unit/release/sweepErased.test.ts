import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { orderSweep } from '../../../cms/src/erasure/orderSweep.ts'
import { collectGarbage } from '../../../scripts/release/publisher/collectGarbage.ts'
import { erasureOrders, type Followers, sweepErased } from '../../../scripts/release/publisher/sweepErased.ts'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erased-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const DETAILS = { snapshot: '0'.repeat(64), code: 'x', asOf: '2022-06-01' }

/** A release whose tree holds the given files; the last one is live. */
function release(sequence: number, files: Record<string, string | Buffer>): string {
  const blobs = new Map(Object.entries(files).map(([path, text]) => [path, store.blobs.put(text)]))
  const tree = store.trees.edit(null, blobs)
  const home = join(folder, 'releases', String(sequence))
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'roots.json'), JSON.stringify({ tree, parts: tree }))
  writeFileSync(join(home, 'pinned'), '')
  const told = {
    ...DETAILS,
    sequence,
    id: tree,
    liveSince: '2022-06-01T12:00:00+08:00',
    counts: {},
    search: null,
  }
  writeFileSync(join(home, 'release.json'), JSON.stringify(told))
  rmSync(join(folder, 'public'), { force: true })
  symlinkSync(join('releases', String(sequence)), join(folder, 'public'))
  return tree
}
function sweep(followers?: Followers): void {
  for (const slices = sweepErased(folder, store, followers); !slices.next().done; );
}
const left = () => readdirSync(join(folder, 'releases')).map(Number).sort()
const blobs = () =>
  readdirSync(store.blobs.folder).flatMap((shard) =>
    readdirSync(join(store.blobs.folder, shard)).map((name) => store.blobs.read(name).toString()),
  )

test('every old release that holds erased words goes, pinned ones too, with all its files; the others stay', () => {
  release(1, { 'a/old.html': '张三家在3栋', 'shared.html': '都有' })
  release(2, { 'a/old.html': '某户', 'shared.html': '都有' })
  release(3, { 'data/x.json': '{"t":"张三家"}', 'shared.html': '都有' })
  release(4, { 'a/old.html': '某户', 'b.html': '新的', 'shared.html': '都有' })
  orderSweep(folder, { words: '张三', blob: null })
  expect(erasureOrders(folder)).toHaveLength(1)
  sweep()
  expect(left()).toEqual([2, 4])
  expect(blobs().sort()).toEqual(['新的', '某户', '都有'].sort())
  expect(erasureOrders(folder)).toEqual([])
})

test('a photo that was erased goes by its hash, and words as JSON and HTML write them are found', () => {
  const photo = store.blobs.put('bytes of a photo')
  release(1, { 'media/p.webp': 'bytes of a photo' })
  release(2, { 'x.json': JSON.stringify('A"1234567') })
  release(3, { 'x.html': 'B&amp;1234567' })
  release(4, { 'x.html': '别的' })
  orderSweep(folder, { words: null, blob: photo })
  orderSweep(folder, { words: 'A"1234567', blob: null })
  orderSweep(folder, { words: 'B&1234567', blob: null })
  sweep()
  expect([left(), existsSync(store.blobs.pathOf(photo))]).toEqual([[4], false])
})

test('the live release stays, whatever it holds', () => {
  release(1, { 'x.html': '张三' })
  orderSweep(folder, { words: '张三', blob: null })
  sweep()
  expect(left()).toEqual([1])
})

test('releases that lost their search and photos after a withdrawal are looked through all the same', () => {
  release(1, { 'search/i/d.bin': '张三', 'media/p.webp': 'photo', 'x.html': '张三' })
  release(2, { 'search/j/d.bin': '某户', 'media/q.webp': 'other', 'x.html': '某户' })
  release(3, { 'x.html': '别的' })
  writeFileSync(join(folder, 'withdrawn-since'), '3')
  for (const _ of collectGarbage(folder, store));
  orderSweep(folder, { words: '张三', blob: null })
  sweep()
  expect([left(), erasureOrders(folder)]).toEqual([[2, 3], []])
})

test('what search packs is looked into', () => {
  release(1, { 'search/p/a.pf_fragment': gzipSync('pagefind_dcd{"content":"张三在"}') })
  release(2, { 'x.html': '别的' })
  orderSweep(folder, { words: '张三', blob: null })
  sweep()
  expect(left()).toEqual([2])
})

test('orders wait while search behind the live pages still shows the words, or is being made from what held them', () => {
  release(1, { 'x.html': '张三' })
  const older = release(2, { 'x.html': '某户', 'search/i/d.bin': '张三' })
  orderSweep(folder, { words: '张三', blob: null })
  sweep({ read: () => [], areCaughtUp: () => false })
  expect([left(), erasureOrders(folder).length]).toEqual([[1, 2], 1])
  release(3, { 'x.html': '某户' })
  sweep({ read: () => [older], areCaughtUp: () => false })
  expect([left(), erasureOrders(folder).length]).toEqual([[1, 2, 3], 1])
  release(4, { 'x.html': '某户', 'search/j/d.bin': '某户' })
  sweep({ read: () => [], areCaughtUp: () => false })
  expect([left(), erasureOrders(folder)]).toEqual([[3, 4], []])
})
