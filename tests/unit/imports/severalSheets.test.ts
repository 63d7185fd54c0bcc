import { expect, test } from 'vitest'
import { MappingUnfit } from '#domain/imports/fitMapping'
import type { Mapping } from '#domain/imports/mapping'
import { planImport } from '#domain/imports/planImport'
import { rowInWords } from '#domain/imports/planInWords'
import type { Sheet } from '#domain/imports/workbook'
import {
  bookOfRows,
  REGISTER,
  registerMapping,
  registerRow,
  smallWorld,
} from '../../support/imports/plannedWorld.ts'

type Cells = Parameters<typeof registerRow>[0]

const sheetOf = (name: string, rows: Cells[], above = 0, heads: readonly string[] = REGISTER): Sheet => {
  const blank = Array.from({ length: above }, (_, i) => [`${name}登记第${i + 1}页`])
  const [sheet] = bookOfRows([...blank, [...heads], ...rows.map((row) => registerRow(row))]).sheets
  return { ...(sheet as Sheet), name }
}
const MONTHS = [
  sheetOf('1月', [{ 编号: 'A1' }, { 编号: 'A2' }]),
  sheetOf('2月', [{ 编号: 'B1' }, { 编号: 'B2', 社区: '没有的社区' }], 1),
  sheetOf('3月', [{ 编号: 'A2' }]),
  sheetOf('说明', [], 0, ['看这里', '不要改']),
]
const planOf = (more: Partial<Mapping>, sheets = MONTHS) =>
  planImport({ ...bookOfRows([]), sheets }, registerMapping({ sheet: '1月', ...more }), smallWorld())
const told = (plan: ReturnType<typeof planOf>) =>
  plan.rows.map(({ sheet, row, sourceKey, outcome }) => [sheet, (row ?? 0) % 100, sourceKey, outcome])

test('a sheet a month: one is read, or several by one mapping, or all that have its heads; the others are said', () => {
  expect(told(planOf({}))).toEqual([
    [undefined, 2, 'A1', 'create'],
    [undefined, 3, 'A2', 'create'],
  ])
  const two = planOf({ moreSheets: ['2月'] })
  expect(told(two)).toEqual([
    ['1月', 2, 'A1', 'create'],
    ['1月', 3, 'A2', 'create'],
    ['2月', 3, 'B1', 'create'],
    ['2月', 4, 'B2', 'ask'],
  ])
  expect(two.notes.map(({ text }) => text)).toContain('别的表没有读：3月、说明')
  const all = planOf({ moreSheets: 'all' })
  expect([all.sheet, all.rows.length]).toEqual(['1月、2月、3月', 5])
  expect(all.notes.map(({ text }) => text)).toContain('别的表没有读：说明')
})

test('where rows of several sheets are told of, the sheet is named, and one number in two of them is asked about', () => {
  const { rows, questions } = planOf({ moreSheets: 'all' })
  const [, second, , unknown, repeated] = rows
  expect(unknown?.reasons[0]?.address).toMatch(/^2月![A-Z]+4$/)
  expect(questions[0]?.first).toMatch(/^2月!/)
  expect(second?.reasons[0]?.text).toContain('第3月!2行也是来源编号 A2')
  expect(repeated && rowInWords(repeated)).toContain('第3月!2行')
  expect(new Set(rows.map(({ row }) => row)).size).toBe(rows.length)
})

test('a row of one sheet that is left out leaves the row of that number in another sheet alone', () => {
  const sha256 = bookOfRows([]).sha256
  const whole = planOf({ moreSheets: ['2月'] })
  const plan = planOf({ moreSheets: ['2月'], leftOut: { sha256, rows: [whole.rows[2]?.row as number] } })
  expect(told(plan).map(([, , key, outcome]) => [key, outcome])).toEqual([
    ['A1', 'create'],
    ['A2', 'create'],
    ['B1', 'skip'],
    ['B2', 'ask'],
  ])
})

test('a sheet that is to be read and is not there, or has other heads, is refused in words', () => {
  expect(() => planOf({ moreSheets: ['4月'] })).toThrow(MappingUnfit)
  expect(() => planOf({ moreSheets: ['4月'] })).toThrow(/没有“4月”/)
  const turned = [...REGISTER].reverse()
  const sheets = [...MONTHS.slice(0, 2), sheetOf('3月', [{}], 0, turned)]
  expect(() => planOf({ moreSheets: ['3月'] }, sheets)).toThrow(/“3月”的表头和“1月”的不一样/)
  expect(planOf({ moreSheets: 'all' }, sheets).sheet).toBe('1月、2月')
})

test('sheets that each number from one ask once how their rows are known, and are then known by sheet and number', () => {
  const numbered = (names: readonly string[]) =>
    names.map((name) => sheetOf(name, [{ 编号: 1, 标题: `${name}第一件` }, { 编号: 2 }]))
  const asked = planOf({ moreSheets: 'all' }, numbered(['1月', '2月']))
  expect(asked.rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual(
    Array(4).fill('sheet-key'),
  )
  expect(asked.rows[0]?.reasons[0]?.text).toMatch(/每张表各自从头编号的，请在对照表里说明/)
  const known = told(planOf({ moreSheets: 'all', keyOfSheet: true }, numbered(['1月', '2月'])))
  expect(known.map(([, , key, outcome]) => [key, outcome])).toEqual(
    ['1月／1', '1月／2', '2月／1', '2月／2'].map((key) => [key, 'create']),
  )
  const alone = told(planOf({ sheet: '2月', keyOfSheet: true }, numbered(['2月'])))
  expect(alone.map(([, , key]) => key)).toEqual(['2月／1', '2月／2'])
  const twice = [sheetOf('1月', [{ 编号: 1 }, { 编号: 1 }]), sheetOf('2月', [{ 编号: 1 }])]
  const kinds = planOf({ moreSheets: 'all' }, twice).rows.flatMap(({ reasons }) =>
    reasons.map(({ kind }) => kind),
  )
  expect(kinds).toEqual(Array(3).fill('repeated-key'))
})
