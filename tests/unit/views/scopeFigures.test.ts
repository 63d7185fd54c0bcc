import { expect, test } from 'vitest'
import { MOST_ROWS_OF_A_LIST, MOST_ROWS_THAT_FOLLOW, type RowList } from '#domain/figures/rowLists'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { rowsPieces } from '../../../site/src/numbers/rowsLink.ts'
import { scopeFigures } from '../../../site/src/numbers/scopeFigures.ts'
import { timeFigures } from '../../../site/src/numbers/timeFigures.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

const real = (count: number) => Array.from({ length: count }, (_, i) => caseRow(i + 1, {}, i + 1))
const sample = caseRow(1, { reference: 'DEMO-2022-000001', origin: 'sample' })

function contextOf(...cases: ReturnType<typeof caseRow>[]) {
  const world = new World(snapshotOf(...cases))
  return { world, statistics: new Statistics(world) }
}

test('real and invented rows give two figures under their own heads, never one', () => {
  const scopes = scopeFigures(['whistles'], 'department:d-one', contextOf(...real(2), sample))
  expect(scopes.map((s) => [s.scope, s.figures[0]?.number])).toEqual([
    ['real', '2'],
    ['sample', '1'],
  ])
  expect(scopes[0]?.figures[0]?.mark).not.toHaveProperty('data-origin')
  expect(scopes[1]?.figures[0]?.mark).toMatchObject({ 'data-origin': 'sample', 'data-kind': 'computed' })
})

test('a scope without rows of a part has no figures at all', () => {
  expect(scopeFigures(['whistles'], 'duty:1-1', contextOf(...real(2)))).toEqual([])
})

test('below the minimum a share is a dash with its integers, and its mark carries no value', () => {
  const [few] = scopeFigures(['arrival-on-time'], 'department:d-one', contextOf(...real(29)))
  const figure = few?.figures[0]
  expect(figure?.number).toBe('—')
  expect(figure?.mark['data-value']).toBe('')
  expect(figure?.mark['data-denominator']).toBe(29)
  expect(figure?.counts.map((p) => p.text).join()).toContain('太少')
})

test('with enough rows a share shows both integers, the interval, the as-of day, definition and rows', () => {
  const [scope] = scopeFigures(['arrival-on-time'], 'department:d-one', contextOf(...real(30)))
  const figure = scope?.figures[0]
  expect(figure?.number).toBe('80')
  const words = [...(figure?.counts ?? []), ...(figure?.rest ?? [])]
  expect(words[0]?.text).toBe('24 ÷ 30 ＝ 80.00%')
  expect(words[1]?.text).toMatch(/^95%区间/)
  expect(words.map((p) => p.text)).toContain('截至2022年6月30日')
  expect(words.map((p) => p.href).filter(Boolean)).toEqual([
    'figures/arrival-on-time.html',
    'data/events/by/real/department/d-one.csv',
  ])
  expect(words.map((p) => p.text)).toContain('数arrival-on-time的列')
})

test('rows that are too many for a file of their own are told as a table and the columns that cut it', () => {
  const list: RowList = { table: 'cases', scope: 'real', part: 'department:d-one' }
  const own = 'data/cases/by/real/department/d-one.csv'
  const pieces = (count: number) => rowsPieces(list, new World(snapshotOf(...real(count))))
  const links = (count: number) => pieces(count).flatMap((p) => p.href ?? [])
  expect(links(MOST_ROWS_OF_A_LIST)).toEqual([own])
  expect(links(MOST_ROWS_OF_A_LIST + 1)).toEqual([own, 'data/row-lists.json', 'data/cases.csv'])
  expect(links(MOST_ROWS_THAT_FOLLOW + 1)).toEqual(['data/cases.csv'])
  expect(
    pieces(MOST_ROWS_THAT_FOLLOW + 1)
      .map((p) => p.text)
      .join(),
  ).toContain('lead或departments含d-one，origin不是sample')
})

test('the measured values are drawn and then left out, so a view does not grow with the cases', () => {
  const [scope] = timeFigures(['arrival-on-time', 'arrival-time'], 'department:d-one', contextOf(...real(30)))
  expect(scope?.arrivals?.rows.reduce((sum, row) => sum + row.count, 0)).toBe(30)
  expect(scope?.figures.map((f) => f.values)).toEqual([[], []])
})
