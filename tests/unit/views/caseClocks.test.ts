import { describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import type { Row } from '#domain/records/snapshot'
import type { Event } from '#domain/records/timeline'
import { putRow, World } from '#domain/world/world'
import { type CaseView, caseKind } from '../../../site/src/case/case.ts'
import { caseLines } from '../../../site/src/rows/caseLine.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

const at = (day: number, clock: string) => `2022-06-${String(day).padStart(2, '0')}T${clock}+08:00`
const of = (kind: Event['kind'], department: string, moment: string, more: Partial<Event> = {}): Event => ({
  kind,
  department,
  at: moment,
  ...more,
})

function contextOf(timeline: Event[], more: Partial<Row<'cases'>> = {}) {
  const { closedBy: _closedBy, ...row } = caseRow(1, { status: 'handling', timeline, ...more })
  const snapshot = snapshotOf(row)
  for (const slug of ['d-two', 'd-three']) putRow(snapshot, 'departments', departmentRow(slug))
  const world = new World(snapshot)
  return { world, statistics: new Statistics(world) }
}
const viewOf = (timeline: Event[], more: Partial<Row<'cases'>> = {}) =>
  caseKind.view({ reference: 'WS-2022-000001' }, contextOf(timeline, more)) as CaseView
const firstOf = (timeline: Event[]) => caseLines(['WS-2022-000001'], contextOf(timeline))[0]?.first
const unheld = { reason: 'not-held', words: '本站未录' }

const whistle: Event = { kind: 'whistle', at: at(1, '09:00') }
const again: Event[] = [
  { kind: 'reopened', at: at(10, '09:00') },
  of('dispatch', 'd-one', at(10, '09:30')),
  of('arrival', 'd-one', at(10, '09:40')),
]

describe('最早到场 in a list', () => {
  const slow = [of('dispatch', 'd-one', at(1, '09:30')), of('arrival', 'd-one', at(2, '10:38'))]
  const added = [of('dispatch', 'd-two', at(3, '09:00')), of('arrival', 'd-two', at(3, '09:10'))]

  test('is the first arrival of the first round, from the whistle: no later call flatters it', () => {
    expect(firstOf([whistle, ...slow, ...added, ...again])).toBe('25小时38分')
  })
  test('is not told where the first arrival has no minute, or came after a reopening', () => {
    const coarse = [of('arrival', 'd-one', '2022-06-02'), ...added]
    expect(firstOf([whistle, ...coarse])).toEqual(unheld)
    expect(firstOf([whistle, ...again])).toEqual(unheld)
  })
})

test('each time in the table of calls says from what it is counted', () => {
  const view = viewOf([
    whistle,
    of('dispatch', 'd-one', at(1, '09:30')),
    of('arrival', 'd-one', at(1, '10:00')),
    of('dispatch', 'd-two', at(3, '09:00')),
    of('arrival', 'd-two', at(3, '09:10')),
    ...again,
  ])
  expect(view.calls.map((c) => [c.took, c.since])).toEqual([
    ['1小时', '吹哨'],
    ['10分钟', '加派'],
    ['40分钟', '重办'],
  ])
})

describe('an objection on the page of a case', () => {
  const begin = [whistle, of('dispatch', 'd-one', at(1, '09:30'))]
  const objection = (upheld?: boolean) =>
    of('objection', 'd-one', at(1, '10:00'), upheld === undefined ? {} : { upheld })
  const other = of('dispatch', 'd-two', at(1, '11:00'))
  const said = (...rest: Event[]) => viewOf([...begin, ...rest]).log.find((l) => l.kind === '派单异议')?.text

  test('says what became of it, and where that is only worked out', () => {
    expect(said(objection(true))).toContain('异议成立')
    expect(said(objection(false))).toContain('异议不成立')
    expect(said(objection())).toContain('还没有结果')
    expect(said(objection(), other)).toContain('没有写结果；后来改派别的部门，它没有到场，按异议成立算')
    expect(said(objection(), of('dispatch', 'd-one', at(1, '11:00')))).toContain(
      '没有写结果；它又被派单或到了场',
    )
  })

  test('that is upheld spares the department the words of one that did not come', () => {
    const view = viewOf([...begin, objection(true), other])
    expect(view.calls[0]).toMatchObject({
      arrived: '异议成立，不用到场',
      took: { words: '—' },
      done: { words: '—' },
    })
    expect(view.relay?.proof).toContain('异议成立1次，不算')
    expect(view.calls[1]).toMatchObject({ arrived: { words: '还没到场' }, late: true })
  })
})

test('the handling limit stands with the latest new date of its extensions', () => {
  const timeline: Event[] = [whistle, of('extension', 'd-one', at(3, '09:00'), { until: '2022-07-15' })]
  const factOf = (more: Partial<Row<'cases'>>) =>
    viewOf(timeline, more).facts.find((f) => f.label === '办理时限')?.parts[0]?.text
  expect(factOf({ handlingDays: 15 })).toBe('15个工作日，延到2022年7月15日')
  expect(factOf({})).toBe('延到2022年7月15日')
  expect(viewOf(timeline).log.at(-1)?.text).toContain('延到2022年7月15日')
})
