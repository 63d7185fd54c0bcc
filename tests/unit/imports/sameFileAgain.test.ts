import { expect, test } from 'vitest'
import type { ImportPlan, ReasonKind } from '#domain/imports/importPlan'
import { planOf, registerRow } from '../../support/imports/plannedWorld.ts'

const row = (plan: ImportPlan) => {
  const [found] = plan.rows
  if (!found) throw new Error('no row')
  return found
}
const kinds = (plan: ImportPlan): ReasonKind[] => row(plan).reasons.map(({ kind }) => kind)

const imported = () => {
  const first = row(planOf([registerRow()]))
  const record = first.record as Record<string, unknown>
  const made = { key: first.key as string, record, hidden: {}, isUndone: false }
  return { record, world: { imported: new Map([['A1', made]]), current: new Map([[made.key, record]]) } }
}

test('the same file again changes nothing, a newer one what differs; what did not come again is listed', () => {
  const { world } = imported()
  expect(row(planOf([registerRow()], {}, world))).toMatchObject({ outcome: 'skip', changes: [] })
  expect(row(planOf([registerRow({ 标题: '路灯全不亮' })], {}, world))).toMatchObject({
    outcome: 'change',
    key: 'WS-2022-000008',
    changes: [{ field: 'title', title: '标题', before: '路灯不亮', after: '路灯全不亮' }],
  })
  const other = planOf([registerRow({ 编号: 'A2' })], {}, world)
  expect(other.vanished).toEqual([{ sourceKey: 'A1', key: 'WS-2022-000008' }])
})

test('what an editor corrected by hand stays where the file says what it said, and is asked about where it says otherwise', () => {
  const { record, world } = imported()
  const corrected = {
    ...world,
    current: new Map([['WS-2022-000008', { ...record, title: '青桐社区路灯不亮' }]]),
  }
  expect(row(planOf([registerRow()], {}, corrected))).toMatchObject({ outcome: 'skip' })
  const plan = planOf([registerRow({ 标题: '路灯坏了' })], {}, corrected)
  expect([row(plan).outcome, kinds(plan)]).toEqual(['ask', ['edited-by-hand']])
})

test('a row that was taken back keeps its number for the time when it comes again', () => {
  const { record } = imported()
  const back = { key: 'WS-2022-000008', record, hidden: {}, isUndone: true }
  const plan = planOf([registerRow()], {}, { imported: new Map([['A1', back]]) })
  expect(row(plan)).toMatchObject({ outcome: 'create', key: 'WS-2022-000008' })
  expect(planOf([registerRow({ 编号: 'A2' })], {}, { imported: new Map([['A1', back]]) }).vanished).toEqual(
    [],
  )
})
