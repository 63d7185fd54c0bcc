import { roundsOf } from '#domain/rounds'
import type { Row } from '#domain/snapshot'
import type { Call } from '#domain/timeline'

type Event = Row<'cases'>['timeline'][number]

/** Events of a called department in the round of its call: from the whistle or reopening to the next reopening. */
export function callEvents(c: Row<'cases'>, call: Call): Event[] {
  const round = roundsOf(c.timeline)[call.round - 1]
  return c.timeline.slice(round?.start, round?.end).filter((e) => e.department === call.department)
}

/** Whether the department said that its work was finished, also where the time of that was not published. */
export function saidDone(c: Row<'cases'>, call: Call): boolean {
  return callEvents(c, call).some((e) => e.kind === 'done')
}
