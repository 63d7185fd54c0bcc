import type { Row } from '#domain/records/snapshot'
import { CASE_STATE_LABELS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import type { Drawing } from '../drawing/strokes.ts'
import { minutesWords, shortDateWords } from '../format.ts'
import { relayStrip } from './relayStrip.ts'
import { type LateCall, relayTimes, timeUntold } from './relayTimes.ts'
import { relayVertical } from './relayVertical.ts'

/** The relay strip of a case in both directions, what it says in words, and the proof under it. */
export type CaseRelay = {
  wide: Drawing
  narrow: Drawing
  label: string
  /** Said where only the order is drawn; null where times are. */
  orderOnly: string | null
  proof: string[]
}

/** The relay strip, or null while no department was called, or where no time of anything is known. */
export function caseRelay(c: Row<'cases'>, calls: readonly LateCall[], world: World): CaseRelay | null {
  if (calls.length === 0 || c.timeline.every((e) => e.at === undefined)) return null
  const times = relayTimes(c, world, (own) => laneWords(own, c))
  const names = (came: boolean) =>
    times.lanes
      .filter((lane) => lane.came === came)
      .map((lane) => lane.name)
      .join('、')
  const came = names(true) ? `到场的有${names(true)}` : '还没有部门到场'
  const absent = names(false) ? `；没有到场记录的有${names(false)}` : ''
  return {
    wide: relayStrip(times),
    narrow: relayVertical(times),
    label: `接力条：吹哨之后，${came}${absent}；${CASE_STATE_LABELS[c.status]}。逐项时间见下表。`,
    orderOnly: times.known ? null : orderWords(calls),
    proof: proofOf(calls),
  }
}

function orderWords(calls: readonly LateCall[]): string {
  return calls.some((call) => call.arrivedAt || call.doneAt)
    ? '时间不知道到几点几分，这里只画先后，不按时间长短画。'
    : '各部门到场和办完的时间不知道，这里只画先后，不按时间长短画。'
}

function proofOf(calls: readonly LateCall[]): string[] {
  const judged = calls.filter((call) => call.late !== null)
  const released = calls.filter((call) => call.releasedIndex !== null).length
  const untold = calls.length - judged.length - released
  const onTime = judged.filter((call) => !call.late).length
  return [
    judged.length > 0 ? `按时${onTime}次 ÷ 可判断的${judged.length}次` : '没有可判断是否按时的',
    ...(untold > 0 ? [`缺时间或时限、判断不了的${untold}次`] : []),
    ...(released > 0 ? [`异议成立${released}次，不算`] : []),
  ]
}

/** The line under a department's name: how long its first late call took, or else its first call. */
function laneWords(calls: readonly LateCall[], c: Row<'cases'>): { words: string; late: boolean } {
  const call = calls.find((x) => x.late) ?? (calls[0] as LateCall)
  const late = call.late === true
  const round = call.round > 1 ? '重办' : ''
  if (call.minutes !== null)
    return { words: `${round}${minutesWords(call.minutes)}${late ? ' 迟' : '到场'}`, late }
  if (call.arrivalIndex === null && call.releasedIndex !== null) return { words: '异议成立', late }
  if (call.arrivalIndex === null) return { words: `${round}${late ? '过了时限没到' : '还没到场'}`, late }
  return { words: call.arrivedAt ? `${shortDateWords(call.arrivedAt)}到场` : `时间${timeUntold(c)}`, late }
}
