import { expect, test } from 'vitest'
import { MappingUnfit } from '#domain/imports/fitMapping'
import type { ImportPlan, ReasonKind } from '#domain/imports/importPlan'
import { planImport } from '#domain/imports/planImport'
import {
  bookOfRows,
  planOf,
  REGISTER,
  registerMapping,
  registerRow,
  smallWorld,
} from '../../support/imports/plannedWorld.ts'

const row = (plan: ImportPlan, at = 0) => {
  const found = plan.rows.filter((each) => each.row !== null)[at]
  if (!found) throw new Error('no such row')
  return found
}
const kinds = (plan: ImportPlan, at = 0): ReasonKind[] => row(plan, at).reasons.map(({ kind }) => kind)

test('a sound row becomes a case with its timeline, its own number kept as the source key', () => {
  const plan = planOf([registerRow({ 协办: '城管、供电所' })])
  expect(row(plan)).toMatchObject({
    row: 2,
    outcome: 'create',
    sourceKey: 'A1',
    key: 'WS-2022-000008',
    reasons: [],
  })
  expect(row(plan).record).toMatchObject({
    title: '路灯不亮',
    area: 'qingtong',
    lead: 'chengjian',
    departments: ['chengguan', 'gongdian'],
    status: 'handling',
    origin: 'record',
    timeline: [
      { kind: 'whistle', at: '2022-03-01T09:00+08:00' },
      { kind: 'dispatch', department: 'chengjian', at: '2022-03-01T10:00+08:00' },
      { kind: 'dispatch', department: 'chengguan' },
      { kind: 'dispatch', department: 'gongdian' },
      { kind: 'arrival', department: 'chengjian', at: '2022-03-02' },
    ],
  })
  expect(plan.counts).toEqual({ create: 1, change: 0, skip: 0, ask: 0, hold: 0, refuse: 0 })
})

test.each<[string, Parameters<typeof registerRow>[0], string, ReasonKind, string]>([
  ['a state that no table knows', { 状态: '已归档' }, 'ask', 'unknown-value', 'L2'],
  ['结案 without evidence', { 状态: '结案', 结案人: '青桐社区' }, 'ask', 'missing-evidence', 'L2'],
  ['an ambiguous date', { 吹哨时间: '03/04/2022' }, 'ask', 'ambiguous-date', 'G2'],
  ['a date without a year', { 吹哨时间: '3月1日' }, 'ask', 'no-year', 'G2'],
  ['a day that there never was', { 吹哨时间: '2022-02-30' }, 'refuse', 'unreadable-date', 'G2'],
  ['a place that nobody knows', { 社区: '南门社区' }, 'ask', 'unknown-name', 'D2'],
  ['a place whose name ends like another’s', { 社区: '大东园社区' }, 'ask', 'unknown-name', 'D2'],
  ['a department that nobody knows', { 主办: '气象台' }, 'ask', 'unknown-name', 'E2'],
  ['an error in a cell', { 标题: { error: '#REF!' } }, 'refuse', 'cell-error', 'B2'],
  ['times in the wrong order', { 到场时间: '2022-02-01' }, 'refuse', 'workflow', 'I2'],
  ['a closure that the state denies', { 结案时间: '2022-04-01' }, 'refuse', 'workflow', 'L2'],
  ['no title', { 标题: null }, 'refuse', 'field', 'B2'],
  ['no number of its own', { 编号: null }, 'refuse', 'no-key', 'A2'],
  ['a number that lost its last digits', { 编号: 2 ** 70 }, 'refuse', 'spoiled-key', 'A2'],
  ['a mobile number in the text', { 情况: '请联系13812345678，晚上看不见。' }, 'hold', 'private', 'C2'],
])('%s is found before anything is written', (_, cells, outcome, kind, address) => {
  const plan = planOf([registerRow(cells)])
  expect([row(plan).outcome, kinds(plan)]).toEqual([outcome, [kind]])
  expect(row(plan).reasons[0]?.address).toBe(address)
  expect(row(plan).reasons[0]?.text).toMatch(/[\u4e00-\u9fff]/)
})

test('已办结 is done with or without a day, and closed only by the day of a closure', () => {
  for (const cells of [{ 状态: '已办结' }, { 状态: '已办结', 办结时间: '2022.3.9' }]) {
    const { record, outcome } = row(planOf([registerRow(cells)]))
    expect([outcome, record?.status]).toEqual(['create', 'done'])
    expect(((record?.timeline ?? []) as { kind: string }[]).at(-1)?.kind).toBe('done')
  }
  const closed = row(
    planOf([
      registerRow({ 状态: '已办结', 结案时间: '2022年3月20日', 结案人: '青桐社区', 依据: '现场看过' }),
    ]),
  )
  expect(closed).toMatchObject({
    outcome: 'create',
    record: { status: 'closed', closedBy: '青桐社区', evidence: ['现场看过'] },
  })
})

test('the mapping answers: values, date order, undated year, names, private numbers', () => {
  const plan = planOf(
    [
      registerRow({
        状态: '归档',
        吹哨时间: '03/04/2022',
        派单时间: '4月5日',
        到场时间: null,
        主办: '住建',
        情况: '电话13812345678，灯不亮',
      }),
    ],
    {
      columns: registerMapping().columns.map((rule) =>
        rule.field === 'status' ? { ...rule, values: { 归档: 'handling' } } : rule,
      ),
      dateOrder: 'day-month-year',
      undatedYear: 2022,
      names: { 住建: 'chengjian' },
      private: { 手机号: 'mask-and-keep' },
    },
  )
  expect(row(plan)).toMatchObject({
    outcome: 'create',
    record: {
      status: 'handling',
      lead: 'chengjian',
      description: '电话138****，灯不亮',
      timeline: [{ at: '2022-04-03' }, { at: '2022-04-05' }],
    },
    hidden: { internalNote: '电话13812345678，灯不亮' },
  })
})

test('names are found by other names and by likeness; what nobody has is made on request, once', () => {
  const plan = planOf(
    [
      registerRow({ 主办: '城建局', 社区: '艾溪湖管理处青桐社区居委会' }),
      registerRow({ 编号: 'A2', 主办: '供电所', 社区: '南门社区' }),
      registerRow({ 编号: 'A3', 主办: '气象台', 社区: '南门社区' }),
    ],
    { newAreas: { level: 'community', parent: 'aixihu' }, newDepartments: { kind: 'government' } },
  )
  expect(plan.rows.map(({ table, row, outcome, key }) => [table, row, outcome, key])).toEqual([
    ['areas', null, 'create', 'nanmenshequ'],
    ['departments', null, 'create', 'qixiangtai'],
    ['cases', 2, 'create', 'WS-2022-000008'],
    ['cases', 3, 'create', 'WS-2022-000009'],
    ['cases', 4, 'create', 'WS-2022-000010'],
  ])
  expect(row(plan).record).toMatchObject({ area: 'qingtong', lead: 'chengjian' })
  expect(row(plan, 1).record).toMatchObject({ area: 'nanmenshequ', lead: 'gongdian' })
})

test('the same question of many rows is asked once, with its first place and what it may be', () => {
  const plan = planOf(['A1', 'A2', 'A3'].map((number) => registerRow({ 编号: number, 状态: '已归档' })))
  expect(plan.questions).toEqual([
    expect.objectContaining({
      kind: 'unknown-value',
      field: 'status',
      value: '已归档',
      rows: 3,
      first: 'L2',
    }),
  ])
  expect(plan.questions[0]?.offered).toContainEqual({ value: 'done', label: '已办结待结案' })
})

test('two rows with one number are both asked about', () => {
  const plan = planOf([registerRow(), registerRow({ 标题: '另一件' }), registerRow({ 编号: 'A2' })])
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['ask', 'ask', 'create'])
  expect(kinds(plan)).toEqual(['repeated-key'])
})

test('without a column of numbers, two rows that say the same are asked about, and a row is known again by what it says', () => {
  const without = { ...registerMapping(), key: undefined }
  const plan = planOf([registerRow(), registerRow({ 编号: 'A9' }), registerRow({ 标题: '别的' })], without)
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['ask', 'ask', 'create'])
  const again = planOf([registerRow({ 标题: '别的' })], without)
  expect(row(again).sourceKey).toBe(row(plan, 2).sourceKey)
})

test('totals, notes and repeated heads below the table are no rows, and said', () => {
  const plan = planOf([registerRow(), [...REGISTER], ['合计', 1], ['注：截至三月底']])
  expect(plan.rows).toHaveLength(1)
  expect(plan.notes.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      '第4行是合计，没有读',
      '第5行是表外的说明，没有读',
      '第3行又写了一遍表头，没有读',
    ]),
  )
})

test('a head in any row, in two rows and with line breaks is found', () => {
  const head = [
    '编 号',
    '标\n题',
    '情况*',
    '社区',
    '主办',
    '协办',
    '时间',
    null,
    null,
    null,
    null,
    '状态',
    '结案人',
    '依据',
    '电话',
  ]
  const second = [null, null, null, null, null, null, '吹哨', '派单', '到场', '办结', '结案']
  const merges = [
    { fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 14 },
    { fromRow: 3, toRow: 3, fromColumn: 6, toColumn: 10 },
    ...[0, 1, 2, 3, 4, 5, 11, 12, 13, 14].map((at) => ({
      fromRow: 3,
      toRow: 4,
      fromColumn: at,
      toColumn: at,
    })),
  ]
  const map = registerMapping()
  const timeline = map.timeline.map((rule) => ({ ...rule, at: `时间／${rule.at?.replace('时间', '')}` }))
  const book = bookOfRows([['2022年吹哨登记表'], [], head, second, registerRow()], merges)
  const plan = planImport(book, { ...map, timeline }, smallWorld())
  expect(row(plan)).toMatchObject({ row: 5, outcome: 'create', key: 'WS-2022-000008' })
})

test('a mapping that wants other columns does not fit, and says which', () => {
  const book = bookOfRows([
    ['编号', '标题'],
    ['A1', '甲'],
  ])
  expect(() => planImport(book, registerMapping(), smallWorld())).toThrow(MappingUnfit)
  expect(() => planImport(book, registerMapping(), smallWorld())).toThrow(/情况、社区/)
  expect(() => planImport(book, { ...registerMapping(), sheet: '二月' }, smallWorld())).toThrow(/没有“二月”/)
})

test('a record that is not public is no place for one that is to be', () => {
  const world = { state: () => 'draft' as const }
  expect(kinds(planOf([registerRow()], { publish: true }, world))).toContain('neighbour')
  expect(row(planOf([registerRow()], {}, world)).outcome).toBe('create')
})
