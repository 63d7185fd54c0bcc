import { expect, test } from 'vitest'
import type { ImportPlan } from '#domain/imports/importPlan'
import type { ImportTable } from '#domain/imports/importTables'
import { mapping } from '#domain/imports/mapping'
import { planImport } from '#domain/imports/planImport'
import { proposeMapping } from '#domain/imports/proposal/proposeMapping'
import type { CellValue } from '#domain/imports/workbook'
import { bookOfRows, smallWorld } from '../../support/imports/plannedWorld.ts'

/** A table planned by the mapping that is proposed for it. */
function planned(
  rows: CellValue[][],
  table?: ImportTable,
  more: object = {},
  world = smallWorld(),
): ImportPlan {
  const book = bookOfRows(rows)
  return planImport(book, mapping.parse({ ...proposeMapping(book, '表', table), ...more }), world)
}
const told = (plan: ImportPlan) =>
  plan.rows.map(({ outcome, key, reasons }) => [outcome, key, ...reasons.map(({ kind }) => kind)])

test('an office’s duty list comes in as one file: categories joined downwards, lists in a cell, a code made of both', () => {
  const rows: CellValue[][] = [
    ['权责清单'],
    ['大类', '序号', '权责事项', '牵头部门', '责任部门', '责任人', '办理时限', '依据'],
    [
      '三、环境类',
      47,
      '餐饮油烟',
      '城管',
      '城建局、供电所',
      '环卫科科长',
      '15个工作日',
      '大气污染防治法\n市容条例',
    ],
    ['三、环境类', 48, '露天焚烧', '城管', '城管、城建', null, 15, null],
  ]
  const plan = planned(rows, undefined, {}, smallWorld({ keys: { ...smallWorld().keys, duties: [] } }))
  expect(told(plan)).toEqual([
    ['create', '3-47', 'like-name'],
    ['create', '3-48'],
  ])
  expect(plan.rows[0]?.record).toMatchObject({
    title: '餐饮油烟',
    category: 3,
    lead: 'chengguan',
    responsible: ['chengjian', 'gongdian'],
    handlingDays: 15,
    basis: ['大气污染防治法', '市容条例'],
  })
  expect(plan.rows[1]?.record?.responsible).toEqual(['chengjian'])
})

test('a code that the spreadsheet made a date of is refused with what to do', () => {
  const plan = planned(
    [
      ['权责编号', '权责事项', '牵头部门', '依据'],
      [{ date: '2022-03-04' }, '餐饮油烟', '城管', null],
      ['3-5', '露天焚烧', '城管', null],
    ],
    'duties',
  )
  expect(told(plan)).toEqual([
    ['refuse', null, 'spoiled-key'],
    ['create', '3-5'],
  ])
  expect(plan.rows[0]?.reasons[0]).toMatchObject({ address: 'A2', text: expect.stringContaining('设成文本') })
})

test('places come in as a tree, each may name one that the same file brings; one that is there is changed', () => {
  const world = smallWorld({
    current: new Map([
      [
        'qingtong',
        { slug: 'qingtong', name: '青桐社区', level: 'community', parent: 'aixihu', origin: 'record' },
      ],
    ]),
  })
  const plan = planned(
    [
      ['名称', '层级', '上级', '户数'],
      ['青桐社区', '社区', '艾溪湖管理处', 1200],
      ['南门社区', '社区', '艾溪湖管理处', null],
      ['南门小区', '小区', '南门社区', '３１８户'],
    ],
    undefined,
    {},
    world,
  )
  expect(told(plan)).toEqual([
    ['change', 'qingtong'],
    ['create', 'nanmenshequ'],
    ['create', 'nanmenxiaoqu'],
  ])
  expect(plan.rows[0]?.changes).toEqual([{ field: 'households', title: '户数', before: null, after: '1200' }])
  expect(plan.rows[2]?.record).toMatchObject({ parent: 'nanmenshequ', households: 318, level: 'compound' })
})

test('departments come in with their names and contacts, and again without a change', () => {
  const rows = [
    ['部门名称', '简称', '曾用名', '类别', '公开电话'],
    ['气象局', null, '气象台、观测站', '政府', '办公室 0791-83811234'],
  ]
  const plan = planned(rows, 'departments')
  expect(told(plan)).toEqual([['create', 'qixiangju']])
  const record = plan.rows[0]?.record as Record<string, unknown>
  expect(record).toMatchObject({
    shortName: '气象局',
    kind: 'government',
    contacts: [{ label: '办公室', number: '0791-83811234' }],
  })
  const known = smallWorld()
  const again = planned(
    rows,
    'departments',
    {},
    {
      ...known,
      named: {
        ...known.named,
        departments: [...known.named.departments, { key: 'qixiangju', names: ['气象局'] }],
      },
      current: new Map([['qixiangju', record]]),
    },
  )
  expect(told(again)).toEqual([['skip', 'qixiangju']])
})

test('other names in one cell are several, and a code typed with another dash is that code', () => {
  const names = planned(
    [
      ['部门名称', '简称', '别名', '类别'],
      ['气象局', '气象', '气象台、气象站', '区直部门'],
    ],
    'departments',
  )
  expect(names.rows[0]?.record).toMatchObject({ otherNames: ['气象台', '气象站'] })
  const codes = planned(
    [
      ['编号', '权责事项', '牵头部门'],
      ['3—51', '事项甲', '城建'],
      ['3－52', '事项乙', '城建'],
    ],
    'duties',
  )
  expect(codes.rows.map(({ key, outcome }) => [key, outcome])).toEqual([
    ['3-51', 'create'],
    ['3-52', 'create'],
  ])
})

test('notices get their numbers by kind and year', () => {
  const plan = planned([
    ['文号', '种类', '发文单位', '收件部门', '发文日期', '期限', '事由'],
    ['高新提〔2022〕7号', '提醒函', '指挥部', '城管', '2022.6.15', '2022.6.18', '逾期未到场'],
    ['高新督〔2022〕1号', '督办', '指挥部', '城建', '2022年7月1日', null, null],
    ['高新提〔2022〕8号', '提醒函', '指挥部', '城管', '2022.6.15', '2022.6.1', null],
  ])
  expect(told(plan)).toEqual([
    ['create', 'TX-2022-0001'],
    ['create', 'DB-2022-0001'],
    ['refuse', expect.any(String), 'field'],
  ])
})
