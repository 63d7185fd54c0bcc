import { describe, expect, test } from 'vitest'
import { callsOf } from '#domain/figures/calls'
import type { Event } from '#domain/records/timeline'
import { contradictions, mayFollow } from '#domain/records/workflow'
import { CASE_STATE_LABELS, CASE_STATES, type CaseState } from '#domain/vocabulary'

/** 1: the state of the column may follow the state of the row. */
const TABLE: Record<CaseState, string> = {
  //                    wait hand plan done reop clos rep
  waiting: /*        */ '1   1    1    1    0    0    0',
  handling: /*       */ '0   1    1    1    0    0    1',
  planned: /*        */ '0   1    1    1    0    0    1',
  done: /*           */ '0   1    0    1    1    1    0',
  reopened: /*       */ '0   1    1    1    1    0    0',
  closed: /*         */ '0   0    0    0    1    1    0',
  'reported-resolved': '0   1    0    0    1    1    1',
}

test('a state follows another one exactly where the table says so', () => {
  expect(Object.keys(TABLE)).toEqual([...CASE_STATES])
  const found = Object.fromEntries(
    CASE_STATES.map((from) => [from, CASE_STATES.map((to) => (mayFollow(from, to) ? '1' : '0')).join('')]),
  )
  const told = Object.fromEntries(
    Object.entries(TABLE).map(([from, line]) => [from, line.replaceAll(' ', '')]),
  )
  expect(found).toEqual(told)
})

describe('state and timeline must agree', () => {
  const said = (status: CaseState, ...kinds: Event['kind'][]) =>
    contradictions({
      status,
      timeline: ['whistle' as const, ...kinds].map((kind) => ({ kind, department: 'a' })),
    })
  const NOT_CLOSED = '经过里已经结案，状态却不是已结案'
  const missing = (status: CaseState) => `状态与经过不符：${CASE_STATE_LABELS[status]}要有相应的事件`

  test('a closed case has a closure after its last reopening', () => {
    expect(said('closed', 'done', 'closure')).toEqual([])
    expect(said('closed', 'done')).toEqual([missing('closed')])
    expect(said('closed', 'done', 'closure', 'reopened')).toEqual([missing('closed')])
    expect(said('closed', 'done', 'closure', 'reopened', 'done', 'closure')).toEqual([])
  })
  test('a case with a closure since its last reopening is closed', () => {
    for (const status of ['handling', 'planned', 'reported-resolved'] as const)
      expect(said(status, 'arrival', 'closure'), status).toEqual([NOT_CLOSED])
    expect(said('handling', 'closure', 'reopened', 'arrival')).toEqual([])
  })
  test('a done case has a department that was done in its last round', () => {
    expect(said('done', 'done')).toEqual([])
    expect(said('done', 'arrival')).toEqual([missing('done')])
    expect(said('done', 'done', 'reopened')).toEqual([missing('done')])
  })
  test('a reopened case has a reopening', () => {
    expect(said('reopened', 'done', 'closure', 'reopened')).toEqual([])
    expect(said('reopened', 'done')).toEqual([missing('reopened')])
  })
  test('a waiting case has no arrival', () => {
    expect(said('waiting')).toEqual([])
    expect(said('waiting', 'arrival')).toEqual(['经过里已有部门到场，状态却是待到场'])
  })
  test('a cadre who came is no department that arrived', () => {
    const came: Event = { kind: 'cadre-arrival', body: '甲社区', post: '社区书记' }
    expect(contradictions({ status: 'waiting', timeline: [{ kind: 'whistle' }, came] })).toEqual([])
    expect(callsOf([{ kind: 'whistle' }, came])).toEqual([])
  })

  test('states that the source alone decides need no event', () => {
    for (const status of ['handling', 'planned', 'reported-resolved'] as const)
      expect(said(status), status).toEqual([])
  })
})
