import { expect, test } from 'vitest'
import type { ImportPlan, ReasonKind } from '#domain/imports/importPlan'
import { planOf, registerRow } from '../../support/imports/plannedWorld.ts'

const row = (plan: ImportPlan) => {
  const found = plan.rows.find((each) => each.row !== null)
  if (!found) throw new Error('no row')
  return found
}
const kinds = (plan: ImportPlan): ReasonKind[] => row(plan).reasons.map(({ kind }) => kind)

test('a number of the source that the spreadsheet changed is refused, not taken for another', () => {
  const spoiled = [
    1e17,
    { number: 1e17, shown: '100,000,000,000,000,000' },
    '1.38E+10',
    { date: '2022-03-04' },
  ]
  for (const cell of spoiled) {
    const plan = planOf([registerRow({ 编号: cell })])
    expect([row(plan).outcome, row(plan).sourceKey, kinds(plan)]).toEqual(['refuse', null, ['spoiled-key']])
  }
  expect(row(planOf([registerRow({ 编号: 360_102_900_101_123 })])).sourceKey).toBe('360102900101123')
})

test('a cell that only points at the one above is refused, not taken for a text or a number', () => {
  for (const [head, cell] of [
    ['编号', '同上'],
    ['标题', ' 〃'],
    ['社区', '同上'],
    ['吹哨时间', '同上'],
  ] as const) {
    const plan = planOf([registerRow({ [head]: cell })])
    expect([head, row(plan).outcome, kinds(plan)]).toEqual([
      head,
      'refuse',
      expect.arrayContaining(['cell-error']),
    ])
  }
})

test('a list where one name is wanted asks which, and makes no record of the list', () => {
  const making = { newDepartments: { kind: 'government' as const } }
  for (const mark of ['、', '，', '/', '\n', '；']) {
    const plan = planOf([registerRow({ 主办: `城建${mark}城管` })], making)
    expect(plan.rows).toHaveLength(1)
    expect(kinds(plan)).toEqual(['several-names'])
    expect(plan.questions[0]?.offered.map(({ value }) => value)).toEqual(['chengjian', 'chengguan'])
  }
})

test('a new place may have a stroke in its name, and one that is known may not be half of it', () => {
  const making = { newAreas: { level: 'community' as const, parent: 'aixihu' } }
  const made = planOf([registerRow({ 社区: 'Allston / Brighton' })], making)
  expect(made.rows.map(({ outcome }) => outcome)).toEqual(['create', 'create'])
  expect(kinds(planOf([registerRow({ 社区: '青桐社区 / Brighton' })], making))).toEqual(['several-names'])
  expect(kinds(planOf([registerRow({ 社区: '甲村、乙村' })], making))).toEqual(['several-names'])
})

test('the body of a place is found under the place, and a place of that name elsewhere is not', () => {
  const areaOf = (name: string) => row(planOf([registerRow({ 社区: name })])).record?.area
  for (const end of ['居委会', '居民委员会', '村委会', '办公室'])
    expect(areaOf(`青桐社区${end}`)).toBe('qingtong')
  expect(areaOf('别处镇青桐社区居民委员会')).toBeUndefined()
})

test('why a row is held shows no private number, nor one that stands beside it', () => {
  const plan = planOf([registerRow({ 情况: '13812345678/13912345678，王建国' })], { publish: true })
  const told = JSON.stringify([row(plan).reasons, row(plan).spans.map(({ before }) => before)])
  expect(row(plan).outcome).toBe('hold')
  for (const secret of ['2345678', '王建国']) expect(told).not.toContain(secret)
})

test('departments that are listed in words are found each, where all of them are known', () => {
  const departmentsOf = (协办: string) => row(planOf([registerRow({ 协办 })]))
  for (const list of [
    '城管 供电所',
    '城管和供电所',
    '城管（牵头）、供电所',
    '1.城管 2.供电所',
    '城管以及供电所（配合）',
  ])
    expect([list, departmentsOf(list).outcome, departmentsOf(list).record?.departments]).toEqual([
      list,
      'create',
      ['chengguan', 'gongdian'],
    ])
  const asked = planOf([registerRow({ 协办: '城管和气象台' })])
  expect([row(asked).outcome, asked.questions.map(({ value }) => value)]).toEqual(['ask', ['城管和气象台']])
})
