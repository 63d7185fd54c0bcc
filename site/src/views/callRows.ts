import type { Row } from '#domain/snapshot'
import type { World } from '#domain/world'
import { minutesWords, shortDateWords } from '../format.ts'
import { recordPath } from '../urls.ts'
import type { LateCall } from './relayTimes.ts'

/** A row of the table under the relay strip: one department in one round. */
export type CallRow = {
  name: string
  href: string
  role: string
  arrived: string | null
  /** Shown instead of an unknown time: it has not come, or the time was not published. */
  arrivedWords: string
  took: string | null
  late: boolean
  done: string | null
  doneWords: string
  did: string
}

/** Rows of the calls of a case in the order in which departments were called. */
export function callRows(
  c: Row<'cases'>,
  calls: readonly LateCall[],
  isOpen: boolean,
  world: World,
): CallRow[] {
  return calls.map((call) => ({
    name: world.need('departments', call.department).name,
    href: recordPath('departments', call.department),
    role: call.round > 1 ? '重办' : call.department === c.lead ? '牵头' : '',
    arrived: call.arrivedAt ? shortDateWords(call.arrivedAt) : null,
    arrivedWords: call.arrivalIndex === null ? '还没有到场的记录' : '未公布',
    took: call.minutes === null ? null : minutesWords(call.minutes),
    late: call.late === true,
    done: call.doneAt ? shortDateWords(call.doneAt) : null,
    doneWords: isOpen && call.arrivalIndex !== null ? '还在办' : '未公布',
    did: didOf(c, call),
  }))
}

/** What the department did in this round: the words of its events. */
function didOf(c: Row<'cases'>, call: LateCall): string {
  const reopenings = c.timeline.flatMap((e, i) => (e.kind === 'reopened' ? [i] : []))
  const from = call.round === 1 ? 0 : (reopenings[call.round - 2] as number)
  const to = reopenings[call.round - 1] ?? c.timeline.length
  return c.timeline
    .slice(from, to)
    .filter((e) => e.department === call.department && e.kind !== 'dispatch' && e.text)
    .map((e) => e.text)
    .join('')
}
