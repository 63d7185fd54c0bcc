import type { Event } from '../records/timeline.ts'

/** A stretch of a timeline: positions from `start` up to, but not including, `end`. */
export type Round = { start: number; end: number }

/** The rounds of a timeline: the first begins with the whistle, every reopening begins another. */
export function roundsOf(events: readonly Pick<Event, 'kind'>[]): Round[] {
  const starts = [0, ...events.flatMap((e, i) => (e.kind === 'reopened' ? [i] : []))]
  return starts.map((start, k) => ({ start, end: starts[k + 1] ?? events.length }))
}
