import { CASE_STATES, type CaseState, type Origin } from '../vocabulary.ts'
import { RESOLVED_STATES } from './case.ts'

/** What a case, or the call of one of its departments, may leave empty, each as a page names it. */
export const EMPTY_FIELDS = [
  'kind',
  'urgency',
  'duties',
  'lead',
  'departments',
  'whistledAt',
  'arrivalHours',
  'handlingDays',
  'arrivedAt',
  'doneAt',
  'did',
  'outcome',
  'openReason',
  'closedBy',
  'closedAt',
  'evidence',
  'satisfaction',
  'households',
] as const
export type EmptyField = (typeof EMPTY_FIELDS)[number]

/** Why nothing stands in a field: it cannot, it has not happened, the source in hand is silent, or it was never entered. */
export type EmptyReason = 'not-applicable' | 'not-yet' | 'undisclosed' | 'not-held'
/** What a page prints instead of the field, and why. */
export type Empty = { reason: EmptyReason; words: string }

/** Nothing can ever stand there. */
export const NOT_APPLICABLE: Empty = { reason: 'not-applicable', words: '—' }
/** Whoever knows it has not told this site. Also the word for an empty field of every other record. */
export const NOT_HELD: Empty = { reason: 'not-held', words: '本站未录' }
/** The source was read, and does not say. */
const UNDISCLOSED: Empty = { reason: 'undisclosed', words: '未公布' }

const OPEN_STATES = CASE_STATES.filter((state) => !RESOLVED_STATES.includes(state))
/** States in which a field cannot apply. */
const CANNOT: Partial<Record<EmptyField, readonly CaseState[]>> = { openReason: RESOLVED_STATES }

type NotYet = { states: readonly CaseState[]; words: string }
const notArrived: NotYet = { states: ['waiting'], words: '还没到场' }
const notDone: NotYet = { states: ['handling', 'planned', 'reopened'], words: '还没办完' }
const notClosed: NotYet = { states: OPEN_STATES, words: '还没结案' }
/** States in which what a field tells has not happened, and how that is said. */
const NOT_YET: Partial<Record<EmptyField, readonly NotYet[]>> = {
  lead: [{ states: ['waiting'], words: '还没派单' }],
  departments: [{ states: ['waiting'], words: '还没派单' }],
  arrivedAt: [notArrived],
  doneAt: [notArrived, notDone],
  did: [notArrived, notDone],
  outcome: [{ states: OPEN_STATES, words: '还没有结果' }],
  closedBy: [notClosed],
  closedAt: [notClosed],
  evidence: [notClosed],
  satisfaction: [{ states: OPEN_STATES, words: '还没回访' }],
}

/**
 * The word for an empty field of a case, by the first that holds: it cannot apply; by the state it has not happened; the
 * case is a report's, whose source is in hand and silent; it is not entered here.
 * @param state of the case, or for a field of a call the state as it is for that department (`stateOfCall`)
 */
export function emptyWords(field: EmptyField, origin: Origin, state: CaseState): Empty {
  if (CANNOT[field]?.includes(state)) return NOT_APPLICABLE
  const notYet = NOT_YET[field]?.find((n) => n.states.includes(state))
  if (notYet) return { reason: 'not-yet', words: notYet.words }
  return origin === 'press' ? UNDISCLOSED : NOT_HELD
}
