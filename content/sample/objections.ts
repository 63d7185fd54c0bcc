import { departmentSlug } from './departments.ts'
import type { TimedEvent } from './extensions.ts'
import { randomOf } from './random.ts'
import type { Delay } from './walk.ts'
import type { Whistle } from './whistles.ts'

/** Share of objections that are upheld. */
const UPHELD = 0.3
/** More departments take no part in a case. */
const MOST = 7

/**
 * Decides the objections of a case. Where one is upheld, another department of the duty is sent instead and does what
 * the first would have done; the plan that named the first is left out. A department that came late stays: its delay
 * is told elsewhere. One that the year's end left without an answer stays without.
 * @returns short names of all departments that were called, the lead first, and the events
 */
export function settleObjections(
  reference: string,
  w: Whistle,
  delays: readonly Delay[],
  events: readonly TimedEvent[],
): { departments: string[]; timed: TimedEvent[] } {
  const random = randomOf('objections', reference)
  const departments = [...w.departments]
  let timed = [...events]
  for (const objection of events.filter((x) => x.event.kind === 'objection')) {
    const isDecided = events.some(
      ({ at, event }) =>
        at > objection.at && event.kind === 'dispatch' && event.department === objection.event.department,
    )
    if (!isDecided) continue
    const from = departments.find((d) => departmentSlug(d) === objection.event.department) as string
    const other = [w.duty.lead, ...w.duty.responsible].find((d) => !departments.includes(d))
    const isUpheld =
      random.chance(UPHELD) &&
      other !== undefined &&
      departments.length < MOST &&
      !delays.some((d) => d.department === from)
    if (isUpheld) {
      timed = takenOver(timed, objection, departmentSlug(from), departmentSlug(other))
      departments.push(other)
    }
    timed = timed.map((x) =>
      x.at === objection.at && x.event.kind === 'objection' && x.event.department === departmentSlug(from)
        ? { at: x.at, event: { ...x.event, upheld: isUpheld } }
        : x,
    )
  }
  return { departments, timed }
}

/** The rest of the round with another department in the place of the one that objected. */
function takenOver(
  events: readonly TimedEvent[],
  objection: TimedEvent,
  from: string,
  to: string,
): TimedEvent[] {
  const start = events.indexOf(objection)
  const next = events.findIndex((x, i) => i > start && x.event.kind === 'reopened')
  return events.flatMap((x, i) => {
    if (i <= start || (next >= 0 && i >= next)) return [x]
    if (x.event.kind === 'plan') return []
    if (x.event.department !== from || x.event.kind === 'progress') {
      return x.event.department === from ? [] : [x]
    }
    const { text: _own, ...event } = x.event
    return [{ at: x.at, event: { ...event, department: to } }]
  })
}
