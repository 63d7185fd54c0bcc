import { CASE_STATE_LABELS, type CaseState, type EventKind } from '../vocabulary.ts'
import type { Case } from './case.ts'

/**
 * Which state may follow which. The community alone closes, so `closed` is reached from `done` (or straight
 * from work seen on site) and left only by a reopening. It binds moves in the CMS; a press case enters in the
 * state that its source gives.
 */
const NEXT_STATES: Record<CaseState, readonly CaseState[]> = {
  waiting: ['handling', 'planned', 'done'],
  handling: ['planned', 'done', 'reported-resolved'],
  planned: ['handling', 'done', 'reported-resolved'],
  done: ['closed', 'handling', 'reopened'],
  reopened: ['handling', 'planned', 'done'],
  closed: ['reopened'],
  'reported-resolved': ['closed', 'reopened', 'handling'],
}

/** Whether a published case may move from one state to another (staying is always allowed). */
export function mayFollow(from: CaseState, to: CaseState): boolean {
  return from === to || NEXT_STATES[from].includes(to)
}

/** The event that must be the last of its group for a case to be in a state; null where the source alone decides. */
const NEEDED: Record<CaseState, EventKind | null> = {
  waiting: null,
  handling: null,
  planned: null,
  done: 'done',
  reopened: 'reopened',
  closed: 'closure',
  'reported-resolved': null,
}

/**
 * What in a timeline contradicts the state, as sentences; empty when they agree.
 * A closure counts only until the next reopening.
 */
export function contradictions(c: Pick<Case, 'status' | 'timeline'>): string[] {
  const round = c.timeline.slice(c.timeline.findLastIndex((e) => e.kind === 'reopened') + 1)
  const has = (kind: EventKind) => round.some((e) => e.kind === kind)
  const found: string[] = []
  const needed = NEEDED[c.status]
  if (needed === 'reopened' ? !c.timeline.some((e) => e.kind === 'reopened') : needed && !has(needed))
    found.push(`状态与经过不符：${CASE_STATE_LABELS[c.status]}要有相应的事件`)
  if (c.status !== 'closed' && has('closure')) found.push('经过里已经结案，状态却不是已结案')
  if (c.status === 'waiting' && has('arrival')) found.push('经过里已有部门到场，状态却是待到场')
  return found
}
