import { daysBetween } from '../dates.ts'
import type { Event } from '../records/timeline.ts'
import { roundsOf } from './rounds.ts'

/** A notice to a department that had not come: it stands on the row of the notice in the timeline. */
export type NoticedCall = {
  noticeIndex: number
  /** Whole days until the department came in the same round; null while it has not, or where a day is not known. */
  days: number | null
}

/**
 * The notices of a timeline that were sent to a department which had not come in the round. What comes before what is a
 * matter of position, so it is also known where only days are.
 */
export function noticedCallsOf(events: readonly Event[]): NoticedCall[] {
  return roundsOf(events).flatMap(({ start, end }) => {
    const came = new Set<string>()
    const found: NoticedCall[] = []
    for (let i = start; i < end; i++) {
      const { kind, department, at } = events[i] as Event
      if (!department) continue
      if (kind === 'arrival') came.add(department)
      if (kind !== 'notice' || came.has(department)) continue
      const arrival = events
        .slice(i + 1, end)
        .find((e) => e.kind === 'arrival' && e.department === department)
      found.push({ noticeIndex: i, days: at && arrival?.at ? daysBetween(at, arrival.at) : null })
    }
    return found
  })
}
