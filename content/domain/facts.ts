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
  reopened: boolean
  everClosed: boolean
}

/** Works out the facts of a case. `asOfMoment` is the last moment of the as-of day of its scope. */
export function factsOf(c: Case, asOfMoment: string): CaseFacts {
  const from = whistledAt(c)
  const to = closedAt(c)
  return {
    calls: callsOf(c.timeline).map((call) => ({ ...call, late: isLate(call, c.arrivalHours, asOfMoment) })),
    closureDays: from && to ? daysBetween(from, to) : null,
    reopened: c.timeline.some((e) => e.kind === 'reopened'),
    everClosed: c.timeline.some((e) => e.kind === 'closure'),
  }
}
