import { expect, test } from 'vitest'
import { callsOf, isLate } from '#domain/calls'
import type { Event } from '#domain/timeline'

const at = (day: number, time: string) => `2022-06-${String(day).padStart(2, '0')}T${time}+08:00`
const asOf = at(30, '23:59')

test('a department called with the whistle is timed from the whistle, one added later from its own dispatch', () => {
  const events: Event[] = [
    { kind: 'whistle', at: at(1, '09:00') },
    { kind: 'dispatch', at: at(1, '10:00'), department: 'a' },
    { kind: 'arrival', at: at(1, '14:00'), department: 'a' },
    { kind: 'dispatch', at: at(3, '10:00'), department: 'b' },
    { kind: 'arrival', at: at(3, '11:30'), department: 'b' },
  ]
  expect(callsOf(events).map((c) => [c.department, c.minutes])).toEqual([
    ['a', 300],
    ['b', 90],
  ])
})

test('a reopening starts a new round with its own calls', () => {
  const events: Event[] = [
    { kind: 'whistle', at: at(1, '09:00') },
    { kind: 'dispatch', at: at(1, '09:00'), department: 'a' },
    { kind: 'arrival', at: at(1, '10:00'), department: 'a' },
    { kind: 'done', at: at(2, '10:00'), department: 'a' },
    { kind: 'closure', at: at(3, '10:00') },
    { kind: 'reopened', at: at(9, '08:00') },
    { kind: 'dispatch', at: at(9, '08:30'), department: 'a' },
    { kind: 'arrival', at: at(9, '12:00'), department: 'a' },
  ]
  expect(callsOf(events).map((c) => [c.round, c.minutes, c.doneAt])).toEqual([
    [1, 60, at(2, '10:00')],
    [2, 240, undefined],
  ])
})

test('a department that came without recorded times is neither late nor on time', () => {
  const events: Event[] = [{ kind: 'whistle' }, { kind: 'arrival', department: 'a', text: '吹哨两天后到场' }]
  const [call] = callsOf(events)
  expect(call?.minutes).toBeNull()
  expect(isLate(call as never, 24, asOf)).toBeNull()
})

test('late begins one minute after the limit, and who has not come is late once the limit has passed', () => {
  const came = (minutes: number) => ({ minutes, arrivalIndex: 2, calledAt: at(1, '09:00') }) as never
  expect(isLate(came(24 * 60), 24, asOf)).toBe(false)
  expect(isLate(came(24 * 60 + 1), 24, asOf)).toBe(true)
  const waiting = { minutes: null, arrivalIndex: null, calledAt: at(29, '09:00') } as never
  expect(isLate(waiting, 24, asOf)).toBe(true)
  expect(isLate(waiting, 48, asOf)).toBeNull()
  expect(isLate(waiting, undefined, asOf)).toBeNull()
})
