import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { DIMENSIONS, METRICS } from '#domain/figures/metrics'
import {
  listOf,
  MOST_ROWS_OF_A_LIST,
  MOST_ROWS_THAT_FOLLOW,
  type RowList,
  rowFileTime,
  rowListPath,
  rowsOfList,
} from '#domain/figures/rowLists'
import { type Part, Statistics } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import { SCOPES } from '#domain/scope'
import { type Change, putRow, World } from '#domain/world/world'
import { rowFiles } from '../../../scripts/release/make/rowFiles.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { RecordLines } from '../../../scripts/release/tables/recordLines.ts'
import { RowsThatFollow } from '../../../scripts/release/tables/waitingRows.ts'
import { InPieces } from '../../../scripts/release/workers/inPieces.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { randomCases } from '../../support/records/randomTimelines.ts'
import { areaRow, caseRow, dutyRow, snapshotOf } from '../../support/records/rows.ts'
import { writeParts } from '../../support/records/writeParts.ts'

const folder = mkdtempSync(join(tmpdir(), 'row-lists-'))
const store = openStore(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Files = Map<string, string | null>
function filesOf(
  world: World,
  changes: readonly Change[] | null = null,
  statistics = new Statistics(world),
  before: (path: string) => string | null = () => null,
  lines = new RecordLines(world, statistics),
): Files {
  const later = new RowsThatFollow(store, null)
  return new InPieces(rowFiles({ store, world, statistics, lines, before, later }, changes)).finish()
}
const there = (files: Files) => new Map([...files].filter(([, blob]) => blob !== null).sort())

function rowsOf(files: Files, list: RowList): Record<string, string>[] {
  const blob = files.get(rowListPath(list))
  return blob ? parse(store.blobs.read(blob).toString('utf8'), { bom: true, columns: true }) : []
}

/** Golden and generated cases, some of them with departments that only their timelines name. */
function manyCases(): World {
  const snapshot = goldenSnapshot()
  for (const c of randomCases(5, 120)) {
    putRow(snapshot, 'cases', c)
    for (const code of c.duties) putRow(snapshot, 'duties', dutyRow(code))
  }
  return new World(snapshot)
}

test('the columns of a list add up to each figure of its part, its values are the measured ones', () => {
  const world = manyCases()
  const statistics = new Statistics(world)
  const files = filesOf(world)
  let compared = 0
  for (const metric of METRICS)
    for (const scope of SCOPES)
      for (const dimension of metric.dimensions)
        for (const key of statistics.keysOf(scope, dimension === 'town' ? 'area' : dimension)) {
          const part: Part = `${dimension}:${key}`
          const figure = statistics.figure(metric, scope, part)
          const list = listOf(metric, scope, part)
          if (figure.denominator === 0 || !list) continue
          const rows = rowsOf(files, list)
          const sum = (name: string) =>
            rows.reduce(
              (all, r) =>
                all + (r[`${metric.id}.${name}`] === 'true' ? 1 : Number(r[`${metric.id}.${name}`]) || 0),
              0,
            )
          const values = rows.flatMap((r) =>
            r[`${metric.id}.value`] ? [Number(r[`${metric.id}.value`])] : [],
          )
          expect(
            [sum('numerator'), sum('denominator'), ...values.sort((a, b) => a - b)],
            `${metric.id} ${scope} ${part}`,
          ).toEqual([figure.numerator, figure.denominator, ...figure.values])
          compared++
        }
  expect(compared).toBeGreaterThan(300)
})

test('a list holds rows of its scope only, with every column of its table', () => {
  const world = manyCases()
  const files = filesOf(world)
  for (const scope of SCOPES) {
    const rows = rowsOf(files, { table: 'events', scope, part: 'department:d-one' })
    expect(rows.length).toBe(rowsOfList({ table: 'events', scope, part: 'department:d-one' }, world))
    expect(Object.keys(rows[0] ?? {})).toEqual(datasetOf('events').columns.map((c) => c.name))
    expect(new Set(rows.map((r) => r.department))).toEqual(new Set(['d-one']))
    expect(rows.every((r) => (r.origin === 'sample') === (scope === 'sample'))).toBe(true)
  }
})

test('a file is made with the pages up to its most rows, follows above, and from another most on there is none', () => {
  const at = (count: number) => {
    const world = new World(snapshotOf(...Array.from({ length: count }, (_, i) => caseRow(i + 1))))
    return rowFileTime({ table: 'cases', scope: 'real', part: 'department:d-one' }, world)
  }
  expect([0, 1, MOST_ROWS_OF_A_LIST, MOST_ROWS_OF_A_LIST + 1].map(at)).toEqual([
    'never',
    'with-pages',
    'with-pages',
    'follows',
  ])
  expect([MOST_ROWS_THAT_FOLLOW, MOST_ROWS_THAT_FOLLOW + 1].map(at)).toEqual(['follows', 'never'])
})

test('after edits of every kind, also of places and names, the lists are those made from nothing', () => {
  const world = new World(snapshotOf())
  const edits = new RandomEdits(world, 11)
  const statistics = new Statistics(world)
  statistics.update(edits.foundation().map((change) => (world.apply(change), change)))
  const files = filesOf(world)
  const before = (path: string) => files.get(path) ?? null
  let parts = writeParts(store, world, statistics, null, null)
  for (let i = 1; i <= 120; i++) {
    const changes = Array.from({ length: i % 10 === 0 ? 4 : 1 }, () => {
      const change = edits.next()
      world.apply(change)
      return change
    })
    statistics.update(changes)
    const lines = new RecordLines(world, statistics)
    parts = writeParts(store, world, statistics, parts, changes, lines)
    for (const [path, blob] of filesOf(world, changes, statistics, before, lines)) files.set(path, blob)
    if (i % 40 === 0) expect(there(files), `after ${i} edits`).toEqual(there(filesOf(world)))
  }
})

test('publishing one case of many writes the files of its own parts only, and no list of a table in which its rows stay', () => {
  const cases = Array.from({ length: 60 }, (_, i) => caseRow(i + 1, { area: i % 2 ? 'a-one' : 'a-two' }))
  const world = new World(snapshotOf(...cases))
  for (const change of [{ table: 'areas' as const, key: 'a-two', after: areaRow('a-two') }])
    world.apply(change)
  const statistics = new Statistics(world)
  const parts = writeParts(store, world, statistics, null, null)
  const before = caseRow(1, { area: 'a-two' })
  world.apply({ table: 'cases', key: before.reference, after: before })
  const moved: Change = {
    table: 'cases',
    key: before.reference,
    before: caseRow(1, { area: 'a-one' }),
    after: before,
  }
  const change: Change = {
    table: 'cases',
    key: before.reference,
    before,
    after: { ...before, title: '改过' },
  }
  world.apply(change)
  const own = ['all', 'area/a-two', 'department/d-one', 'kind/community', 'month/2022-06', 'urgency/routine']
  const written = (...changes: Change[]) => {
    statistics.update(changes)
    const lines = new RecordLines(world, statistics)
    writeParts(store, world, statistics, parts, changes, lines)
    return [...filesOf(world, changes, statistics, () => null, lines).keys()].sort()
  }
  const listsIn = (table: string) => own.map((part) => `data/${table}/by/real/${part}.csv`)
  expect(written(change)).toEqual([...listsIn('cases'), 'data/cases/by/real/list/slowest.csv'].sort())
  // Its events say nothing of the place: their lines are the same in other lists.
  const places = ['cases', 'events'].flatMap((table) =>
    ['one', 'two'].map((n) => `data/${table}/by/real/area/a-${n}.csv`),
  )
  expect(written(moved)).toEqual(expect.arrayContaining(places))
  expect(written(moved)).not.toContain('data/events/by/real/all.csv')
  expect(DIMENSIONS.length).toBe(8)
})
