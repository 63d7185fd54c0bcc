import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import { type Change, World } from '#domain/world/world'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { openData, wholeTablesFollow } from '../../../scripts/release/tables/openData.ts'
import { partsOf } from '../../../scripts/release/tables/tableFiles.ts'
import { csvHead } from '../../../scripts/release/tables/tableLines.ts'
import { WholeTables } from '../../../scripts/release/tables/wholeTables.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'
import { writeParts } from '../../support/records/writeParts.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'long-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const CASES = datasetOf('cases')
const gz = (blob: string) => gunzipSync(readFileSync(`${store.blobs.pathOf(blob)}.gz`))

/** The whole file as anybody would join it from its parts. */
function wholeOf(root: string, kind: 'csv' | 'json'): string {
  const texts = partsOf(store, root, CASES, kind).map(({ blob }) => store.blobs.read(blob).toString())
  return kind === 'csv' ? csvHead(CASES) + texts.join('') : `[\n${texts.join(',\n')}\n]\n`
}

/** A portal of three cases in two blocks, its tables written, and what a corrected title makes of the parts. */
function portal() {
  const world = new World(snapshotOf(caseRow(1), caseRow(2), caseRow(150)))
  const statistics = new Statistics(world)
  const parts = writeParts(store, world, statistics, null, null)
  const corrected = (title: string) => {
    const before = world.need('cases', 'WS-2022-000150')
    const change: Change = { table: 'cases', key: before.reference, before, after: { ...before, title } }
    world.apply(change)
    statistics.update([change])
    return writeParts(store, world, statistics, parts, [change])
  }
  return { parts, corrected }
}

test('the compressed twin of a table opens to the table, also after one of its parts changed', () => {
  const tables = new WholeTables(store)
  const { parts, corrected } = portal()
  for (const root of [parts, corrected('改过的标题')])
    for (const kind of ['csv', 'json'] as const) {
      const blob = tables.put(root, CASES, kind)
      expect(gz(blob).equals(store.blobs.read(blob))).toBe(true)
      expect(store.blobs.read(blob).toString()).toBe(wholeOf(root, kind))
    }
})

describe('a table above the limit', () => {
  const SNAPSHOT = 'a'.repeat(64)
  const NEXT = 'b'.repeat(64)
  const index = (tree: string) =>
    JSON.parse(store.blobs.read(store.trees.find(tree, 'data/cases/index.json') as string).toString())

  test('keeps its whole file in the switch of a change; the parts are new and the index says whose the whole is', () => {
    const tables = new WholeTables(store, store.blobs, 500)
    const { parts, corrected } = portal()
    const first = openData(store, tables, { parts, snapshot: SNAPSHOT, live: null }, null)
    const live = store.trees.edit(null, first.files, first.folders)
    const next = corrected('改过的标题')
    const changed = openData(store, tables, { parts: next, snapshot: NEXT, live }, parts)
    const tree = store.trees.edit(live, changed.files, changed.folders)
    expect(store.trees.find(tree, 'data/cases.csv')).toBe(store.trees.find(live, 'data/cases.csv'))
    expect(index(tree)).toMatchObject({
      whole: { snapshot: SNAPSHOT },
      parts: ['parts/2022/0000', 'parts/2022/0001'],
    })
    const part = store.blobs.read(store.trees.find(tree, 'data/cases/parts/2022/0001.csv') as string)
    expect(part.toString()).toContain('改过的标题')
    const joined = index(tree).parts.map((p: string) =>
      store.blobs.read(store.trees.find(tree, `data/cases/${p}.csv`) as string).toString(),
    )
    expect(index(tree).csvHead + joined.join('')).toBe(wholeOf(next, 'csv'))
  })

  test('gets its whole file with the search, and the index names the snapshot it is of', () => {
    const tables = new WholeTables(store, store.blobs, 500)
    const { parts, corrected } = portal()
    const first = openData(store, tables, { parts, snapshot: SNAPSHOT, live: null }, null)
    const live = store.trees.edit(null, first.files, first.folders)
    const next = corrected('改过的标题')
    const changed = openData(store, tables, { parts: next, snapshot: NEXT, live }, parts)
    const tree = store.trees.edit(live, changed.files, changed.folders)
    const whole = new Map(
      (['csv', 'json'] as const).map((kind) => [`data/cases.${kind}`, tables.put(next, CASES, kind)]),
    )
    const after = store.trees.edit(
      tree,
      wholeTablesFollow(store, { tree, parts: next, lease: 0 }, whole, NEXT),
    )
    expect(store.blobs.read(store.trees.find(after, 'data/cases.csv') as string).toString()).toContain(
      '改过的标题',
    )
    expect(index(after).whole.snapshot).toBe(NEXT)
    const made = openData(store, tables, { parts: next, snapshot: NEXT, live: null }, null)
    const anew = store.trees.edit(null, made.files, made.folders)
    expect(store.trees.folderAt(after, 'data/cases')).toBe(store.trees.folderAt(anew, 'data/cases'))
    expect(store.trees.find(after, 'data/cases.json')).toBe(store.trees.find(anew, 'data/cases.json'))
  })

  test('is one file again when it has become short', () => {
    const { parts } = portal()
    const long = openData(
      store,
      new WholeTables(store, store.blobs, 500),
      { parts, snapshot: SNAPSHOT, live: null },
      null,
    )
    const live = store.trees.edit(null, long.files, long.folders)
    const short = openData(store, new WholeTables(store), { parts, snapshot: NEXT, live }, null)
    const tree = store.trees.edit(live, short.files, short.folders)
    expect(store.trees.folderAt(tree, 'data/cases')).toBe(null)
    expect(store.trees.find(tree, 'data/cases.csv')).not.toBe(null)
  })
})
