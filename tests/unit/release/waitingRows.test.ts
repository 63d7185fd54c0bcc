import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { ROW_LISTS_FILE, type RowList, rowListPath } from '#domain/figures/rowLists'
import { Statistics } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import type { Row } from '#domain/records/snapshot'
import { type Change, World } from '#domain/world/world'
import { rowFiles } from '../../../scripts/release/make/rowFiles.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { writeOrderedRows } from '../../../scripts/release/tables/orderedRows.ts'
import { RecordLines } from '../../../scripts/release/tables/recordLines.ts'
import { csvHead, csvRows } from '../../../scripts/release/tables/tableLines.ts'
import { RowsThatFollow, rowOrders, rowsFollow } from '../../../scripts/release/tables/waitingRows.ts'
import { InPieces } from '../../../scripts/release/workers/inPieces.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'
import { writeParts } from '../../support/records/writeParts.ts'

const folder = mkdtempSync(join(tmpdir(), 'waiting-rows-'))
const store = openStore(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LONG: RowList = { table: 'cases', scope: 'real', part: 'department:d-one' }
const PATH = rowListPath(LONG)
const OWN: RowList = { ...LONG, table: 'events' }

/** Folder of a snapshot of this name: its hash is what a release is called by. */
const folderOf = (snapshot: string) =>
  store.trees.edit(null, new Map([[snapshot, store.blobs.put(snapshot)]])) as string

/** A portal whose one department has more cases than one switch writes. */
class Portal {
  readonly world = new World(snapshotOf(...Array.from({ length: 1_005 }, (_, i) => caseRow(i + 1))))
  readonly statistics = new Statistics(this.world)
  private parts: string | null = null
  private tree: string | null = null

  /** Makes the release of a snapshot of this name. */
  release(snapshot: string, changes: Change[] | null, withdraws = changes === null): void {
    for (const change of changes ?? []) this.world.apply(change)
    this.statistics.update(changes ?? [])
    const { world, statistics } = this
    this.parts = writeParts(store, world, statistics, this.parts, changes)
    const later = new RowsThatFollow(store, changes && this.tree)
    const lines = new RecordLines(world, statistics)
    const live = this.tree
    const before = (path: string) => (later.comes(path) ? null : store.trees.find(live, path))
    const files = new InPieces(rowFiles({ store, world, statistics, lines, before, later }, changes)).finish()
    later.tell(files, folderOf(snapshot), withdraws)
    const folders = new Map([['data/snapshot', folderOf(snapshot)]])
    this.tree = store.trees.edit(changes ? this.tree : null, files, folders)
  }

  /** What a follower that starts now will have made in the end. */
  made(): Map<string, string> {
    const orders = rowOrders(store, this.tree as string, this.world)
    const out = mkdtempSync(join(folder, 'made-'))
    const o = { store, parts: this.parts as string, made: store.blobs, folder: out }
    return new Map(Object.entries(writeOrderedRows(o, orders)))
  }

  take(made: Map<string, string>, snapshot: string): void {
    this.tree = store.trees.edit(this.tree, rowsFollow(store, this.tree as string, made, folderOf(snapshot)))
  }

  text(path: string): string | null {
    const blob = store.trees.find(this.tree, path)
    return blob && store.blobs.read(blob).toString()
  }

  waiting(): Record<string, { snapshot: string | null }> {
    return JSON.parse(this.text(ROW_LISTS_FILE) as string).waiting
  }
}

const retitled = (world: World, key: string, title: string): Change => {
  const before = world.need('cases', key) as Row<'cases'>
  return { table: 'cases', key, before, after: { ...before, title } }
}

let portal: Portal
beforeEach(() => {
  portal = new Portal()
  portal.release('first', null)
})

test('a long list has no file at the first switch and says so; what follows is its rows, byte for byte', () => {
  expect(portal.text(PATH)).toBe(null)
  expect(portal.waiting()[PATH]).toMatchObject({ snapshot: null })
  portal.take(portal.made(), 'first')
  const { world, statistics } = portal
  for (const list of [LONG, OWN]) {
    const dataset = datasetOf(list.table)
    const rows = world
      .keys('cases')
      .flatMap((key) => dataset.rowsOf(world.need('cases', key), world, statistics))
      .filter((row) => list === LONG || row.department === 'd-one')
    expect(rows.length).toBeGreaterThan(1_000)
    expect(portal.text(rowListPath(list)) === csvHead(dataset) + csvRows(dataset, rows)).toBe(true)
  }
  expect(portal.waiting()).toEqual({})
})

test('after a change the older file stays and is named by its snapshot until the new one follows', () => {
  portal.take(portal.made(), 'first')
  portal.release('second', [retitled(portal.world, 'WS-2022-000007', '改过，有“引号”"和"\n换行')])
  expect(portal.text(PATH)).not.toContain('改过')
  expect(portal.waiting()[PATH]).toMatchObject({ snapshot: folderOf('first') })
  portal.release('third', [])
  expect(portal.waiting()[PATH]).toMatchObject({ snapshot: folderOf('first') })
  portal.take(portal.made(), 'third')
  expect(portal.text(PATH)).toContain('改过，有“引号”""和""')
})

test('a list that changed again while its file was made still waits, named by what was made', () => {
  portal.take(portal.made(), 'first')
  portal.release('second', [retitled(portal.world, 'WS-2022-000007', '二')])
  const made = portal.made()
  portal.release('third', [retitled(portal.world, 'WS-2022-000007', '三')])
  portal.take(made, 'second')
  expect(portal.waiting()[PATH]).toMatchObject({ snapshot: folderOf('second') })
  portal.take(portal.made(), 'third')
  expect(portal.waiting()).toEqual({})
})

test('where a record leaves the public side no older file that holds it stays', () => {
  portal.take(portal.made(), 'first')
  const before = portal.world.need('cases', 'WS-2022-000007')
  portal.release('second', [{ table: 'cases', key: 'WS-2022-000007', before }], true)
  expect(portal.text(PATH)).toBe(null)
  expect(portal.waiting()[PATH]).toMatchObject({ snapshot: null })
})

test('a list that has become short is written with the pages and waits no more', () => {
  const gone = Array.from({ length: 6 }, (_, i): Change => {
    const before = portal.world.need('cases', `WS-2022-00000${i + 1}`)
    return { table: 'cases', key: before.reference, before }
  })
  portal.release('second', gone, true)
  expect(portal.text(PATH)).toContain('WS-2022-000999')
  expect(portal.waiting()[PATH]).toBe(undefined)
})
