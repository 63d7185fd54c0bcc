import { lstatSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(files: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(files).map(([path, text]) => [path, store.blobs.put(text)]))
}

test('the same content has the same root whichever way it was reached', () => {
  const whole = store.trees.edit(null, put({ 'a/x.html': '1', 'a/y.html': '2', 'b.html': '3' }))
  const detour = store.trees.edit(null, put({ 'a/x.html': 'other', 'c/gone.html': '9' }))
  const back = store.trees.edit(
    detour,
    new Map([...put({ 'a/x.html': '1', 'a/y.html': '2', 'b.html': '3' }), ['c/gone.html', null]]),
  )
  expect(back).toBe(whole)
})

test('a different byte or name gives a different root', () => {
  const root = store.trees.edit(null, put({ 'a/x.html': '1' }))
  expect(store.trees.edit(null, put({ 'a/x.html': '2' }))).not.toBe(root)
  expect(store.trees.edit(null, put({ 'a/z.html': '1' }))).not.toBe(root)
})

test('an edit makes new directories only on the way to the change', () => {
  const root = store.trees.edit(null, put({ 'a/x.html': '1', 'b/y.html': '2' }))
  const next = store.trees.edit(root, put({ 'a/x.html': 'new' }))
  expect(store.trees.folderAt(next, 'b')).toBe(store.trees.folderAt(root, 'b'))
  expect(store.trees.folderAt(next, 'a')).not.toBe(store.trees.folderAt(root, 'a'))
})

test('a tree on disk reads as plain files through its links and shares the bytes of its blobs', () => {
  const root = store.trees.edit(null, put({ 'a/b/x.html': 'hello' }))
  const path = join(store.trees.pathOf(root), 'a/b/x.html')
  expect(readFileSync(path, 'utf8')).toBe('hello')
  expect(statSync(path).ino).toBe(statSync(store.blobs.pathOf(store.blobs.put('hello'))).ino)
  expect(lstatSync(join(store.trees.pathOf(root), 'a')).isSymbolicLink()).toBe(true)
})

test('a directory left without files disappears', () => {
  const root = store.trees.edit(null, put({ 'a/x.html': '1', 'b.html': '2' }))
  const next = store.trees.edit(root, new Map([['a/x.html', null]]))
  expect(store.trees.folderAt(next, 'a')).toBeNull()
  expect([...store.trees.walk(next)].map((f) => f.path)).toEqual(['b.html'])
})

test('a file put into a folder that is placed whole is added to it', () => {
  const old = store.trees.edit(null, put({ 'search/abc/index.js': '1', 'search/current.json': 'old' }))
  const placed = new Map([['search', store.trees.folderAt(old, 'search')]])
  const root = store.trees.edit(null, put({ 'search/current.json': 'new', 'b.html': '2' }), placed)
  expect([...store.trees.walk(root)].map((f) => f.path)).toEqual([
    'b.html',
    'search/current.json',
    'search/abc/index.js',
  ])
  expect(store.trees.find(root, 'search/current.json')).toBe(store.blobs.put('new'))
})

test('compressed twins lie beside their file and change no root', () => {
  const text = 'x'.repeat(2000)
  const bare = openStore(mkdtempSync(join(folder, 'other-')))
  const bareRoot = bare.trees.edit(null, new Map([['p.html', bare.blobs.put(text)]]))
  const blob = store.blobs.put(text)
  store.blobs.makeTwins(blob, 'p.html', 'page')
  const root = store.trees.edit(null, new Map([['p.html', blob]]))
  expect(root).toBe(bareRoot)
  expect(statSync(join(store.trees.pathOf(root), 'p.html.gz')).size).toBeLessThan(200)
  expect([...store.trees.walk(root)].map((f) => f.path)).toEqual(['p.html'])
})

test('another process reads back what this one wrote', () => {
  const root = store.trees.edit(null, put({ 'a/x.html': '1', 'b.html': '2' }))
  const again = openStore(folder)
  expect(again.trees.find(root, 'a/x.html')).toBe(store.blobs.put('1'))
  expect(again.trees.find(root, 'a/none.html')).toBeNull()
})

test.each(Object.getOwnPropertyNames(Object.prototype))(
  'a file and a folder named %s are found once they are there, change, and go, as under any other name',
  (name) => {
    const { trees } = store
    const plain = trees.edit(null, put({ 'a/x.html': '1' }))
    expect([trees.find(plain, name), trees.find(plain, `a/${name}`), trees.find(plain, `${name}/x`)]).toEqual(
      [null, null, null],
    )
    expect([trees.folderAt(plain, name), trees.folderAt(plain, `a/${name}/b`)]).toEqual([null, null])
    const files = put({ [`${name}/${name}/x.html`]: '2', [`a/${name}`]: '3' })
    const root = trees.edit(plain, files)
    for (const [path, blob] of files) expect(trees.find(root, path)).toBe(blob)
    expect([...trees.walk(root)].map(({ path }) => path).sort()).toEqual(['a/x.html', ...files.keys()].sort())
    expect(trees.edit(root, put({ [`a/${name}`]: '4' }))).not.toBe(root)
    expect(trees.edit(root, new Map([...files.keys()].map((path) => [path, null])))).toBe(plain)
  },
)
