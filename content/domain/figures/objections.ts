import type { Event } from '../records/timeline.ts'
import { type Round, roundsOf } from './rounds.ts'

/** What became of an objection: whether it was upheld (null while nothing tells it), and whether that is recorded. */
export type ObjectionOutcome = { upheld: boolean | null; isRecorded: boolean }

/**
 * The outcome of the objection at a position of a timeline. Where none is recorded it follows from the rest of its
 * round: the department was called again or came at all, so it was not upheld; otherwise another department was called
 * afterwards, so it was. When neither happened, nothing is known yet.
 */
export function objectionOutcome(events: readonly Event[], index: number): ObjectionOutcome {
  const objection = events[index] as Event
  if (objection.upheld !== undefined) return { upheld: objection.upheld, isRecorded: true }
  const { start, end } = roundAt(events, index)
  const own = events.slice(start, end)
  const later = events.slice(index + 1, end)
  const isOwn = (e: Event) => e.department === objection.department
  const came = own.some((e) => e.kind === 'arrival' && isOwn(e))
  const dispatched = later.filter((e) => e.kind === 'dispatch')
  const upheld = came || dispatched.some(isOwn) ? false : dispatched.length > 0 ? true : null
  return { upheld, isRecorded: false }
}

/** Whether the department objected to the dispatch at a position: in the same round, before it was sent for again. */
export function isObjectedTo(events: readonly Event[], index: number): boolean {
  const { department } = events[index] as Event
  const later = events
    .slice(index + 1, roundAt(events, index).end)
    .find((e) => e.department === department && (e.kind === 'dispatch' || e.kind === 'objection'))
  return later?.kind === 'objection'
}

function roundAt(events: readonly Event[], index: number): Round {
  return roundsOf(events).find((r) => index >= r.start && index < r.end) as Round
}
