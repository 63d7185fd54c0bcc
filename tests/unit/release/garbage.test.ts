import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Collected,
  collectGarbage,
  KEPT_RELEASES,
  keptReleases,
} from '../../../scripts/release/publisher/collectGarbage.ts'
import { NOTHING_RECENT } from '../../../scripts/release/search/recentSearch.ts'
import { pointerTo } from '../../../scripts/release/search/searchPointer.ts'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { healStore } from '../../../scripts/release/store/verifyStore.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'garbage-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes the folder of a release whose tree holds the given files, made on a day of June 2022. */
function release(sequence: number, files: Record<string, string>, day: number): string {
  const blobs = new Map(Object.entries(files).map(([path, text]) => [path, store.blobs.put(text)]))
  const tree = store.trees.edit(null, blobs)
  const home = join(folder, 'releases', String(sequence))
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'roots.json'), JSON.stringify({ tree, parts: tree }))
  writeFileSync(join(home, 'release.json'), '{}')
  const at = new Date(`2022-06-${String(day).padStart(2, '0')}T12:00:00+08:00`)
  utimesSync(join(home, 'release.json'), at, at)
  return tree
}
/** All slices at once, with something done between two of them. */
function collect(between: (slice: number) => void = () => {}): Collected {
  const slices = collectGarbage(folder, store)
  for (let i = 0; ; i++) {
    const { done, value } = slices.next()
    if (done) return value
    between(i)
  }
}
const blobCount = () =>
  readdirSync(store.blobs.folder).flatMap((s) => readdirSync(join(store.blobs.folder, s))).length

describe('what is kept', () => {
  test('the newest fifty, the last of every day and whatever is pinned', () => {
    for (let n = 1; n <= KEPT_RELEASES + 10; n++)
      release(n, { 'a.html': String(n) }, n <= 3 ? 1 : n <= 5 ? 2 : 20)
    writeFileSync(join(folder, 'releases', '1', 'pinned'), '')
    expect(keptReleases(folder).slice(0, 4)).toEqual([1, 3, 5, 11])
    collect()
    expect(existsSync(join(folder, 'releases', '2'))).toBe(false)
    expect(existsSync(join(folder, 'releases', '1'))).toBe(true)
    expect(blobCount()).toBe(KEPT_RELEASES + 3)
  })

  test('every file that a kept release shows', () => {
    const tree = release(1, { 'a/x.html': 'x', 'b.html': 'y' }, 1)
    store.blobs.put('nobody links to this')
    expect(collect()).toMatchObject({ files: 1, releases: 0 })
    for (const { blob } of store.trees.walk(tree)) expect(existsSync(store.blobs.pathOf(blob))).toBe(true)
  })

  test('what a release made between two slices takes up again, also where nothing kept it before', () => {
    release(1, { 'a.html': 'stays' }, 1)
    const left = store.blobs.put('was left over')
    let tree = ''
    collect((slice) => {
      if (slice === 1) tree = release(2, { 'a.html': 'stays', 'b.html': 'was left over' }, 1)
    })
    expect(store.blobs.read(left).toString()).toBe('was left over')
    expect(existsSync(join(store.trees.pathOf(tree), 'b.html'))).toBe(true)
  })

  test('the snapshot that a search index was made from, and one that is being read, as long as they are needed', () => {
    const snapshot = (row: string) => store.trees.edit(null, new Map([['a.ndjson', store.blobs.put(row)]]))
    const [settled, read, lost] = [snapshot('settled'), snapshot('read'), snapshot('of nobody')]
    const indexes = { folder: 'i', snapshot: settled, pagefind: null, pagefindOf: null }
    release(
      1,
      { 'search/current.json': JSON.stringify(pointerTo(indexes, NOTHING_RECENT)), 'search/i/head.bin': 'x' },
      1,
    )
    for (const _ of collectGarbage(folder, store, () => [read]));
    const stands = (root: string) => existsSync(join(store.trees.pathOf(root), 'a.ndjson'))
    expect([settled, read, lost].map(stands)).toEqual([true, true, false])
    collect()
    expect([settled, read].map(stands)).toEqual([true, false])
  })

  test('what is there, where the store lost the snapshot of an index', () => {
    const indexes = { folder: 'i', snapshot: '0'.repeat(64), pagefind: null, pagefindOf: null }
    const tree = release(1, { 'search/current.json': JSON.stringify(pointerTo(indexes, NOTHING_RECENT)) }, 1)
    collect()
    expect(existsSync(store.trees.pathOf(tree))).toBe(true)
  })

  test('no search folder or photo from before the latest withdrawal', () => {
    release(1, { 'search/old/w.pf': 'withdrawn words', 'media/p.webp': 'photo', 'index.html': '1' }, 1)
    release(2, { 'search/new/w.pf': 'others', 'index.html': '2' }, 2)
    writeFileSync(join(folder, 'withdrawn-since'), '2')
    const old = store.blobs.put('withdrawn words')
    collect()
    expect(existsSync(store.blobs.pathOf(old))).toBe(false)
    expect(blobCount()).toBe(3)
  })
})

describe('after a power cut', () => {
  test('a blob without its bytes goes, with the directories that show it, and comes back when it is made again', () => {
    const files = new Map([['a/x.html', store.blobs.put('whole')]])
    const root = store.trees.edit(null, files)
    truncateSync(store.blobs.pathOf(store.blobs.put('whole')))
    expect(healStore(store)).toBeGreaterThan(0)
    store.blobs.put('whole')
    const again = openStore(folder)
    expect(again.trees.edit(null, files)).toBe(root)
    expect(again.blobs.read(again.trees.find(root, 'a/x.html') as string).toString()).toBe('whole')
    expect(healStore(again)).toBe(0)
  })

  test('what was still being written goes and counts as no damage', () => {
    const blob = store.blobs.put('1')
    const half = join(dirname(store.blobs.pathOf(blob)), 'growing.1-0.tmp')
    writeFileSync(half, '')
    expect(healStore(store)).toBe(0)
    expect(existsSync(half)).toBe(false)
  })

  test('a whole store is left alone', () => {
    store.trees.edit(null, new Map([['x.html', store.blobs.put('1')]]))
    expect(healStore(store)).toBe(0)
    expect(blobCount()).toBe(1)
  })
})

test('what is swept before it became durable does not stand in the way of the next release', () => {
  const kept = release(1, { 'a.html': 'kept' }, 1)
  store.trees.edit(null, new Map([['b.html', store.blobs.put('of a release that was refused')]]))
  collect()
  store.blobs.flush()
  store.trees.flush()
  expect(store.trees.find(kept, 'a.html')).not.toBe(null)
  expect(blobCount()).toBe(1)
})
