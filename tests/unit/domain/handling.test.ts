import { describe, expect, test } from 'vitest'
import { handlingDueOn, handlingsOf } from '#domain/figures/handling'
import type { Event } from '#domain/records/timeline'
import type { CaseState } from '#domain/vocabulary'

const handled = (
  status: CaseState,
  handlingDays: number | undefined,
  timeline: Event[],
  asOf = '2022-06-30',
) => handlingsOf({ status, handlingDays, timeline }, asOf).map((h) => [h.dispatchIndex, h.onTime, h.isDated])

const begin: Event[] = [
  { kind: 'whistle', at: '2022-06-01' },
  { kind: 'dispatch', at: '2022-06-02', department: 'a' },
]
const doneOn = (at: string, department = 'a'): Event => ({ kind: 'done', at, department })
const until = (day: string): Event => ({ kind: 'extension', until: day })

describe('a round is handled in time', () => {
  test('within the working days after the day of its first dispatch: holidays and weekends are none', () => {
    // 2022-06-03 is the Dragon Boat Festival, 4 and 5 a weekend: the 6th is the first working day.
    expect(handled('done', 1, [...begin, doneOn('2022-06-06')])).toEqual([[1, true, false]])
    expect(handled('done', 1, [...begin, doneOn('2022-06-07')])).toEqual([[1, false, false]])
  })
  test('when the last department was done, not the first', () => {
    expect(handled('done', 1, [...begin, doneOn('2022-06-06'), doneOn('2022-06-07', 'b')])).toEqual([
      [1, false, false],
    ])
  })
  test('by the latest new date, also where an earlier one follows', () => {
    const extended = [...begin, until('2022-06-15'), until('2022-06-10')]
    expect(handled('done', 1, [...extended, doneOn('2022-06-15')])).toEqual([[1, true, false]])
    expect(handled('done', 1, [...extended, doneOn('2022-06-16')])).toEqual([[1, false, false]])
  })
})

test('what is not done is late once its limit has passed, undecided before, and always told by the day', () => {
  expect(handled('handling', 1, begin, '2022-06-06')).toEqual([[1, null, true]])
  expect(handled('handling', 1, begin, '2022-06-07')).toEqual([[1, false, true]])
  const extended = [...begin, until('2022-06-15')]
  expect(handled('handling', 1, extended, '2022-06-15')).toEqual([[1, null, true]])
  expect(handled('handling', 1, extended, '2022-06-16')).toEqual([[1, false, true]])
})

test('a department that is done does not finish a round in which others are at work', () => {
  expect(handled('handling', 1, [...begin, doneOn('2022-06-06')])).toEqual([[1, false, true]])
})

test('every round stands by itself, on the row of its first dispatch', () => {
  const again: Event[] = [
    { kind: 'reopened', at: '2022-06-20' },
    { kind: 'dispatch', at: '2022-06-20', department: 'a' },
    { kind: 'dispatch', at: '2022-06-22', department: 'b' },
    doneOn('2022-06-24'),
  ]
  expect(handled('done', 3, [...begin, doneOn('2022-06-06'), ...again])).toEqual([
    [1, true, false],
    [4, false, false],
  ])
})

test('nothing is said without a limit, without days, without anybody sent for, or in a year of unknown holidays', () => {
  expect(handled('done', undefined, [...begin, doneOn('2022-06-06')])).toEqual([[1, null, false]])
  expect(handled('done', 5, [...begin, doneOn('2022-06')])).toEqual([[1, null, false]])
  expect(handled('closed', 5, [...begin, { kind: 'closure', at: '2022-06-06' }])).toEqual([[1, null, false]])
  expect(handled('done', 5, [{ kind: 'whistle' }, doneOn('2022-06-06')])).toEqual([])
  const far: Event[] = [{ kind: 'whistle' }, { kind: 'dispatch', at: '2098-12-30', department: 'a' }]
  expect(handled('done', 5, [...far, doneOn('2099-01-04')])).toEqual([[1, null, false]])
  expect(handled('done', 5, [...far, until('2099-01-04'), doneOn('2099-01-04')])).toEqual([[1, true, false]])
})

describe('the day until which a case is to be handled', () => {
  const due = (timeline: Event[], handlingDays?: number) => handlingDueOn({ timeline, handlingDays })

  test('is the last working day of its limit, or the latest new date where that is later', () => {
    expect(due(begin, 1)).toBe('2022-06-06')
    expect(due([...begin, until('2022-06-15'), until('2022-06-10')], 1)).toBe('2022-06-15')
    expect(due([...begin, until('2022-06-03')], 1)).toBe('2022-06-06')
    expect(due([...begin, until('2022-06-15')])).toBe('2022-06-15')
  })

  test('is that of the last round, and unknown where neither limit nor new date is', () => {
    const again: Event[] = [
      { kind: 'reopened', at: '2022-06-20' },
      { kind: 'dispatch', at: '2022-06-20', department: 'a' },
    ]
    expect(due([...begin, until('2022-07-15'), ...again], 1)).toBe('2022-06-21')
    expect(due(begin)).toBeUndefined()
    expect(due([{ kind: 'whistle' }], 5)).toBeUndefined()
  })
})
