import type { Case } from '../records/case.ts'
import { isSame } from '../records/snapshot.ts'

/** What the state that follows brings with it, where there was nothing: a closure says who closed the case, and on what. */
const BROUGHT_BY_CLOSURE = ['closedBy', 'evidence'] as const

/**
 * Whether a change only goes on: events after the last public one, with the state that follows from them. The events
 * themselves say what happened, so it needs no note.
 */
export function isProgress(before: Case, after: Case): boolean {
  const { length } = before.timeline
  if (after.timeline.length <= length || !isSame(after.timeline.slice(0, length), before.timeline))
    return false
  return isSame(beside(before), beside(withoutWhatClosureBrought(before, after)))
}

/** What progress leaves alone. */
function beside({ timeline, status, publishedOn, changedOn, changeNote, ...rest }: Case): object {
  return rest
}

function withoutWhatClosureBrought(before: Case, after: Case): Case {
  if (before.status === 'closed' || after.status !== 'closed') return after
  const brought = BROUGHT_BY_CLOSURE.filter((name) => (before[name]?.length ?? 0) === 0)
  return { ...after, ...Object.fromEntries(brought.map((name) => [name, before[name]])) }
}
