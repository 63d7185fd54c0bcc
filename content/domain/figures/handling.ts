import { dayOf } from '../dates.ts'
import type { Case } from '../records/case.ts'
import { workingDayAfter, workingDaysBetween } from '../workingDays.ts'
import { type Round, roundsOf } from './rounds.ts'

/** How one round of a case kept the handling limit. It stands on the row of its first dispatch. */
export type Handling = {
  /** Position of the first dispatch of the round in the timeline. */
  dispatchIndex: number
  /** Whether it was handled within the limit; null while or where it cannot be told. */
  onTime: boolean | null
  /** Whether it is told by the as-of day and not by the case: it is not done, so one day its limit has passed. */
  isDated: boolean
}

/** States of a case in which the work of its last round is finished. */
const FINISHED: readonly Case['status'][] = ['done', 'closed', 'reported-resolved']

/**
 * The rounds of a case in which a department was sent for. A round is handled in time when the last department was done
 * within the limit of working days after the day of the first dispatch, or by the latest new date of an extension.
 */
export function handlingsOf(c: Pick<Case, 'timeline' | 'status' | 'handlingDays'>, asOf: string): Handling[] {
  const rounds = roundsOf(c.timeline)
  return rounds.flatMap((round, k) => {
    const isFinished = k < rounds.length - 1 || FINISHED.includes(c.status)
    return handlingOf(c, round, isFinished, asOf) ?? []
  })
}

/**
 * The day until which the last round of a case is to be handled: the latest new date of an extension, or the last of the
 * working days after its first dispatch. Undefined where neither is known.
 */
export function handlingDueOn(c: Pick<Case, 'timeline' | 'handlingDays'>): string | undefined {
  const { start, end } = roundsOf(c.timeline).at(-1) as Round
  const events = c.timeline.slice(start, end)
  const from = dayOf(events.find((e) => e.kind === 'dispatch')?.at ?? '')
  const limit = from && c.handlingDays !== undefined ? workingDayAfter(from, c.handlingDays) : null
  return [limit, ...events.map((e) => e.until)]
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1)
}

function handlingOf(
  c: Pick<Case, 'timeline' | 'handlingDays'>,
  { start, end }: Round,
  isFinished: boolean,
  asOf: string,
): Handling | null {
  const events = c.timeline.slice(start, end)
  const first = events.findIndex((e) => e.kind === 'dispatch')
  if (first < 0) return null
  const said = (onTime: boolean | null, isDated = false) => ({
    dispatchIndex: start + first,
    onTime,
    isDated,
  })
  const from = dayOf(events[first]?.at ?? '')
  const limit = c.handlingDays
  if (!from || limit === undefined) return said(null)
  const latest = events.reduce((max, e) => (e.until && e.until > max ? e.until : max), '')
  const isWithin = (day: string): boolean | null => {
    if (day <= latest) return true
    const days = workingDaysBetween(from, day)
    return days === null ? null : days <= limit
  }
  if (isFinished) {
    const done = dayOf(events.findLast((e) => e.kind === 'done')?.at ?? '')
    return said(done ? isWithin(done) : null)
  }
  const isOpenStill = isWithin(asOf)
  return said(isOpenStill === false ? false : null, true)
}
