import { expect, test } from 'vitest'
import { mapping } from '#domain/imports/mapping'
import { planImport } from '#domain/imports/planImport'
import { proposeMapping } from '#domain/imports/proposal/proposeMapping'
import { bookOfRows, REGISTER, registerRow, smallWorld } from '../../support/imports/plannedWorld.ts'

test('a register is proposed from its heads and contents, and its rows go in as they are', () => {
  const book = bookOfRows([
    ['2022年登记表'],
    [],
    [...REGISTER],
    registerRow({ 状态: '已办结', 办结时间: '2022.3.9' }),
  ])
  const made = mapping.parse(proposeMapping(book, '登记'))
  expect(made).toMatchObject({ table: 'cases', key: '编号', headRows: { first: 3, last: 3 } })
  expect(Object.fromEntries(made.columns.map(({ field, heads }) => [field, heads.join()]))).toEqual({
    title: '标题',
    description: '情况',
    area: '社区',
    lead: '主办',
    departments: '协办',
    status: '状态',
    closedBy: '结案人',
    evidence: '依据',
    reporterPhone: '电话',
  })
  expect(made.columns.find(({ field }) => field === 'status')?.values).toEqual({ 已办结: 'done' })
  expect(made.timeline.map(({ kind, at }) => [kind, at])).toEqual([
    ['whistle', '吹哨时间'],
    ['dispatch', '派单时间'],
    ['arrival', '到场时间'],
    ['done', '办结时间'],
    ['closure', '结案时间'],
  ])
  expect(planImport(book, made, smallWorld()).rows.map(({ outcome }) => outcome)).toEqual(['create'])
})

test('the kind of record is known by the words of the heads', () => {
  const table = (...heads: string[]) => proposeMapping(bookOfRows([heads, heads.map(() => 'x')]), '表').table
  expect(table('序号', '大类', '权责事项', '牵头部门', '责任部门', '责任人', '依据')).toBe('duties')
  expect(table('名称', '简称', '全称', '曾用名', '类别')).toBe('departments')
  expect(table('名称', '层级', '上级', '户数')).toBe('areas')
  expect(table('文号', '种类', '收件部门', '发出日期', '事由')).toBe('notices')
})

test('a column of telephone numbers is private whatever its head says', () => {
  const rows = [
    ['编号', '标题', '内容', '备查'],
    ['1', '甲', '路灯', '13812345678'],
    ['2', '乙', '路灯', '138 1234 5679'],
  ]
  expect(proposeMapping(bookOfRows(rows), '表', 'cases').columns).toContainEqual({
    field: 'reporterPhone',
    heads: ['备查'],
  })
})

test('the number of a hotline’s sheet is the key, the running number of the sheet is not', () => {
  for (const head of ['工单编号', '案件编号', '受理编号'])
    expect(
      proposeMapping(
        bookOfRows([
          ['序号', head, '标题', '社区', '状态'],
          [1, 'GD1', '甲', '青桐社区', '在办'],
        ]),
        '登记',
      ).key,
    ).toBe(head)
})
