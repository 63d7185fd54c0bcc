import { expect, test } from 'vitest'
import { goodCases } from '#domain/figures/goodCases'
import { Statistics } from '#domain/figures/statistics'
import { putRow, World } from '#domain/world/world'
import { linkedSerials } from '../../../site/src/duties/dutyRefs.ts'
import { textBlocks } from '../../../site/src/frame/textBlocks.ts'
import { noticeState } from '../../../site/src/rows/noticeState.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

const days = { origin: 'record', publishedOn: '2022-06-01', changedOn: '2022-06-01' } as const

test('a notice is overdue only after the day it set, and never without one or with an outcome', () => {
  expect(noticeState({ dueOn: '2022-06-10' }, '2022-06-10')).toBe('waiting')
  expect(noticeState({ dueOn: '2022-06-10' }, '2022-06-11')).toBe('overdue')
  expect(noticeState({ dueOn: '2022-06-10', outcome: '办了' }, '2022-06-11')).toBe('answered')
  expect(noticeState({}, '2030-01-01')).toBe('waiting')
})

test('running text becomes paragraphs and lists, and no word of it is lost', () => {
  expect(textBlocks('第一段\n接着说\n\n三样：\n- 一\n- 二\n\n末段')).toEqual([
    { kind: 'paragraph', text: '第一段接着说' },
    { kind: 'paragraph', text: '三样：' },
    { kind: 'list', items: ['一', '二'] },
    { kind: 'paragraph', text: '末段' },
  ])
})

test('a sentence links the items of the same list that it names, and leaves the others as text', () => {
  const snapshot = snapshotOf()
  const duty = { title: '露天烧烤', category: 3, lead: 'd-one', responsible: [], basis: [], wordings: [] }
  putRow(snapshot, 'duties', { ...duty, code: '3-48', ...days })
  const pieces = linkedSerials('烤的归第48项；别的归第99项。', false, new World(snapshot))
  expect(pieces).toEqual([
    { text: '烤的归', href: null },
    { text: '第48项（露天烧烤）', href: 'duties/3-48.html' },
    { text: '；别的归第99项。', href: null },
  ])
  expect(linkedSerials('归第48项', true, new World(snapshot)).every((p) => p.href === null)).toBe(true)
})

test('a case is named as done well only when all came in time, the community closed it and it never came back', () => {
  const well = caseRow(1)
  const late = caseRow(2, {}, 30)
  const again = caseRow(3)
  again.timeline = [
    ...again.timeline,
    { kind: 'reopened', at: '2022-06-12' },
    { kind: 'arrival', at: '2022-06-13T09:00+08:00', department: 'd-one' },
    { kind: 'closure', at: '2022-06-15', body: '甲社区' },
  ]
  const world = new World(snapshotOf(well, late, again))
  const context = { world, statistics: new Statistics(world) }
  const all = [well, late, again].map((c) => c.reference)
  expect(goodCases(all, context, false)).toEqual([{ reference: well.reference, days: 8, departments: 1 }])
  expect(goodCases(all, context, true)).toEqual([])
})
