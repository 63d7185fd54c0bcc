import { describe, expect, test } from 'vitest'
import { DIMENSIONS, METRICS } from '#domain/figures/metrics'
import { type Part, Statistics } from '#domain/figures/statistics'
import { DATASETS } from '#domain/published/datasets'
import type { DataRow } from '#domain/published/twinColumns'
import { type Snapshot, TABLES } from '#domain/records/snapshot'
import { SCOPES } from '#domain/scope'
import { putRow, World } from '#domain/world/world'
import { generateSample } from '../../../content/sample/generate.ts'
import { seedRecords } from '../../../content/seed/records.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'
import { randomCases } from '../../support/records/randomTimelines.ts'
import { type PublishedTables, recount } from '../../support/records/recount.ts'
import { recountAround } from '../../support/records/recountAround.ts'
import { areaRow, departmentRow, dutyRow, snapshotOf } from '../../support/records/rows.ts'

/** The published tables of a world; a second counting sees only what a record itself says, never a metric's columns. */
function published(world: World, statistics: Statistics) {
  const rows = (id: keyof PublishedTables) => {
    const dataset = DATASETS.find((d) => d.id === id) as (typeof DATASETS)[number]
    return world.all(dataset.table).flatMap((r) => dataset.rowsOf(r, world, statistics))
  }
  const raw = (row: DataRow) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !name.includes('.')))
  const all = {
    cases: rows('cases'),
    events: rows('events'),
    notices: rows('notices'),
    areas: rows('areas'),
    departments: rows('departments'),
  }
  const tables = Object.fromEntries(Object.entries(all).map(([id, r]) => [id, r.map(raw)]))
  return { all, raw: tables as unknown as PublishedTables }
}

const ROW_KEY: Record<'cases' | 'events' | 'notices', (row: DataRow) => string> = {
  cases: (row) => String(row.reference),
  events: (row) => `${row.case}/${row.number}`,
  notices: (row) => String(row.number),
}

/** Sentences about every figure, of every part, and every cell of a metric's columns that the second counting has otherwise. */
function differences(snapshot: Snapshot): string[] {
  const world = new World(snapshot)
  const statistics = new Statistics(world)
  const { all, raw } = published(world, statistics)
  const again = recount(raw, { real: world.asOf('real'), sample: world.asOf('sample') })
  const { figures, rows } = again
  const found: string[] = []
  for (const department of world.keys('departments'))
    for (const scope of SCOPES) {
      const own = statistics.aroundNotice(scope, department)
      const side = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
        `${numerator} ÷ ${denominator}`
      const told = own && `${own.day} ${side(own.before)} ${side(own.after)}`
      const counted = recountAround(raw, again, scope, department)
      if (told !== counted) found.push(`around ${department} ${scope}: ${told}, counted again ${counted}`)
    }
  const parts = new Set<Part>(['all', ...[...figures.keys()].map((key) => key.split(' ')[2] as Part)])
  for (const metric of METRICS)
    for (const scope of SCOPES)
      for (const part of parts) {
        const own = statistics.figure(metric, scope, part)
        const other = figures.get(`${metric.id} ${scope} ${part}`) ?? {
          numerator: 0,
          denominator: 0,
          values: [],
        }
        const told = [own.numerator, own.denominator, ...own.values].join(' ')
        const counted = [other.numerator, other.denominator, ...other.values.sort((a, b) => a - b)].join(' ')
        if (told !== counted) found.push(`${metric.id} ${scope} ${part}: ${told}, counted again ${counted}`)
      }
  for (const metric of METRICS)
    for (const row of all[metric.table]) {
      const key = ROW_KEY[metric.table](row)
      const counted = rows.get(`${metric.id} ${key}`) ?? { numerator: 0, denominator: 0, value: null }
      const own = ['numerator', 'denominator'].map((n) => Number(row[`${metric.id}.${n}`]))
      const value = metric.value ? (row[`${metric.id}.value`] ?? null) : null
      if (own[0] !== counted.numerator || own[1] !== counted.denominator || value !== counted.value)
        found.push(
          `${metric.id} of ${key}: ${own.join(' ÷ ')}, counted again ${counted.numerator} ÷ ${counted.denominator}`,
        )
    }
  return found
}

/** The places of the golden cases with other cases. */
function withCases(cases: ReturnType<typeof randomCases>): Snapshot {
  const snapshot = goldenSnapshot()
  snapshot.tables.cases.clear()
  for (const c of cases) putRow(snapshot, 'cases', c)
  for (const code of cases.flatMap((c) => c.duties)) putRow(snapshot, 'duties', dutyRow(code))
  return snapshot
}

describe('counted a second time, from the raw columns of the tables', () => {
  test('the golden cases give what the product says', () => {
    expect(differences(goldenSnapshot())).toEqual([])
  })

  test.each([1, 2, 3, 4])('timelines of every kind give what the product says (seed %i)', (seed) => {
    const cases = randomCases(seed, 150)
    for (const c of cases) expect(TABLES.cases.schema.safeParse(c).error?.issues, c.reference).toBeUndefined()
    for (const asOf of ['2022-06-30', '2022-08-01']) {
      const snapshot = withCases(cases)
      snapshot.asOf = asOf
      expect(differences(snapshot)).toEqual([])
    }
  })

  test.each([1, 2, 3])(
    'merged departments and places are counted in what stands for them (seed %i)',
    (seed) => {
      const snapshot = withCases(randomCases(seed, 150))
      const counted = (part: Part) => {
        const world = new World(snapshot)
        return METRICS.map((m) => new Statistics(world).figure(m, 'real', part))
      }
      const all = counted('all')
      const on = { replacedOn: '2022-06-20' }
      putRow(snapshot, 'departments', departmentRow('d-three', { replacedBy: 'd-two', ...on }))
      putRow(snapshot, 'departments', departmentRow('d-two', { replacedBy: 'd-one', ...on }))
      putRow(
        snapshot,
        'areas',
        areaRow('t-two', { level: 'office', parent: 'z-one', replacedBy: 't-one', ...on }),
      )
      expect(differences(snapshot)).toEqual([])
      expect(counted('all'), 'a merger changes no total').toEqual(all)
      expect(counted('department:d-two').map((f) => f.denominator)).toEqual(METRICS.map(() => 0))
      expect(counted('town:t-two').map((f) => f.denominator)).toEqual(METRICS.map(() => 0))
    },
  )

  test('the generated timelines reach every metric in both senses', () => {
    const snapshot = withCases(randomCases(9, 300))
    snapshot.asOf = '2022-08-01'
    const world = new World(snapshot)
    const statistics = new Statistics(world)
    for (const metric of METRICS) {
      const { numerator, denominator } = statistics.figure(metric, 'real')
      expect(denominator, metric.id).toBeGreaterThan(0)
      if (metric.shape === 'share') expect(numerator > 0 && numerator < denominator, metric.id).toBe(true)
    }
  })

  test('the demonstration and the article give what the product says', () => {
    const sample = generateSample()
    const snapshot = snapshotOf()
    snapshot.asOf = '2022-12-31'
    for (const tables of [seedRecords, sample.tables])
      for (const table of ['areas', 'departments', 'duties', 'sources', 'cases', 'notices'] as const)
        for (const row of tables[table]) putRow(snapshot, table, row as never)
    expect(differences(snapshot)).toEqual([])
  }, 120_000)

  test('every dimension has a part', () => {
    const world = new World(withCases(randomCases(1, 150)))
    const { raw } = published(world, new Statistics(world))
    const { figures } = recount(raw, { real: '2022-06-30', sample: '2022-06-30' })
    const told = new Set([...figures.keys()].map((key) => key.split(' ')[2]?.split(':')[0]))
    expect([...told].sort()).toEqual(['all', ...DIMENSIONS].sort())
  })
})
