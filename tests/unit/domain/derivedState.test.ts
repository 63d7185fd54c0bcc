import { expect, test } from 'vitest'
import { statesLeft, stateToEnter } from '#domain/records/derivedState'
import { placeFor, positionOf } from '#domain/records/eventPlace'
import { contradictions } from '#domain/records/workflow'
import { EVENT_KINDS, type EventKind, type Origin } from '#domain/vocabulary'

const left = (kinds: string, origin: Origin = 'record', called = ['a', 'b']) => {
  const timeline = kinds.split(' ').map((word) => {
    const [kind, department] = word.split('/')
    return { kind: kind as EventKind, department }
  })
  return statesLeft({ timeline, called, origin }).join(' ')
}

test.each([
  ['whistle', 'waiting'],
  ['whistle dispatch/a accepted/a notice', 'waiting'],
  ['whistle dispatch/a arrival/a', 'handling'],
  ['whistle joint-meeting', 'handling'],
  ['whistle arrival/a plan', 'handling planned'],
  ['whistle arrival/a done/a', 'handling done'],
  ['whistle arrival/a done/a done/b', 'done'],
  ['whistle done/a done/b closure', 'closed'],
  ['whistle done/a done/b closure call-back', 'closed'],
  ['whistle done/a done/b closure reopened', 'reopened'],
  ['whistle done/a done/b closure reopened arrival/a', 'handling'],
])('%s leaves the states %s', (kinds, states) => {
  expect(left(kinds)).toBe(states)
})

test('a case of a source may be in every state that its events do not contradict, the likeliest first', () => {
  expect(left('whistle', 'press')).toBe('waiting handling planned reported-resolved')
  expect(left('whistle arrival/a plan', 'press')).toBe('handling planned reported-resolved')
})

test('no state that is left contradicts the events', () => {
  for (const first of EVENT_KINDS)
    for (const second of EVENT_KINDS) {
      const timeline = ['whistle' as const, first, second].map((kind) => ({ kind, department: 'a' }))
      for (const status of statesLeft({ timeline, called: ['a'], origin: 'record' }))
        expect([first, second, status, contradictions({ status, timeline })]).toEqual([
          first,
          second,
          status,
          [],
        ])
    }
})

test('a state follows the events while it was left to them, and stays where somebody chose it', () => {
  expect(stateToEnter(undefined, ['waiting'], [])).toBe('waiting')
  expect(stateToEnter('waiting', ['handling'], ['waiting'])).toBe('handling')
  expect(stateToEnter('planned', ['handling', 'planned'], ['handling', 'planned'])).toBe('planned')
  expect(stateToEnter('planned', ['closed'], ['handling', 'planned'])).toBe('closed')
  expect(stateToEnter(undefined, ['handling', 'done'], ['handling'])).toBeUndefined()
})

const events = [
  { kind: 'whistle' as const, at: '2026-11-20T09:00+08:00' },
  { kind: 'dispatch' as const, at: '2026-11-20T09:30+08:00', department: 1 },
  { kind: 'progress' as const, at: '2026-11-22' },
]

test('an event of the grid stands where its time puts it, and never before the whistle', () => {
  expect(placeFor(events, '2026-11-20T09:30+08:00')).toBe(2)
  expect(placeFor(events, '2026-11-21')).toBe(2)
  expect(placeFor(events, '2026-11-23')).toBe(3)
  expect(placeFor(events, '2026-11-01')).toBe(1)
  expect(placeFor([], '2026-11-01')).toBe(0)
})

test('an event without a time holds none back: the next one stands before what is later', () => {
  const closed = [...events, { kind: 'closure' as const, at: '2026-11-25' }]
  for (const at of ['2026-11-21', '2026-11-24', '2026-11-26'])
    expect([at, placeFor([...closed, { kind: 'joint-meeting' }], at)]).toEqual([
      at,
      placeFor(closed, at) === closed.length ? closed.length + 1 : placeFor(closed, at),
    ])
})

test('what a department did is looked for in the current round alone', () => {
  expect(positionOf(events, 'dispatch', '1')).toBe(1)
  const again = [...events, { kind: 'closure' as const }, { kind: 'reopened' as const }]
  expect(positionOf(again, 'dispatch', 1)).toBe(-1)
  expect(placeFor(again, '2026-11-01')).toBe(5)
})
