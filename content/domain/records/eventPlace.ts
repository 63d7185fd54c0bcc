import { isBefore } from '../dates.ts'
import type { EventKind } from '../vocabulary.ts'

type Placed = { kind?: EventKind | null; at?: string | null; department?: unknown }

/** Position at which the current round of a timeline begins: the first event, or the last reopening. */
export function roundStart(events: readonly Placed[]): number {
  return Math.max(
    0,
    events.findLastIndex((e) => e.kind === 'reopened'),
  )
}

/** Position of what a department did in the current round; -1 where it is not there. */
export function positionOf(events: readonly Placed[], kind: EventKind, department: unknown): number {
  const start = roundStart(events)
  return events.findLastIndex(
    (e, i) => i >= start && e.kind === kind && String(e.department ?? '') === String(department ?? ''),
  )
}

/**
 * Position at which an event of the current round belongs by its time: after all that is not later, and before the first
 * later one that follows. What has no time keeps its place and decides nothing.
 */
export function placeFor(events: readonly Placed[], at: string): number {
  const start = roundStart(events)
  const last = events.findLastIndex((e, i) => i >= start && e.at && !isBefore(at, e.at))
  const next = events.findIndex((e, i) => i > Math.max(last, start) && e.at && isBefore(at, e.at))
  return next < 0 ? events.length : next
}
