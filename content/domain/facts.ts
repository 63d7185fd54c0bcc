import { callsOf, isLate } from './calls.ts'
import type { Case } from './case.ts'
import { closedAt, whistledAt } from './case.ts'
import { daysBetween } from './dates.ts'
import type { Call } from './timeline.ts'

/** What metrics need to know of one case; worked out once for a case and an as-of moment. */
export type CaseFacts = {
  calls: (Call & { late: boolean | null })[]
  /** Whole days from whistle to final closure; null unless closed and both days are known. */
  closureDays: number | null
  /** Whether it was reopened after a closure: a reopening before any closure is none of a closed case. */
  reopened: boolean
  everClosed: boolean
}

/** Works out the facts of a case. `asOfMoment` is the last moment of the as-of day of its scope. */
export function factsOf(c: Case, asOfMoment: string): CaseFacts {
  const from = whistledAt(c)
  const to = closedAt(c)
  const closed = c.timeline.findIndex((e) => e.kind === 'closure')
  return {
    calls: callsOf(c.timeline).map((call) => ({ ...call, late: isLate(call, c.arrivalHours, asOfMoment) })),
    closureDays: from && to ? daysBetween(from, to) : null,
    reopened: closed >= 0 && c.timeline.some((e, i) => e.kind === 'reopened' && i > closed),
    everClosed: closed >= 0,
  }
}
