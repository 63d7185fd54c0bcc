import { expect, test } from 'vitest'
import { METRIC_IDS, metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import { canonicalJson, type Row, type Snapshot } from '#domain/records/snapshot'
import { type Change, putRow, World } from '#domain/world/world'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { NUMBER_KINDS } from '../../../site/src/render/numberKinds.ts'
import { type FigureView, figureKind } from '../../../site/src/statistics/figure.ts'
import { type StatisticsView, statisticsKind } from '../../../site/src/statistics/statistics.ts'
import { figurePath } from '../../../site/src/urls.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

const kinds: readonly PageKind[] = Object.values(NUMBER_KINDS)

const days = { origin: 'press', publishedOn: '2022-11-30', changedOn: '2022-11-30' } as const

function contextOf(snapshot: Snapshot): Context {
  const world = new World(snapshot)
  return { world, statistics: new Statistics(world) }
}
const statistics = (context: Context) => statisticsKind.view({}, context) as StatisticsView
const figure = (id: string, context: Context) => figureKind.view({ id }, context) as FigureView

function withReport(snapshot: Snapshot): Snapshot {
  putRow(snapshot, 'sources', {
    slug: 's-one',
    description: '一篇报道',
    publisher: '南昌日报',
    authors: [],
    date: '2022-11',
    ...days,
  })
  const reported = (metric: Row<'reported-figures'>['metric'], value: number) =>
    putRow(snapshot, 'reported-figures', {
      slug: `2022-11-${metric}`,
      metric,
      scope: '试验区',
      value,
      unit: '件',
      asOf: '2022-11',
      source: 's-one',
      quotation: `${metric} ${value}`,
      ...days,
    })
  reported('whistles', 2998)
  reported('resolved', 2985)
  return snapshot
}

function sampleCase(number: number, more: Partial<Row<'cases'>> = {}): Row<'cases'> {
  return caseRow(number, {
    reference: `DEMO-2022-${String(number).padStart(6, '0')}`,
    origin: 'sample',
    area: 'demo-a',
    lead: 'd-one',
    ...more,
  })
}

test('reported, counted and their difference stand side by side, and sample rows never count', () => {
  const snapshot = withReport(snapshotOf(caseRow(1), caseRow(2), caseRow(3, openMore)))
  putRow(snapshot, 'areas', areaRow('demo-a', { origin: 'sample' }))
  for (let n = 1; n <= 5; n++) putRow(snapshot, 'cases', sampleCase(n))
  const rows = statistics(contextOf(snapshot)).comparison?.rows.map((r) => [
    r.label,
    r.reported,
    r.counted,
    r.difference,
  ])
  expect(rows).toEqual([
    ['吹哨', 2998, 3, 2995],
    ['解决', 2985, 2, 2983],
    ['没解决', 13, 1, 12],
  ])
})

const openMore = { status: 'handling' as const, closedBy: undefined }

test('real and sample rows give figures under heads of their own, never one figure', () => {
  const snapshot = snapshotOf(caseRow(1))
  putRow(snapshot, 'areas', areaRow('demo-a', { origin: 'sample' }))
  putRow(snapshot, 'cases', sampleCase(1))
  putRow(snapshot, 'cases', sampleCase(2))
  const context = contextOf(snapshot)
  expect(statistics(context).scopes.map((s) => [s.scope, s.whistles.number])).toEqual([
    ['real', '1'],
    ['sample', '2'],
  ])
  expect(figure('whistles', context).scopes.map((s) => [s.sample, s.left.number])).toEqual([
    [false, '1'],
    [true, '2'],
  ])
})

test('every figure page shows its counter-figure beside it', () => {
  const context = contextOf(snapshotOf(caseRow(1)))
  for (const id of METRIC_IDS) {
    const counter = metricOf(metricOf(id).counter)
    expect(figure(id, context).scopes[0]?.right.label, id).toContain(counter.label)
  }
})

test('below the minimum number of rows no share and no time is said, only how many rows there are', () => {
  const few = figure('closure-rate', contextOf(snapshotOf(...cases(29)))).scopes[0]
  expect(few?.left.number).toBe('—')
  expect(few?.proof[0]?.text).toBe('29 ÷ 29')
  const enough = figure('closure-rate', contextOf(snapshotOf(...cases(30)))).scopes[0]
  expect(enough?.left.number).toBe('100')
  expect(enough?.proof.some((p) => p.text.startsWith('95%区间'))).toBe(true)
})

function cases(many: number): Row<'cases'>[] {
  return Array.from({ length: many }, (_, i) => caseRow(i + 1))
}

test('the months add up to all cases, also those whose month is not known, and empty months stand', () => {
  const at = (when: string | undefined): Partial<Row<'cases'>> => ({
    timeline: [{ kind: 'whistle', ...(when ? { at: when } : {}) }],
    ...openMore,
  })
  const snapshot = snapshotOf(
    caseRow(1, at('2022-03-05')),
    caseRow(2, at('2022-06')),
    caseRow(3, at('2022')),
    caseRow(4, at(undefined)),
  )
  const months = statistics(contextOf(snapshot)).scopes[0]?.months
  expect(months?.rows.map((r) => [r.label, r.whistles.text])).toEqual([
    ['月份不详', '2'],
    ['3月', '1'],
    ['4月', '0'],
    ['5月＊', '0'],
    ['6月＊', '1'],
  ])
  expect(months?.head).toContain('2022')
  expect(months?.total.whistles.text).toBe('4')
  expect(months?.rows[2]?.href).toBeNull()
})

test('departments are split by name and not by their share', () => {
  const snapshot = snapshotOf(
    ...cases(30).map((c) => ({ ...c, lead: 'd-two' })),
    ...Array.from({ length: 30 }, (_, i) => caseRow(100 + i, { lead: 'd-one', ...(i < 20 ? openMore : {}) })),
  )
  putRow(snapshot, 'departments', departmentRow('d-one', { name: '城建' }))
  putRow(snapshot, 'departments', departmentRow('d-two', { name: '消防' }))
  const split = figure('closure-rate', contextOf(snapshot)).scopes[0]?.splits.find(
    (s) => s.dimension === 'department',
  )
  expect(split?.rows.map((r) => [r.label, r.value])).toEqual([
    ['城建', '33.33%'],
    ['消防', '100.00%'],
  ])
})

test('what cannot be said yet is listed with the reason', () => {
  const view = statistics(contextOf(snapshotOf(caseRow(1))))
  const why = new Map(view.scopes[0]?.cannot.map((c) => [c.label, c.why]))
  expect(why.get('结案率')).toBe('1 ÷ 1，不到30件，太少，不算。')
  expect(why.get('过半满意')).toBe('做过回访的事项：0件。')
  expect(why.has('吹哨')).toBe(false)
})

test('without any record the page says why nothing is counted', () => {
  const view = statistics(contextOf(snapshotOf()))
  expect([view.comparison, view.scopes]).toEqual([null, []])
  const told = view.definitions.map((d) => d.href)
  expect(told).toEqual(expect.arrayContaining([...METRIC_IDS, 'arrival-around-notice'].map(figurePath)))
})

test('a view of numbers does not grow with the measured values', () => {
  const size = (many: number) => canonicalJson(statistics(contextOf(snapshotOf(...cases(many))))).length
  expect(size(240)).toBeLessThan(size(200) + 100)
})

test.each([1, 2])(
  'whatever a change makes numbers print differently is named as affected (seed %i)',
  (seed) => {
    const context = contextOf(snapshotOf())
    const edits = new RandomEdits(context.world, seed)
    const take = (change: Change) => {
      context.world.apply(change)
      context.statistics.update([change])
    }
    edits.foundation().forEach(take)
    for (let i = 0; i < 40; i++) {
      const before = printed(context)
      const change = edits.next()
      if (!change) continue
      take(change)
      const named = affectedPaths(kinds, [change], context, false)
      const after = printed(context)
      for (const [path, text] of after)
        if (before.get(path) !== text) expect(named, `${change.table} ${change.key}`).toContain(path)
    }
  },
)

function printed(context: Context): Map<string, string> {
  return new Map(
    kinds.flatMap((kind) =>
      kind
        .paths(context)
        .map((p): [string, string] => [
          p,
          canonicalJson(kind.view({ ...kind.pattern.exec(p)?.groups }, context)),
        ]),
    ),
  )
}

test('every page about numbers is found again by its address', () => {
  const context = contextOf(snapshotOf(caseRow(1)))
  for (const kind of kinds)
    for (const path of kind.paths(context)) {
      const found = kinds.find((k) => k.pattern.test(path))
      expect(found, path).toBe(kind)
      expect(found?.view(kind.pattern.exec(path)?.groups ?? {}, context), path).not.toBeNull()
    }
})
