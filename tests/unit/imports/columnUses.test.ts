import { expect, test } from 'vitest'
import { answerTo, NOTHING, withAnswer, withLeftOut } from '../../../cms/src/importDesk/mapping/answers.ts'
import {
  EVENT_PARTS,
  eventPartLabel,
  partLabel,
  usesOf,
  withUse,
} from '../../../cms/src/importDesk/mapping/columnUses.ts'
import { planOf, registerMapping, registerRow } from '../../support/imports/plannedWorld.ts'

test('a column is taken from one use and given another, and what it no longer fills is gone', () => {
  const mapping = registerMapping()
  expect(usesOf(mapping, '标题')).toEqual(['field:title'])
  const moved = withUse(mapping, '标题', 'field:title', 'field:outcome')
  expect(usesOf(moved, '标题')).toEqual(['field:outcome'])
  expect(moved.columns.some(({ field }) => field === 'title')).toBe(false)
  expect(usesOf(withUse(mapping, '到场时间', 'event:arrival:at', ''), '到场时间')).toEqual([])
  expect(withUse(mapping, '编号', 'key', 'ignored').key).toBeUndefined()
})

test('two columns for one field are put together, a column may have two uses, the same use is not given twice', () => {
  const joined = withUse(registerMapping(), '依据', 'field:evidence', 'field:description')
  expect(joined.columns.find(({ field }) => field === 'description')?.heads).toEqual(['情况', '依据'])
  const twice = withUse(registerMapping(), '主办', '', 'event:arrival:department')
  expect(usesOf(twice, '主办')).toEqual(['field:lead', 'event:arrival:department'])
  expect(withUse(twice, '主办', '', 'field:lead')).toEqual(twice)
})

test('columns of events stand in the order in which events happen, a second time makes a second event', () => {
  const bare = registerMapping({ timeline: [] })
  const done = withUse(bare, '办结时间', '', 'event:done:at')
  const both = withUse(done, '派单时间', '', 'event:dispatch:at')
  expect(both.timeline.map(({ kind, at }) => [kind, at])).toEqual([
    ['dispatch', '派单时间'],
    ['done', '办结时间'],
  ])
  expect(withUse(both, '到场时间', '', 'event:dispatch:at').timeline.map(({ at }) => at)).toEqual([
    '派单时间',
    '到场时间',
    '办结时间',
  ])
})

test('an answer is kept in the mapping, and the next dry run asks it no more', () => {
  const rows = [registerRow({ 状态: '归档', 主办: '气象台' })]
  const first = planOf(rows)
  expect(first.questions.map(({ value }) => value).sort()).toEqual(['归档', '气象台'])
  const answers: Record<string, string> = { 归档: 'handling', 气象台: 'chengguan' }
  const answered = first.questions.reduce(
    (mapping, question) => withAnswer(mapping, question, String(answers[question.value])),
    registerMapping(),
  )
  for (const question of first.questions) expect(answerTo(answered, question)).toBe(answers[question.value])
  const second = planOf(rows, answered)
  expect([second.questions, second.counts.create]).toEqual([[], 1])
  const state = first.questions.find(({ value }) => value === '归档')
  if (!state) throw new Error('not asked')
  const unknown = withAnswer(registerMapping(), state, NOTHING)
  expect(answerTo(unknown, state)).toBe(NOTHING)
  expect(unknown.columns.find(({ field }) => field === 'status')?.values).toEqual({ 归档: null })
})

test('rows are left out of one file; those of another file are forgotten', () => {
  const [one, other] = ['a'.repeat(64), 'b'.repeat(64)]
  const left = withLeftOut(withLeftOut(registerMapping(), one, [5, 3]), one, [3, 9])
  expect(left.leftOut).toEqual({ sha256: one, rows: [3, 5, 9] })
  expect(withLeftOut(left, other, [2]).leftOut).toEqual({ sha256: other, rows: [2] })
})

test('a part of an event is called as the mapping calls its column', () => {
  expect(EVENT_PARTS.map(partLabel)).toEqual(['时间', '部门', '说明', '机构', '异议结果', '延到'])
  expect(eventPartLabel('dispatch', 'at')).toBe('派单：时间')
})
