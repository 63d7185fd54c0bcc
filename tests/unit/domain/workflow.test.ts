import { describe, expect, test } from 'vitest'
import { caseRecord } from '#domain/case'
import { CASE_STATES } from '#domain/vocabulary'
import { contradictions, mayFollow, NEXT_STATES } from '#domain/workflow'
import { caseRow } from '../../support/rows.ts'

test('only a case that the departments call done, or a report, reaches closure', () => {
  expect(CASE_STATES.filter((s) => s !== 'closed' && mayFollow(s, 'closed'))).toEqual([
    'done',
    'reported-resolved',
  ])
  expect(NEXT_STATES.closed).toEqual(['reopened'])
})

describe('state and timeline must agree', () => {
  test('a closed case has a closure after its last reopening', () => {
    const c = caseRow(1)
    expect(contradictions(c)).toEqual([])
    const again = [...c.timeline, { kind: 'reopened' as const, at: '2022-06-20' }]
    expect(contradictions({ ...c, timeline: again })).not.toEqual([])
    expect(contradictions({ status: 'reopened', timeline: again })).toEqual([])
  })
  test('a waiting case has no arrival', () => {
    expect(contradictions({ ...caseRow(1), status: 'waiting' })).toContain(
      '经过里已有部门到场，状态却是待到场',
    )
  })
})

describe('a case record is refused', () => {
  const refused = (more: object) => caseRecord.safeParse({ ...caseRow(1), ...more }).success
  test('when closed without saying by whom, or open with somebody', () => {
    expect(refused({ closedBy: undefined })).toBe(false)
    expect(refused({ status: 'handling' })).toBe(false)
    expect(refused({})).toBe(true)
  })
  test('when invented data lacks its mark, or a real one carries it', () => {
    expect(refused({ origin: 'sample' })).toBe(false)
    expect(refused({ reference: 'DEMO-2022-000001' })).toBe(false)
    expect(refused({ origin: 'sample', reference: 'DEMO-2022-000001' })).toBe(true)
  })
  test('when times run backwards or a department event names nobody', () => {
    const [whistle, dispatch, ...rest] = caseRow(1).timeline
    expect(refused({ timeline: [whistle, { ...dispatch, at: '2022-05-31' }, ...rest] })).toBe(false)
    expect(refused({ timeline: [whistle, { ...dispatch, department: undefined }, ...rest] })).toBe(false)
    expect(refused({ timeline: [dispatch, ...rest] })).toBe(false)
  })
})
