import type { Row } from '#domain/snapshot'
import type { World } from '#domain/world'
import { dateWordsAfter, minutesWords } from '../format.ts'
import { recordPath } from '../urls.ts'
import { callEvents, saidDone } from './callEvents.ts'
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
  /** From what the time is counted: 吹哨, 重办 or 加派. */
  since: string
  /** Shown where no time can be given. */
  untimed: string
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
  const when = (at: string | undefined) => (at ? dateWordsAfter(c.timeline[0]?.at, at) : null)
  return calls.map((call) => {
    const came = call.arrivalIndex !== null
    return {
      name: world.need('departments', call.department).name,
      href: recordPath('departments', call.department),
      role: call.round > 1 ? '重办' : call.department === c.lead ? '牵头' : '',
      arrived: when(call.arrivedAt),
      arrivedWords: came ? '未公布' : isReleased(call) ? '异议成立，不用到场' : '还没有到场的记录',
      took: call.minutes === null ? null : minutesWords(call.minutes),
      since: call.isAdded ? '加派' : call.round > 1 ? '重办' : '吹哨',
      untimed: isReleased(call) ? '不算' : '未公布',
      late: call.late === true,
      done: when(call.doneAt),
      doneWords: isReleased(call) || (isOpen && !saidDone(c, call)) ? goingOn(call) : '未公布',
      did: didOf(c, call),
    }
  })
}

/** Whether an upheld objection spared the department the way. */
function isReleased(call: LateCall): boolean {
  return call.arrivalIndex === null && call.releasedIndex !== null
}

/** What is said of work without an end in an open case. A source that gives no time does not say that it goes on. */
function goingOn(call: LateCall): string {
  if (call.arrivalIndex === null) return isReleased(call) ? '不用办' : '还没到场'
  return call.arrivedAt ? '还在办' : '未公布'
}

/** What the department did in this round: its words when it had done, or else all that it said before. */
function didOf(c: Row<'cases'>, call: LateCall): string {
  const events = callEvents(c, call).filter((e) => e.text)
  const done = events.filter((e) => e.kind === 'done')
  return (done.length > 0 ? done : events).map((e) => e.text).join('')
}
