import { expect, test } from 'vitest'
import { planBook } from '../../../cms/src/imports/planBook.ts'
import { readWorkbook } from '../../../cms/src/imports/reading/readWorkbook.ts'
import { planOf, registerRow } from '../../support/imports/plannedWorld.ts'

test('a dry run can be taken along as a workbook: counts, and each row with its reasons as texts', async () => {
  const plan = planOf([registerRow({ 编号: '=1+1' }), registerRow({ 编号: '3-47', 状态: '归档' })])
  const [counts, rows] = (await readWorkbook(planBook(plan), 'plan.xlsx')).sheets
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
