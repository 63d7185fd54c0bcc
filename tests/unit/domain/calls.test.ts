import { describe, expect, test } from 'vitest'
import { callsOf, isLate } from '#domain/figures/calls'
import { objectionOutcome } from '#domain/figures/objections'
import type { Call, Event } from '#domain/records/timeline'

const at = (day: number, time: string) => `2022-06-${String(day).padStart(2, '0')}T${time}+08:00`
const asOf = at(30, '23:59')
const dispatch = (department: string, moment?: string): Event => ({
  kind: 'dispatch',
  department,
  ...(moment ? { at: moment } : {}),
})

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
  const callOf = (...rest: Event[]) =>
    callsOf([{ kind: 'whistle', at: at(1, '09:00') }, dispatch('a', at(1, '09:30')), ...rest])[0] as Call
  const came = (moment: string) => callOf({ kind: 'arrival', at: moment, department: 'a' })
  expect(isLate(came(at(2, '09:00')), 24, asOf)).toBe(false)
  expect(isLate(came(at(2, '09:01')), 24, asOf)).toBe(true)
  expect(isLate(came(at(2, '09:01')), undefined, asOf)).toBeNull()
  expect(isLate(callOf(), 24, at(2, '09:00'))).toBeNull()
  expect(isLate(callOf(), 24, at(2, '09:01'))).toBe(true)
})

describe('the first batch of dispatches is known by position', () => {
  test('a department sent for at another time than the first is added, also where the first time is not known', () => {
    const events: Event[] = [
      { kind: 'whistle', at: at(1, '09:00') },
      dispatch('a'),
      dispatch('b', at(2, '09:00')),
      { kind: 'arrival', at: at(2, '09:30'), department: 'b' },
    ]
    expect(callsOf(events).map((c) => [c.department, c.isAdded, c.minutes])).toEqual([
      ['a', false, null],
      ['b', true, 30],
    ])
  })
  test('dispatches that stand apart are no batch, also where none has a time', () => {
    const events: Event[] = [
      { kind: 'whistle', at: at(1, '09:00') },
      dispatch('a'),
      dispatch('b'),
      { kind: 'arrival', at: at(1, '10:00'), department: 'a' },
      dispatch('c'),
      { kind: 'arrival', at: at(1, '11:00'), department: 'b' },
      { kind: 'arrival', at: at(1, '12:00'), department: 'c' },
    ]
    expect(callsOf(events).map((c) => [c.department, c.isAdded, c.minutes])).toEqual([
      ['a', false, 60],
      ['b', false, 120],
      ['c', true, null],
    ])
  })
})

describe('an objection', () => {
  const objection = (upheld?: boolean): Event => ({
    kind: 'objection',
    at: at(1, '10:00'),
    department: 'a',
    ...(upheld === undefined ? {} : { upheld }),
  })
  const events = (...rest: Event[]): Event[] => [
    { kind: 'whistle', at: at(1, '09:00') },
    dispatch('a', at(1, '09:30')),
    ...rest,
  ]
  const told = (...rest: Event[]) =>
    callsOf(events(...rest)).map((c) => [c.department, c.minutes, isLate(c, 2, asOf)])
  const cameAt = (department: string, hour: string): Event => ({
    kind: 'arrival',
    at: at(1, hour),
    department,
  })

  test('that is upheld ends the call: nobody is late for it', () => {
    expect(told(objection(true))).toEqual([['a', null, null]])
  })
  test('that is not upheld leaves the clock of the first dispatch running', () => {
    expect(told(objection(false), dispatch('a', at(1, '10:30')), cameAt('a', '11:01'))).toEqual([
      ['a', 121, true],
    ])
    expect(told(objection(false))).toEqual([['a', null, true]])
    expect(told(objection(false), dispatch('b', at(1, '10:30')))[0]).toEqual(['a', null, true])
  })
  test('without a recorded outcome was upheld where another department was sent and the first never came', () => {
    expect(told(objection(), dispatch('b', at(1, '10:30')), cameAt('b', '11:00'))).toEqual([
      ['a', null, null],
      ['b', 30, false],
    ])
    expect(objectionOutcome(events(objection(), dispatch('b')), 2)).toEqual({
      upheld: true,
      isRecorded: false,
    })
  })
  test('without a recorded outcome was not upheld where the department came or was sent again', () => {
    expect(told(objection(), dispatch('b', at(1, '10:30')), cameAt('a', '11:30'))[0]).toEqual([
      'a',
      150,
      true,
    ])
    expect(objectionOutcome(events(objection(), dispatch('b'), dispatch('a')), 2).upheld).toBe(false)
  })
  test('after which nothing happened has no outcome yet', () => {
    expect(objectionOutcome(events(objection()), 2)).toEqual({ upheld: null, isRecorded: false })
    expect(told(objection())).toEqual([['a', null, true]])
  })
  test('is judged by its own round', () => {
    const later = events(objection(), { kind: 'reopened', at: at(5, '09:00') }, dispatch('b', at(5, '09:00')))
    expect(objectionOutcome(later, 2).upheld).toBeNull()
  })
  test('that was upheld is followed by a call of its own when the department is sent for after all', () => {
    expect(told(objection(true), dispatch('a', at(1, '12:00')), cameAt('a', '13:00'))).toEqual([
      ['a', null, null],
      ['a', 60, false],
    ])
  })
})

test('a second dispatch to a department in the same round is no new call', () => {
  const events: Event[] = [
    { kind: 'whistle', at: at(1, '09:00') },
    dispatch('a', at(1, '09:30')),
    dispatch('a', at(2, '09:30')),
    { kind: 'arrival', at: at(2, '10:00'), department: 'a' },
  ]
  expect(callsOf(events).map((c) => [c.dispatchIndex, c.minutes])).toEqual([[1, 25 * 60]])
})

test('the last time that a department said it was done counts', () => {
  const done = (day: number): Event => ({ kind: 'done', at: at(day, '10:00'), department: 'a' })
  const events: Event[] = [
    { kind: 'whistle' },
    dispatch('a'),
    { kind: 'arrival', department: 'a' },
    done(3),
    done(5),
  ]
  expect(callsOf(events)[0]?.doneAt).toBe(at(5, '10:00'))
})
