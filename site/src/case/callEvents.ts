import { roundsOf } from '#domain/figures/rounds'
import type { Row } from '#domain/records/snapshot'
import type { Call, Event } from '#domain/records/timeline'

/** Events of a called department in the round of its call: from the whistle or reopening to the next reopening. */
function callEvents(c: Row<'cases'>, call: Call): Event[] {
  const round = roundsOf(c.timeline)[call.round - 1]
  return c.timeline.slice(round?.start, round?.end).filter((e) => e.department === call.department)
}

/** Whether the department said that its work was finished, also where the time of that was not published. */
export function saidDone(c: Row<'cases'>, call: Call): boolean {
  return callEvents(c, call).some((e) => e.kind === 'done')
}

/** Events of a call that its row of the table tells: that it came, that it was done last, with their words. */
export function toldEvents(c: Row<'cases'>, call: Call): Event[] {
  const own = callEvents(c, call)
  const arrival = call.arrivalIndex === null ? undefined : c.timeline[call.arrivalIndex]
  const done = own.findLast((e) => e.kind === 'done')
  return own.filter((e) => e === arrival || e === done)
}
