import { dayOf, daysBetween, laterDay } from '../dates.ts'
import type { Case } from '../records/case.ts'
import { roundsOf } from './rounds.ts'

/** Days after a closure within which a case that comes back counts, and for which a closure is not judged yet. */
const RETURN_DAYS = 30

/** Whether a closure held. It stands on the row of the last closure of its round. */
export type Return = {
  closureIndex: number
  /** Whether the case was reopened within the days; null while they have not passed or where a day is not known. */
  cameBack: boolean | null
  /** The as-of day from which on it is judged; null where it never is. */
  toldOn: string | null
}

/** The closures of a case, one a round, each with whether the case came back soon. */
export function returnsOf({ timeline }: Pick<Case, 'timeline'>, asOf: string): Return[] {
  return roundsOf(timeline).flatMap(({ start, end }): Return[] => {
    const within = timeline.slice(start, end).findLastIndex((e) => e.kind === 'closure')
    if (within < 0) return []
    const closureIndex = start + within
    const closed = dayOf(timeline[closureIndex]?.at ?? '')
    if (!closed) return [{ closureIndex, cameBack: null, toldOn: null }]
    const toldOn = laterDay(closed, RETURN_DAYS)
    const next = timeline[end]
    const days = next?.at ? daysBetween(closed, next.at) : null
    const held = next ? (days === null ? null : days <= RETURN_DAYS) : false
    return [{ closureIndex, cameBack: asOf < toldOn ? null : held, toldOn }]
  })
}
