import { expect, test } from 'vitest'
import type { AnyRow, TableName } from '#domain/records/snapshot'
import { World } from '#domain/world/world'
import {
  collectAll,
  collectNamed,
  type ReadAll,
  type ReadRows,
} from '../../../scripts/release/newsroom/collect.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

type Database = Partial<Record<TableName, Record<string, AnyRow | string>>>

/** A newsroom in memory: a text instead of a row is a broken record with its reason. */
function reader(database: Database): ReadRows {
  return async (table, keys) => {
    const rows: AnyRow[] = []
    const problems = []
    for (const [key, row] of Object.entries(database[table] ?? {})) {
      if (!keys.includes(key)) continue
      if (typeof row === 'string') problems.push({ table, key, reason: row })
      else rows.push(row)
    }
    return { rows, problems }
  }
}
/** The same for all records, one at a time. */
function readerOfAll(database: Database): ReadAll {
  return async function* (table) {
    for (const key of Object.keys(database[table] ?? {})) yield await reader(database)(table, [key])
  }
}
const base: Database = {
  departments: { 'd-one': departmentRow('d-one') },
  areas: { 'a-one': areaRow('a-one') },
}
const named = (table: TableName, ...keys: string[]) => new Map([[table, new Set(keys)]])

test('a record that names one which is published but not yet in the snapshot brings it along', async () => {
  const world = new World(snapshotOf())
  const c = caseRow(1, { departments: ['d-two'] })
  const read = reader({
    ...base,
    departments: { 'd-two': departmentRow('d-two') },
    cases: { [c.reference]: c },
  })
  const found = await collectNamed(world, read, named('cases', c.reference))
  expect(found.changes.map((x) => x.key).sort()).toEqual(['WS-2022-000001', 'd-two'])
  expect(found.held).toEqual([])
})

test('a record that names something unpublished is held back and the others are not', async () => {
  const world = new World(snapshotOf())
  const good = caseRow(1)
  const bad = caseRow(2, { departments: ['d-none'] })
  const read = reader({ ...base, cases: { [good.reference]: good, [bad.reference]: bad } })
  const found = await collectNamed(world, read, named('cases', good.reference, bad.reference))
  expect(found.changes.map((x) => x.key)).toEqual([good.reference])
  expect(found.held).toHaveLength(1)
  expect(found.held[0]).toMatchObject({ key: bad.reference, table: 'cases' })
  expect(found.held[0]?.reason).toContain('d-none')
})

test('a broken record keeps its last good state on the public side', async () => {
  const world = new World(snapshotOf(caseRow(1)))
  const read = readerOfAll({ ...base, cases: { 'WS-2022-000001': '标题是空的' } })
  const found = await collectAll(world, read, () => {})
  expect(found.changes).toEqual([])
  expect(found.held).toEqual([{ table: 'cases', key: 'WS-2022-000001', reason: '标题是空的' }])
})

test('a department that a published case still names does not leave', async () => {
  const world = new World(snapshotOf(caseRow(1)))
  const found = await collectNamed(world, reader({ areas: base.areas ?? {} }), named('departments', 'd-one'))
  expect(found.changes).toEqual([])
  expect(found.held[0]?.reason).toContain('WS-2022-000001')
})

test('a comparison finds what was added, changed and taken away, and nothing else', async () => {
  const world = new World(snapshotOf(caseRow(1), caseRow(2), caseRow(3)))
  const read = readerOfAll({
    ...base,
    cases: {
      'WS-2022-000001': caseRow(1),
      'WS-2022-000002': caseRow(2, { title: '改过' }),
      'WS-2022-000004': caseRow(4),
    },
  })
  const found = await collectAll(world, read, () => {})
  expect(found.changes.map((c) => [c.key, Boolean(c.before), Boolean(c.after)])).toEqual([
    ['WS-2022-000002', true, true],
    ['WS-2022-000004', false, true],
    ['WS-2022-000003', true, false],
  ])
})

const zone = areaRow('zone', { level: 'zone' })
const office = areaRow('office', { level: 'office', parent: 'zone' })
const placeRows = (...rows: AnyRow[]) =>
  Object.fromEntries(rows.map((row) => [(row as { slug: string }).slug, row]))

/** A world in which readers have places. */
function placesOf(...rows: ReturnType<typeof areaRow>[]): World {
  const snapshot = snapshotOf()
  for (const row of rows) snapshot.tables.areas.set(row.slug, row)
  return new World(snapshot)
}

test('places that the database puts below each other, or above a lower level, are held back and the others are not', async () => {
  const changed = [
    areaRow('office', { level: 'office', parent: 'other' }),
    areaRow('other', { level: 'office', parent: 'office' }),
    areaRow('low', { level: 'office', parent: 'village' }),
    areaRow('village', { level: 'village', parent: 'zone' }),
  ]
  const areas = placeRows(zone, ...changed)
  for (const look of ['all', 'named'] as const) {
    const world = placesOf(zone, office)
    const found =
      look === 'all'
        ? await collectAll(world, readerOfAll({ ...base, areas }), () => {})
        : await collectNamed(world, reader({ ...base, areas }), named('areas', ...Object.keys(areas)))
    const held = new Map(found.held.map(({ key, reason }) => [key, reason]))
    expect(held.get('office')).toContain('会在自己下面')
    expect(held.get('other')).toContain('会在自己下面')
    expect(held.get('low')).toContain('不能属于')
    expect(found.changes.some(({ key }) => held.has(key))).toBe(false)
  }
})

test('a place whose level falls to that of what stands below it is held back, not what stands below it', async () => {
  const below = areaRow('below', { level: 'community', parent: 'office' })
  const world = placesOf(zone, office, below)
  const fallen = areaRow('office', { level: 'village', parent: 'zone' })
  const read = reader({ areas: placeRows(zone, fallen, below) })
  const found = await collectNamed(world, read, named('areas', 'office'))
  expect(found.changes).toEqual([])
  expect(found.held).toMatchObject([{ key: 'office', reason: expect.stringContaining('不能属于') }])
})

test('mergers that the database puts into each other, or into another level, are held back and the others are not', async () => {
  const merged = { replacedOn: '2022-06-20' }
  const places = [
    areaRow('village', { level: 'village', parent: 'zone', replacedBy: 'below', ...merged }),
    areaRow('below', { level: 'compound', parent: 'zone' }),
    areaRow('beside', { level: 'village', parent: 'zone' }),
    areaRow('sound', { level: 'village', parent: 'zone', replacedBy: 'beside', ...merged }),
  ]
  const offices = [
    departmentRow('d-one', { replacedBy: 'd-two', ...merged }),
    departmentRow('d-two', { replacedBy: 'd-one', ...merged }),
    departmentRow('d-three', { replacedBy: 'd-four', ...merged }),
    departmentRow('d-four'),
  ]
  const areas = placeRows(zone, ...places)
  const departments = placeRows(...offices)
  for (const look of ['all', 'named'] as const) {
    const found =
      look === 'all'
        ? await collectAll(placesOf(zone), readerOfAll({ areas, departments }), () => {})
        : await collectNamed(
            placesOf(zone),
            reader({ areas, departments }),
            new Map([
              ...named('areas', ...Object.keys(areas)),
              ...named('departments', ...Object.keys(departments)),
            ]),
          )
    const held = new Map(found.held.map(({ key, reason }) => [key, reason]))
    expect(held.get('village')).toContain('要并入同一层的')
    expect(held.get('d-one')).toContain('会并入自己')
    expect(held.get('d-two')).toContain('会并入自己')
    const kept = found.changes.map(({ key }) => key)
    expect(kept).toEqual(expect.arrayContaining(['sound', 'd-three', 'd-four']))
    expect(kept.some((key) => held.has(key))).toBe(false)
  }
})

test('a loop among the places that readers have already is told by a look at everything', async () => {
  const loop = [
    areaRow('office', { level: 'office', parent: 'other' }),
    areaRow('other', { level: 'office', parent: 'office' }),
  ]
  const found = await collectAll(
    placesOf(zone, ...loop),
    readerOfAll({ areas: placeRows(zone, ...loop) }),
    () => {},
  )
  expect(found.held.map(({ key }) => key).sort()).toEqual(['office', 'other'])
})

test('while everything is compared others have their turn between the pages that are read', async () => {
  const keys = Array.from({ length: 5 }, (_, i) => `d-${i}`)
  const departments = Object.fromEntries(keys.map((key) => [key, departmentRow(key)]))
  let turns = 0
  const others = setInterval(() => turns++, 0)
  const seen: number[] = []
  const read: ReadAll = async function* (table) {
    for await (const page of readerOfAll({ ...base, departments })(table, () => undefined)) {
      seen.push(turns)
      // As long as the shortest timer, in one piece.
      const until = performance.now() + 3
      while (performance.now() < until);
      yield page
    }
  }
  await collectAll(new World(snapshotOf()), read, () => {})
  clearInterval(others)
  expect(new Set(seen).size).toBe(seen.length)
})
