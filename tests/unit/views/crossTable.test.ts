import { expect, test } from 'vitest'
import { type Metric, metricOf } from '#domain/figures/metrics'
import { pairPart } from '#domain/figures/pairs'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { crossedLinks } from '../../../site/src/statistics/crossed/crossed.ts'
import { type CrossTable, crossTable } from '../../../site/src/statistics/crossed/crossTable.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

function tableOf(metric: Metric, snapshot = goldenSnapshot()): CrossTable | null {
  const world = new World(snapshot)
  const pair = ['department', 'month'] as const
  const name = (row: string, column: string) => pairPart(pair, row, column)
  return crossTable(metric, { rows: 'department', columns: 'month', name }, 'real', {
    world,
    statistics: new Statistics(world),
  })
}
const texts = (table: CrossTable | null) =>
  table?.rows.map((row) => [row.label, ...[...row.cells, row.total].map((c) => c.text)].join(' '))

test('a count stands in every cell, a zero where nothing was counted, and totals tell what no cell holds', () => {
  const table = tableOf(metricOf('whistles'))
  expect(table?.columns.map((c) => c.label)).toEqual(['2022年4月', '5月', '6月'])
  // Of d-two one whistle has no month; April’s case names no department.
  expect(texts(table)).toEqual(['d-one 0 0 10 10', 'd-three 0 0 3 3', 'd-two 0 1 5 7'])
  expect(table?.totals.cells.map((c) => c.text)).toEqual(['1', '1', '12'])
  expect(table?.totals.total.text).toBe('15')
  expect(table?.notes.join('')).toContain('各部门加起来比合计多')
  expect(table?.notes.join('')).toContain('各月加起来比合计少')
})

test('a cell below the minimum says its integers and no share, and its mark has no value', () => {
  const table = tableOf({ ...metricOf('arrival-on-time'), minimum: 3 })
  const [one, three, two] = table?.rows.map((row) => row.cells.at(-1)) ?? []
  expect(one).toMatchObject({ text: '70.00%', rows: '7÷10' })
  expect(one?.mark).toMatchObject({ 'data-value': 70, 'data-scope': 'real/department:d-one/month:2022-06' })
  expect(three).toMatchObject({ text: '—', rows: '2÷2' })
  expect(three?.mark?.['data-value']).toBe('')
  expect(two).toMatchObject({ text: '33.33%', rows: '1÷3' })
  expect(table?.notes).toContain('率和中位不能相加，合计由合计的行另算。')
})

test('a young month of a figure that later events change is marked, and the mark is said; of one that they do not it is not', () => {
  const resolved = tableOf({ ...metricOf('resolution-rate'), minimum: 1 })
  expect(resolved?.columns.map((c) => c.label)).toContain('6月＊')
  expect(resolved?.notes[0]).toContain('＊月末到截止日不满60天')
  const whistles = tableOf(metricOf('whistles'))
  expect([...(whistles?.columns.map((c) => c.label) ?? []), ...(whistles?.notes ?? [])].join()).not.toContain(
    '＊',
  )
})

test('where cells add up to every total, nothing is said against it', () => {
  const snapshot = snapshotOf(caseRow(1), caseRow(2, { lead: 'd-two', timeline: july }))
  snapshot.tables.departments.set('d-two', departmentRow('d-two'))
  expect(tableOf(metricOf('whistles'), snapshot)?.notes).toEqual(['部门按名称拼音排，不是名次。'])
})
const july = [{ kind: 'whistle' as const, at: '2022-07-01' }]

test('a cell of a department and a month leads to the list of the department, cut to the month where it has one', () => {
  const month = (n: number) => `2022-0${n}`
  const many = Array.from({ length: 120 }, (_, i) =>
    caseRow(i + 1, { timeline: [{ kind: 'whistle', at: `${month(5 + (i % 2))}-01` }] }),
  )
  const other = caseRow(121, { lead: 'd-two', timeline: [{ kind: 'whistle', at: '2022-06-01' }] })
  const snapshot = snapshotOf(...many, other)
  snapshot.tables.departments.set('d-two', departmentRow('d-two'))
  const hrefs = tableOf(metricOf('whistles'), snapshot)?.rows.map((row) => row.cells.map((c) => c.href))
  expect(hrefs).toEqual([
    ['cases/by/department/d-one/2022-05.html', 'cases/by/department/d-one/2022-06.html'],
    [null, 'cases/by/department/d-two/index.html'],
  ])
})

test('a metric that is summed for no crossed part has no such page', () => {
  expect(crossedLinks(metricOf('asked'))).toEqual([])
  expect(crossedLinks(metricOf('whistles')).map((l) => l.href)).toEqual([
    'figures/whistles/department-by-month.html',
    'figures/whistles/category-by-department.html',
    'figures/whistles/town-by-category.html',
  ])
})

test('a cell of calls leads to the file of its row, and the proof says by which column it is cut', () => {
  const table = tableOf({ ...metricOf('arrival-on-time'), minimum: 3 })
  const hrefs = table?.rows.flatMap((row) => row.cells.filter((c) => c.mark).map((c) => c.href))
  const file = (d: string) => `data/events/by/real/department/${d}.csv`
  expect(new Set(hrefs)).toEqual(new Set([file('d-one'), file('d-three'), file('d-two')]))
  const words = table?.proof.find((piece) => piece.recount && piece.text.includes('CSV'))?.text
  expect(words).toContain('文件名是这一行的，留下month为月份的代号的行')
  expect(words).toContain('文件名是这一列的，留下department为部门的代号的行')
})
