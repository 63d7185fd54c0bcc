import { daysBetween, minutesBetween } from '../dates.ts'
import type { Case } from '../records/case.ts'
import { closedAt, whistledAt } from '../records/case.ts'
import type { Call } from '../records/timeline.ts'
import { callsOf, isLate } from './calls.ts'
import { type Handling, handlingsOf } from './handling.ts'
import { type NoticedCall, noticedCallsOf } from './noticedCalls.ts'
import { type Return, returnsOf } from './returns.ts'
import { roundsOf } from './rounds.ts'
import { type StockMove, stockMoves } from './stock.ts'

/** What metrics need to know of one case; worked out once for a case and an as-of moment. */
export type CaseFacts = {
  calls: (Call & { late: boolean | null })[]
  /** Minutes from the whistle to the first arrival of the first round; null where a time is not known to the minute. */
  firstArrival: number | null
  /** Whole days from whistle to final closure; null unless closed and both days are known. */
  closureDays: number | null
  /** Whether it was reopened after a closure: a reopening before any closure is none of a closed case. */
  reopened: boolean
  everClosed: boolean
  /** How each round kept the handling limit. */
  handlings: Handling[]
  /** Notices to departments that had not come. */
  noticed: NoticedCall[]
  /** Which closures held. */
  returns: Return[]
  /** How it came into the stock of open cases and went out of it. */
  moves: StockMove[]
  /** Whether any of this is told by the as-of day: a department has not come, or the work is not done. */
  isDated: boolean
  /** Days from which on, as the as-of day, more is told. */
  turnsOn: string[]
}

/** Works out the facts of a case. `asOfMoment` is the last moment of the as-of day of its scope. */
export function factsOf(c: Case, asOfMoment: string): CaseFacts {
  const from = whistledAt(c)
  const to = closedAt(c)
  const closed = c.timeline.findIndex((e) => e.kind === 'closure')
  const asOf = asOfMoment.slice(0, 10)
  const handlings = handlingsOf(c, asOf)
  const returns = returnsOf(c, asOf)
  const calls = callsOf(c.timeline).map((call) => ({
    ...call,
    late: isLate(call, c.arrivalHours, asOfMoment),
  }))
  return {
    calls,
    handlings,
    noticed: noticedCallsOf(c.timeline),
    returns,
    moves: stockMoves(c),
    turnsOn: returns.flatMap((r) => r.toldOn ?? []),
    isDated:
      calls.some((call) => call.arrivalIndex === null && call.releasedIndex === null) ||
      handlings.some((h) => h.isDated),
    firstArrival: firstArrival(c),
    closureDays: from && to ? daysBetween(from, to) : null,
    reopened: closed >= 0 && c.timeline.some((e, i) => e.kind === 'reopened' && i > closed),
    everClosed: closed >= 0,
  }
}

function firstArrival(c: Case): number | null {
  const [first] = roundsOf(c.timeline)
  const came = c.timeline.slice(0, first?.end).find((e) => e.kind === 'arrival')
  const from = whistledAt(c)
  return from && came?.at ? minutesBetween(from, came.at) : null
}
