import { expect, test } from 'vitest'
import { fitMapping, MappingUnfit } from '#domain/imports/fitMapping'
import type { ImportPlan } from '#domain/imports/importPlan'
import { planImport } from '#domain/imports/planImport'
import { proposeMapping } from '#domain/imports/proposal/proposeMapping'
import type { CellValue, MergedRange } from '#domain/imports/workbook'
import {
  bookOfRows,
  planOf,
  REGISTER,
  registerMapping,
  registerRow,
  smallWorld,
} from '../../support/imports/plannedWorld.ts'

const proposed = (rows: readonly (readonly CellValue[])[], merges: MergedRange[] = []) =>
  proposeMapping(bookOfRows(rows, merges), '登记', 'cases')
const fieldsOf = (made: ReturnType<typeof proposed>) =>
  Object.fromEntries([
    ...made.columns.map(({ field, heads }) => [field, heads.join()]),
    ...made.timeline.map(({ kind, at }) => [kind, at]),
  ])
const rowOf = (plan: ImportPlan) => plan.rows.find(({ row }) => row !== null)

const UPPER = ['编号', '诉求', null, '派单', null, '到场', null, '状态']
const LOWER = [null, '标题', '内容', '时间', '部门', '时间', '部门', null]
const FILLED = ['A1', '路灯', '不亮', '2022-03-01', '城建', '2022-03-02', '城建', '办理中']
const across = (fromColumn: number): MergedRange => ({
  fromRow: 2,
  toRow: 2,
  fromColumn,
  toColumn: fromColumn + 1,
})
const GROUPS = [across(1), across(3), across(5)]

test('heads in two rows are read together where the lower row is the fuller one, joined or with gaps', () => {
  for (const merges of [GROUPS, []]) {
    const made = proposed([['2022年登记表'], UPPER, LOWER, FILLED], merges)
    expect([made.headRows, made.key]).toEqual([{ first: 2, last: 3 }, '编号'])
    expect(fieldsOf(made)).toMatchObject({ dispatch: '派单/时间', arrival: '到场/时间', status: '状态' })
    expect(fieldsOf(made)).not.toHaveProperty('whistle')
  }
})

test('who reports and when, joined above a table, is no part of its head', () => {
  const above = ['填报单位：城建', null, null, '2022年3月', null, null, null, null]
  const heads = ['编号', '标题', '内容', '社区', '主办', '派单时间', '状态', '备注']
  const made = proposed([[], above, heads, FILLED], [across(0), across(3)])
  expect(made.headRows).toEqual({ first: 3, last: 3 })
})

test('a mapping that names the lower heads alone still fits a head in two rows', () => {
  const heads = ['标题', '内容', '社区', '主办', '吹哨时间']
  const book = bookOfRows(
    [['诉求', null, '部门', null, '时间'], heads, ['甲', '乙', '丙', '丁', '2022']],
    [{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }],
  )
  const columns = [{ field: 'title', heads: ['标题'] }]
  const lower = { ...registerMapping(), key: undefined, timeline: [], columns }
  expect(fitMapping(book, lower).table).toMatchObject({ first: 2, last: 2 })
  const joined = { ...lower, columns: [{ field: 'title', heads: ['诉求／标题'] }] }
  expect(fitMapping(book, joined).table).toMatchObject({ first: 1, last: 2 })
})

test('a time by which something should happen is no time at which it did, an empty column of times is one to come', () => {
  const heads = ['编号', '标题', '内容', '要求办结时间', '是否按办结时间', '派单时间', '社区（必填）']
  const row = ['A1', '甲', '乙', '2022-03-09', '是', null, '青桐社区']
  const made = fieldsOf(proposed([heads, row]))
  expect(made).not.toHaveProperty('done')
  expect(made).toMatchObject({ dispatch: '派单时间', area: '社区(必填)' })
})

test('a closure is by those who closed the case, never by the department that was called', () => {
  const closed = { 状态: '结案', 结案时间: '2022-03-05', 结案人: '青桐社区', 依据: '现场照片' }
  const book = bookOfRows([[...REGISTER], registerRow(closed)])
  const plan = planImport(book, proposeMapping(book, '登记'), smallWorld())
  expect(rowOf(plan)).toMatchObject({ outcome: 'create' })
  const events = rowOf(plan)?.record?.timeline as { kind: string }[]
  expect(events.at(-1)).toEqual({ kind: 'closure', at: '2022-03-05', body: '青桐社区' })
})

test('a day on which it was done contradicts a state in which it is not, unless other departments go on', () => {
  const told = { 状态: '未办结', 办结时间: '2022-03-09' }
  expect(rowOf(planOf([registerRow(told)]))).toMatchObject({
    outcome: 'refuse',
    reasons: [{ kind: 'workflow', field: 'status', address: 'L2' }],
  })
  expect(rowOf(planOf([registerRow({ ...told, 协办: '城管' })]))?.outcome).toBe('create')
  expect(rowOf(planOf([registerRow({ ...told, 状态: '已办结' })]))?.outcome).toBe('create')
})

test('what stands below a table is no row, and a matter that begins like a sum or a remark is one', () => {
  const below = [
    ['平均', '2天'],
    ['3月合计：', null, 12],
    ['总 计', 3],
    ['以下空白'],
    [null, '共2件'],
    ['青桐社区小计：', null, 12, '8%'],
    ['第1页 共2页'],
    ['（本表由城建填写）'],
    ['制表人：甲', null, null, null, '审核人：乙'],
  ]
  const plan = planOf([registerRow(), ...below])
  expect(plan.rows.map(({ row }) => row)).toEqual([2])
  expect(plan.notes.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['第3、4、5、8行是合计，没有读', '第6、7、9、10、11行是表外的说明，没有读']),
  )
  const without = { key: undefined, columns: registerMapping().columns }
  for (const 标题 of ['总计电费算错了', '说明牌倒了', '（急）路灯不亮', '电费合计'])
    expect(planOf([registerRow({ 编号: null, 标题 })], without).rows).toHaveLength(1)
})

test('cells under no head are said, and a sheet without a head says that', () => {
  const plan = planOf([[...registerRow(), '多出来的']])
  expect(plan.notes.map(({ text }) => text)).toContain('P列有内容、没有表头，没有读')
  const bare = () => planImport(bookOfRows([['只有一格'], ['x']]), registerMapping(), smallWorld())
  expect(bare).toThrow(MappingUnfit)
  expect(bare).toThrow(/找不到表头/)
})
