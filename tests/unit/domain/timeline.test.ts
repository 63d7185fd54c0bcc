import { describe, expect, test } from 'vitest'
import { factsOf } from '#domain/figures/facts'
import { caseRecord } from '#domain/records/case'
import { notice } from '#domain/records/notice'
import { type Event, timeline } from '#domain/records/timeline'
import { caseRow } from '../../support/records/rows.ts'

const said = (events: Event[]) => timeline.safeParse(events).error?.issues.map((i) => i.message) ?? []

describe('an event comes before no earlier one', () => {
  test('also where a coarser time stands between', () => {
    const events: Event[] = [
      { kind: 'whistle', at: '2026-06-13T09:00+08:00' },
      { kind: 'arrival', at: '2026-06-14T09:00+08:00', department: 'a' },
      { kind: 'progress', at: '2026-06' },
      { kind: 'done', at: '2026-06-01', department: 'a' },
      { kind: 'closure', at: '2026-06-01' },
    ]
    expect(said(events)).toEqual([
      '经过第4条：时间 2026-06-01 早于第2条的 2026-06-14T09:00+08:00',
      '经过第5条：时间 2026-06-01 早于第2条的 2026-06-14T09:00+08:00',
    ])
  })

  test('also where one between was refused already', () => {
    const days = ['2022-06-13', '2022-06-01', '2022-06-05']
    const events = days.map((at, i): Event => ({ kind: i === 0 ? 'whistle' : 'progress', at }))
    expect(said(events)).toEqual([
      '经过第2条：时间 2022-06-01 早于第1条的 2022-06-13',
      '经过第3条：时间 2022-06-05 早于第1条的 2022-06-13',
    ])
  })

  test('whatever precision each is known to', () => {
    const moments = ['2022-06-13T09:00+08:00', '2022-06-13', '2022-06', '2022']
    const earlier = ['2022-06-13T08:59+08:00', '2022-06-12', '2022-05', '2021']
    for (const first of moments)
      for (const [i, later] of moments.entries()) {
        const told = (at: string) =>
          said([{ kind: 'whistle', at: first }, { kind: 'progress' }, { kind: 'progress', at }])
        expect(told(later), `${first} ${later}`).toEqual([])
        const isKnown = Math.min(first.length, later.length) >= (earlier[i] as string).length
        expect(told(earlier[i] as string).length > 0, `${first} ${earlier[i]}`).toBe(isKnown)
      }
  })
})

test('only an objection can be upheld', () => {
  const events: Event[] = [{ kind: 'whistle' }, { kind: 'progress', upheld: true }]
  expect(said(events)).toEqual(['经过第2条：只有派单异议可以写成立或不成立'])
})

describe('what happened did so by the day on which it was entered', () => {
  const refusals = (more: object) =>
    caseRecord.safeParse({ ...caseRow(1), ...more }).error?.issues.map((i) => i.message) ?? []
  const whistleAt = (at: string): Event[] => [{ kind: 'whistle', at }]
  const open = { status: 'waiting', closedBy: undefined }

  test('and no later, as far as its time is known', () => {
    const entered = { ...open, changedOn: '2022-06-30' }
    for (const at of ['2022-07', '2022-07-01', '2023', '2099-01-01', '2022-07-01T00:00+08:00'])
      expect(refusals({ ...entered, timeline: whistleAt(at) }), at).toHaveLength(1)
    for (const at of ['2022', '2022-06', '2022-06-30', '2022-06-30T23:59+08:00'])
      expect(refusals({ ...entered, timeline: whistleAt(at) }), at).toEqual([])
  })

  test('and not before 1949', () => {
    for (const at of ['0000', '1022-06-13', '1948-12-31'])
      expect(refusals({ ...open, timeline: whistleAt(at) }), at).toHaveLength(1)
    expect(refusals({ ...open, timeline: whistleAt('1949') })).toEqual([])
  })

  test('while what a document asks for may lie ahead', () => {
    const row = {
      number: 'TX-2022-0001',
      kind: 'reminder',
      issuer: '指挥部',
      recipient: 'a',
      issuedOn: '2022-06-30',
      dueOn: '2022-07-05',
      origin: 'record',
      publishedOn: '2022-06-30',
      changedOn: '2022-06-30',
    }
    expect(notice.safeParse(row).success).toBe(true)
    expect(notice.safeParse({ ...row, issuedOn: '2022-07-01' }).success).toBe(false)
  })
})

test('a case is reopened only after a closure', () => {
  const facts = (...kinds: Event['kind'][]) =>
    factsOf(
      { ...caseRow(1), timeline: kinds.map((kind) => ({ kind, department: 'a' })) },
      '2022-06-30T23:59+08:00',
    )
  expect(facts('whistle', 'done', 'reopened', 'done', 'closure').reopened).toBe(false)
  expect(facts('whistle', 'done', 'closure', 'reopened').reopened).toBe(true)
  expect(facts('whistle', 'reopened')).toMatchObject({ reopened: false, everClosed: false })
})
