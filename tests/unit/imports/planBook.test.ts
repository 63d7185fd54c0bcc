import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { planBook } from '../../../cms/src/imports/planBook.ts'
import { readWorkbook } from '../../../cms/src/imports/reading/readWorkbook.ts'
import { planOf, registerRow } from '../../support/imports/plannedWorld.ts'

test('a dry run can be taken along as a workbook: counts, and each row with its reasons as texts', async () => {
  const plan = planOf([registerRow({ 编号: '=1+1' }), registerRow({ 编号: '3-47', 状态: '归档' })])
  const [counts, rows] = (await readWorkbook(await buffer(planBook(plan)), 'plan.xlsx')).sheets
  expect(counts?.rows.map(({ cells }) => cells)).toEqual(
    expect.arrayContaining([
      ['新建', '1'],
      ['要问', '1'],
    ]),
  )
  expect(rows?.rows.slice(1).map(({ cells }) => cells.slice(0, 6))).toEqual([
    ['新建', '2', '事项', '=1+1', 'WS-2022-000008'],
    ['要问', '3', '事项', '3-47', null, 'L3'],
  ])
  expect(rows?.notes).toEqual([])
})

test('the workbook of a dry run lists every private place in the form in which it may be public', async () => {
  const told = registerRow({ 情况: '请联系13812345678，王建国家里漏水。' })
  const book = await buffer(planBook(planOf([told], { private: { 手机号: 'mask' } })))
  const spans = (await readWorkbook(book, 'plan.xlsx')).sheets[2]
  expect(spans?.rows.slice(1).map(({ cells }) => cells)).toEqual([
    ['2', 'C2', 'description', '手机号', '请联系', '138****', '遮住，原文不留'],
    ['2', 'C2', 'description', '人名', expect.any(String), '王某', '先留下，等人决定'],
  ])
})
