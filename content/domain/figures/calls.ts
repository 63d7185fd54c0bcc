import { minutesBetween } from '../dates.ts'
import type { Call, Event } from '../records/timeline.ts'
import { objectionOutcome } from './objections.ts'
import { type Round, roundsOf } from './rounds.ts'

/**
 * Positions of the first batch of dispatches of a round: those that stand together and are written with the same time.
 * Which comes first is a matter of position, so it is also known where times are not.
 */
function firstBatch(events: readonly Event[], { start, end }: Round): ReadonlySet<number> {
  const batch = new Set<number>()
  for (let i = start; i < end; i++) {
    const e = events[i] as Event
    const [first] = batch
    if (e.kind !== 'dispatch') {
      if (first !== undefined) break
    } else if (first === undefined || e.at === events[first]?.at) batch.add(i)
  }
  return batch
}

/**
 * Reads the calls of a case from its timeline: one for each department and round, and another one where a department is
 * called again after its objection was upheld. The relay strip draws them and the arrival metrics count them, so both
 * always tell the same story.
 */
export function callsOf(events: readonly Event[]): Call[] {
  return roundsOf(events).flatMap((round, k) => callsOfRound(events, round, k + 1))
}

function callsOfRound(events: readonly Event[], round: Round, number: number): Call[] {
  const calls: Call[] = []
  const batch = firstBatch(events, round)
  const last = new Map<string, Call>()
  for (let i = round.start; i < round.end; i++) {
    const e = events[i] as Event
    if (!e.department) continue
    const running = last.get(e.department)
    const begins = running
      ? e.kind === 'dispatch' && running.releasedIndex !== null
      : e.kind === 'dispatch' || e.kind === 'arrival'
    if (begins) {
      const isAdded = e.kind === 'dispatch' && !batch.has(i)
      const call: Call = {
        round: number,
        department: e.department,
        dispatchIndex: e.kind === 'dispatch' ? i : null,
        arrivalIndex: null,
        releasedIndex: null,
        isAdded,
        calledAt: isAdded ? e.at : events[round.start]?.at,
        arrivedAt: undefined,
        doneAt: undefined,
        minutes: null,
      }
      calls.push(call)
      last.set(e.department, call)
    }
    const call = last.get(e.department)
    if (call) take(call, events, i)
  }
  return calls
}

/** Takes an event of the called department into its call. */
function take(call: Call, events: readonly Event[], index: number): void {
  const e = events[index] as Event
  if (e.kind === 'arrival' && call.arrivalIndex === null) {
    call.arrivalIndex = index
    call.arrivedAt = e.at
    if (call.calledAt && e.at) call.minutes = minutesBetween(call.calledAt, e.at)
  }
  if (e.kind === 'objection' && call.arrivalIndex === null && objectionOutcome(events, index).upheld === true)
    call.releasedIndex = index
  if (e.kind === 'done') call.doneAt = e.at
}

/**
 * Whether a call was late: true or false when it can be told, null when it cannot (no limit, times not known to the
 * minute, or an upheld objection that ended it). A department that has not come is late once the limit has passed at
 * `asOfMoment`.
 */
export function isLate(call: Call, limitHours: number | undefined, asOfMoment: string): boolean | null {
  if (limitHours === undefined || call.releasedIndex !== null) return null
  if (call.minutes !== null) return call.minutes > limitHours * 60
  if (call.arrivalIndex !== null || !call.calledAt) return null
  const waited = minutesBetween(call.calledAt, asOfMoment)
  return waited !== null && waited > limitHours * 60 ? true : null
}
