import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { World } from '#domain/world/world'
import { readSnapshot, writeSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a snapshot reads back as it was written', () => {
  const world = new World(snapshotOf(caseRow(1), caseRow(101), caseRow(230)))
  const root = writeSnapshot(store, world, null)
  expect(readSnapshot(store, root)).toEqual(world.snapshot)
})

test('the order in which records came makes no difference to the bytes', () => {
  const one = writeSnapshot(store, new World(snapshotOf(caseRow(1), caseRow(2))), null)
  expect(writeSnapshot(store, new World(snapshotOf(caseRow(2), caseRow(1))), null)).toBe(one)
})

test('changes written into the last snapshot give the same bytes as a whole one', () => {
  const world = new World(snapshotOf(caseRow(1), caseRow(2), caseRow(101)))
  const base = writeSnapshot(store, world, null)
  const gone = world.need('cases', 'WS-2022-000101')
  const changes = [
    { table: 'cases' as const, key: gone.reference, before: gone },
    { table: 'cases' as const, key: 'WS-2022-000305', after: caseRow(305) },
  ]
  for (const change of changes) world.apply(change)
  expect(writeSnapshot(store, world, base, changes)).toBe(writeSnapshot(store, world, null))
})

test('a damaged row is refused with its file and line', () => {
  const world = new World(snapshotOf(caseRow(1)))
  const root = writeSnapshot(store, world, null)
  const broken = store.trees.edit(
    root,
    new Map([['cases/2022/0000.ndjson', store.blobs.put('{"reference":"x"}\n')]]),
  )
  expect(() => readSnapshot(store, broken)).toThrow('cases/2022/0000.ndjson 第1行')
})
