import type { Event } from '#domain/records/timeline'
import { afterWork, dayNumber, dayText, momentText, WORKDAY, workdaysAfter } from './calendar.ts'
import { departmentSlug } from './departments.ts'
import { randomOf } from './random.ts'
import type { Texts } from './texts.ts'
import type { Delay } from './walk.ts'
import type { Whistle } from './whistles.ts'

/** An event of a case with the minute at which it happened. */
export type TimedEvent = { at: number; event: Event }

/** Why more time is asked for. */
const REASONS = [
  '要用的材料没有按日子到，先做能做的部分。',
  '连着几天下雨，户外的活停了，天好再接着做。',
  '挖开以后发现里面的情况和原来看的不一样，办法要改。',
  '有几户还要再上门说一遍，急着做会留尾巴。',
  '要请外面的单位来检测，排的日子在后面。',
  '费用要走程序，批下来才能开工。',
  '和旁边的工地错开时间，等那边让出场地。',
  '试了一段，效果不够好，换一种做法重来。',
  '做这样活的队伍排到了后面，日子已经定下。',
  '涉及的单位多，各家的时间要对到一起。',
  '配件要定做，厂家给了交货的日子。',
  '先处理了更急的部分，剩下的要多几天。',
  '图纸要重新出，出来再接着做。',
  '量比吹哨时看到的大，人手不够，加了人接着做。',
]

/** Of the completions past their limit that no notice followed, this share had asked for more time before. */
const ASKED = 0.8

/**
 * Gives every extension its reason and its new date, which lies after the limit that it moves, and puts one before a
 * limit that was passed although no notice followed.
 */
export function withExtensions(
  reference: string,
  w: Whistle,
  delays: readonly Delay[],
  events: readonly TimedEvent[],
  texts: Texts,
): TimedEvent[] {
  const random = randomOf('extensions', reference)
  const told = (x: TimedEvent): TimedEvent => {
    const from = events.findLast(({ at, event }) => isStart(event) && at <= x.at) as TimedEvent
    const limit = workdaysAfter(dayNumber(from.at), w.duty.handlingDays + 1)
    const most = Math.max(3, Math.ceil(w.duty.handlingDays / 2))
    const until = workdaysAfter(dayNumber(from.at), w.duty.handlingDays + 1 + random.int(1, most))
    const text = texts.least(REASONS, random)
    if (until <= limit || until < dayText(dayNumber(x.at)))
      throw new Error(`${reference} 延期到 ${until}，不晚于原来的时限：请检查演示的日历`)
    return { at: x.at, event: { ...x.event, ...(text ? { text } : {}), until } }
  }
  const own = delays.flatMap((delay): TimedEvent[] => {
    const isNoticed = events.some(({ event }) => event.kind === 'notice')
    if (delay.cause !== 'handling' || isNoticed || !random.chance(ASKED)) return []
    const at = afterWork(delay.limitAt, -random.int(30, 2 * WORKDAY))
    const department = departmentSlug(delay.department)
    const isThere = events.some(
      (x) => x.event.kind === 'arrival' && x.event.department === department && x.at < at,
    )
    return isThere ? [{ at, event: { kind: 'extension', at: momentText(at), department } }] : []
  })
  return [...events, ...own]
    .sort((a, b) => a.at - b.at)
    .map((x) => (x.event.kind === 'extension' ? told(x) : x))
}

/** What a handling limit is counted from: the first dispatch after a whistle or a reopening, or these themselves. */
function isStart(event: Event): boolean {
  return event.kind === 'whistle' || event.kind === 'reopened'
}
