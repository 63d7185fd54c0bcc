import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { World } from '#domain/world/world'
import { SnapshotChanges } from '../../../scripts/release/search/snapshotChanges.ts'
import { writeSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { areaRow, caseRow, snapshotOf } from '../../support/records/rows.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changes-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('names what came, changed and went, in every table, and nothing else', () => {
  const before = snapshotOf(caseRow(1), caseRow(2), caseRow(101))
  const after = snapshotOf(caseRow(1), caseRow(2, { title: '改了' }), caseRow(305))
  after.tables.areas.set('a-two', areaRow('a-two'))
  const [a, b] = [before, after].map((snapshot) => writeSnapshot(store, new World(snapshot), null)) as [
    string,
    string,
  ]
  const byKey = (x: { key: string }, y: { key: string }) => (x.key < y.key ? -1 : 1)
  expect(new SnapshotChanges(store).between(a, b)?.sort(byKey)).toEqual([
    { table: 'cases', key: 'WS-2022-000002', was: true, is: true },
    { table: 'cases', key: 'WS-2022-000101', was: true, is: false },
    { table: 'cases', key: 'WS-2022-000305', was: false, is: true },
    { table: 'areas', key: 'a-two', was: false, is: true },
  ])
  expect(new SnapshotChanges(store).between(b, b)).toEqual([])
})

test('reads only what differs: the rows of a block that is the same are not opened', () => {
  const worlds = [caseRow(301), caseRow(302)].map((c) => new World(snapshotOf(caseRow(1), c)))
  const [a, b] = worlds.map((world) => writeSnapshot(store, world, null)) as [string, string]
  const same = store.trees.find(a, 'cases/2022/0000.ndjson') as string
  rmSync(store.blobs.pathOf(same))
  expect(new SnapshotChanges(store).between(a, b)?.map((c) => c.key)).toEqual([
    'WS-2022-000301',
    'WS-2022-000302',
  ])
})

test('after random edits it is exactly the records that those edits changed', () => {
  const world = new World(snapshotOf())
  const edits = new RandomEdits(world, 5)
  for (const change of edits.foundation()) world.apply(change)
  const rows = () =>
    new Map(
      Object.entries(world.snapshot.tables).flatMap(([table, all]) =>
        [...all].map(([key, row]): [string, string] => [`${table} ${key}`, JSON.stringify(row)]),
      ),
    )
  const [was, before] = [rows(), writeSnapshot(store, world, null)]
  for (let i = 0; i < 200; i++) world.apply(edits.next())
  const is = rows()
  const truth = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id))
  const told = new SnapshotChanges(store).between(before, writeSnapshot(store, world, null))
  expect(told?.map((c) => `${c.table} ${c.key}`).sort()).toEqual(truth.sort())
})

test('a snapshot that is no longer in the store gives no answer', () => {
  const root = writeSnapshot(store, new World(snapshotOf(caseRow(1))), null)
  expect(new SnapshotChanges(store).between('0'.repeat(64), root)).toBeNull()
})
