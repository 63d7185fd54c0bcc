import { isResolved } from '#domain/records/case'
import { type Empty, emptyWords, NOT_APPLICABLE } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import type { CaseState } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import { dateWordsAfter, minutesWords } from '../format.ts'
import { recordPath } from '../urls.ts'
import { saidDone, toldEvents } from './callEvents.ts'
import type { LateCall } from './relayTimes.ts'

/** A row of the table under the relay strip: one department in one round. A cell is words, or why there are none. */
export type CallRow = {
  name: string
  href: string
  role: string
  arrived: string | Empty
  took: string | Empty
  /** From what the time is counted: 吹哨, 重办 or 加派. */
  since: string
  late: boolean
  done: string | Empty
  did: string | Empty
}

/** Rows of the calls of a case in the order in which departments were called. */
export function callRows(c: Row<'cases'>, calls: readonly LateCall[], world: World): CallRow[] {
  const when = (at: string | undefined) => at && dateWordsAfter(c.timeline[0]?.at, at)
  return calls.map((call) => {
    const state = stateOfCall(c, call)
    const empty = (field: 'arrivedAt' | 'doneAt' | 'did') =>
      state ? emptyWords(field, c.origin, state) : NOT_APPLICABLE
    return {
      name: world.need('departments', call.department).name,
      href: recordPath('departments', call.department),
      role: call.round > 1 ? '重办' : call.department === c.lead ? '牵头' : '',
      arrived: when(call.arrivedAt) ?? (state ? empty('arrivedAt') : '异议成立，不用到场'),
      took: call.minutes === null ? empty('arrivedAt') : minutesWords(call.minutes),
      since: call.isAdded ? '加派' : call.round > 1 ? '重办' : '吹哨',
      late: call.late === true,
      done: when(call.doneAt) ?? empty('doneAt'),
      did:
        toldEvents(c, call)
          .flatMap((e) => e.text ?? [])
          .join('') || empty('did'),
    }
  })
}

/** How far the matter is for one department; null where an upheld objection spared it the way. */
function stateOfCall(c: Row<'cases'>, call: LateCall): CaseState | null {
  if (call.arrivalIndex === null && call.releasedIndex !== null) return null
  if (isResolved(c)) return c.status
  if (call.arrivalIndex === null) return 'waiting'
  return saidDone(c, call) ? 'done' : c.status
}

/** Whether most of what the table would tell is not known: then it is left out, and the events tell what there is. */
export function isMostlyEmpty(rows: readonly CallRow[]): boolean {
  const cells = rows.flatMap((row) => [row.arrived, row.took, row.done, row.did])
  return (
    cells.filter((cell) => typeof cell !== 'string' && cell.reason !== 'not-applicable').length * 2 >
    cells.length
  )
}
