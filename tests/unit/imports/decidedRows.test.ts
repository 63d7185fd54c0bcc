import { expect, test } from 'vitest'
import type { ImportPlan } from '#domain/imports/importPlan'
import { bookOfRows, planOf, registerRow } from '../../support/imports/plannedWorld.ts'

/** A row of the file; the others are made for it. */
const row = (plan: ImportPlan, at = 0) => {
  const found = plan.rows.filter((each) => each.row !== null)[at]
  if (!found) throw new Error('no such row')
  return found
}

test('doubtful words hold a row only where it would be public at once, and the kind decides what becomes of them', () => {
  const told = registerRow({ 情况: '王建国家里漏水。' })
  expect(row(planOf([told])).outcome).toBe('create')
  expect(row(planOf([told])).spans).toMatchObject([
    { kind: '人名', text: '王建国', masked: '王某', strength: 'doubtful', way: 'hold', address: 'C2' },
  ])
  expect(row(planOf([told], { publish: true }))).toMatchObject({ outcome: 'hold' })
  const kept = row(planOf([told], { publish: true, private: { 人名: 'keep' } }))
  expect([kept.outcome, kept.record?.description]).toEqual(['create', '王建国家里漏水。'])
  const masked = row(planOf([told], { publish: true, private: { 人名: 'mask' } }))
  expect([masked.outcome, masked.record?.description]).toEqual(['create', '王某家里漏水。'])
  const phone = registerRow({ 情况: '请联系13812345678。' })
  expect(row(planOf([phone], { private: { 手机号: 'keep' } })).outcome).toBe('hold')
})

test('rows that are left out of this file are neither asked about nor written, and do not count as vanished', () => {
  const rows = [registerRow({ 社区: '没有的社区' }), registerRow({ 编号: 'A2' })]
  const leftOut = { sha256: bookOfRows([]).sha256, rows: [2] }
  const imported = new Map([['A1', { key: 'WS-2022-000001', record: {}, hidden: {}, isUndone: false }]])
  const plan = planOf(rows, { leftOut }, { imported })
  expect([
    row(plan).outcome,
    row(plan).reasons.map(({ kind }) => kind),
    plan.questions,
    plan.vanished,
  ]).toEqual(['skip', ['left-out'], [], []])
  expect(row(plan, 1).outcome).toBe('create')
  const other = planOf(rows, { leftOut: { ...leftOut, sha256: 'f'.repeat(64) } })
  expect(row(other).outcome).toBe('ask')
})

test('what an editor corrected stays or gives way as the mapping says, and is asked without', () => {
  const imported = new Map([
    ['A1', { key: 'WS-2022-000007', record: { title: '旧题' }, hidden: {}, isUndone: false }],
  ])
  const { record } = row(planOf([registerRow()]))
  const current = new Map([['WS-2022-000007', { ...record, title: '编辑的题' }]])
  const title = (edited?: 'editor' | 'file') => {
    const found = row(planOf([registerRow({ 标题: '新题' })], { edited }, { imported, current }))
    return [found.outcome, found.record?.title]
  }
  expect(title()).toEqual(['ask', '编辑的题'])
  expect(title('file')).toEqual(['change', '新题'])
  expect(title('editor')[1]).toBe('编辑的题')
  expect(title('editor')[0]).not.toBe('ask')
})
