import { minutesBetween } from './dates.ts'
import type { Call, Event } from './timeline.ts'

/** The rounds of a timeline: the first begins with the whistle, every reopening begins another. */
function roundsOf(events: readonly Event[]): { start: number; end: number }[] {
  const starts = [0, ...events.flatMap((e, i) => (e.kind === 'reopened' ? [i] : []))]
  return starts.map((start, k) => ({ start, end: starts[k + 1] ?? events.length }))
}

/**
 * Reads the calls of a case from its timeline: one for each department and round. The relay strip draws
 * them and the arrival metrics count them, so both always tell the same story.
 */
export function callsOf(events: readonly Event[]): Call[] {
  return roundsOf(events).flatMap(({ start, end }, k) => {
    const calls = new Map<string, Call>()
    const begun = events[start]?.at
    let firstDispatch: string | undefined
    for (let i = start; i < end; i++) {
      const e = events[i] as Event
      if (!e.department) continue
      if (e.kind === 'dispatch') firstDispatch ??= e.at
      if (e.kind === 'dispatch' || e.kind === 'arrival') {
        const added = e.kind === 'dispatch' && e.at !== firstDispatch
        if (!calls.has(e.department))
          calls.set(e.department, {
            round: k + 1,
            department: e.department,
            dispatchIndex: e.kind === 'dispatch' ? i : null,
            arrivalIndex: null,
            calledAt: added ? e.at : begun,
            arrivedAt: undefined,
            doneAt: undefined,
            minutes: null,
          })
      }
      const call = calls.get(e.department)
      if (!call) continue
      if (e.kind === 'arrival' && call.arrivalIndex === null) {
        call.arrivalIndex = i
        call.arrivedAt = e.at
        if (call.calledAt && e.at) call.minutes = minutesBetween(call.calledAt, e.at)
      }
      if (e.kind === 'done') call.doneAt = e.at
    }
    return [...calls.values()]
  })
}

/**
 * Whether a call was late: true or false when it can be told, null when it cannot (no limit, or times not
 * known to the minute). A department that has not come is late once the limit has passed at `asOfMoment`.
 */
export function isLate(call: Call, limitHours: number | undefined, asOfMoment: string): boolean | null {
  if (limitHours === undefined) return null
  if (call.minutes !== null) return call.minutes > limitHours * 60
  if (call.arrivalIndex !== null || !call.calledAt) return null
  const waited = minutesBetween(call.calledAt, asOfMoment)
  return waited !== null && waited > limitHours * 60 ? true : null
}
