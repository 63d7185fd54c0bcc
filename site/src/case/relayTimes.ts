import { factsOf } from '#domain/figures/facts'
import { isResolved, whistledAt } from '#domain/records/case'
import { emptyWords } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import type { Call } from '#domain/records/timeline'
import { scopeOf } from '#domain/scope'
import { CASE_STATE_LABELS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import { dateWords, shortDateWords } from '../format.ts'
import { saidDone } from './callEvents.ts'

/** A moment that goes through all lanes: the whistle, a closing by the community, a reopening. */
export type RelayMark = {
  at: number
  kind: 'whistle' | 'closure' | 'last-closure' | 'reopened'
  name: string
  time: string
}
/** One wait and work of a department, in milliseconds; what is not known is null. */
export type RelayLeg = {
  called: number
  limit: number | null
  arrived: number | null
  /** Said between dashed rails where it came and the minute is not known; null where it is, or it has not come. */
  came: string | null
  done: number | null
  /** Said likewise where its work ended, or must have ended, at a minute that is not known. */
  ended: string | null
  /** Until when an open end is drawn: the next mark, or the end. */
  until: number
}
export type RelayLane = {
  name: string
  lead: boolean
  words: string
  late: boolean
  legs: RelayLeg[]
  /** Whether it came at all, at whatever time. */
  came: boolean
  unknown: boolean
}
export type RelayTimes = {
  from: number
  to: number
  marks: RelayMark[]
  lanes: RelayLane[]
  /** False where the whistle or every arrival is not known to the minute: then only the order is drawn. */
  known: boolean
  /** Said of a time that is not known: whether its source is silent or this site lacks it. */
  untold: string
  /** Under the whistle of a strip of order only. */
  begin: string
  /** How it ended, for a strip of order only; null while it is open. */
  end: string | null
}

const DAY = 86_400_000
const isMoment = (at: string | undefined): at is string => at !== undefined && at.length > 10
const HOUR = 3_600_000

/** What the relay strip of a case draws, read from its timeline. */
export function relayTimes(
  c: Row<'cases'>,
  world: World,
  laneWords: (calls: LateCall[]) => { words: string; late: boolean },
): RelayTimes {
  const asOf = world.asOfMoment(scopeOf(c))
  const calls = factsOf(c, asOf).calls
  const moments = c.timeline.flatMap((e) => (isMoment(e.at) ? [Date.parse(e.at)] : []))
  const from = moments[0]
  const came = calls.filter((call) => call.arrivalIndex !== null)
  const known =
    isMoment(c.timeline[0]?.at) && (came.length === 0 || came.some((call) => isMoment(call.arrivedAt)))
  const open = !isResolved(c)
  const to = open ? Math.max(Date.parse(asOf), ...moments) : Math.max(...moments, (from ?? 0) + DAY / 4)
  const marks = known ? marksOf(c) : []
  const slugs = [...new Set(calls.map((call) => call.department))]
  const lanes = slugs.map((slug): RelayLane => {
    const own = calls.filter((call) => call.department === slug)
    return {
      name: world.need('departments', slug).shortName,
      lead: slug === c.lead,
      ...laneWords(own),
      came: own.some((call) => call.arrivalIndex !== null),
      unknown: !own.some((call) => isMoment(call.calledAt)),
      legs: own.flatMap((call) => legOf(call, c, marks, to)),
    }
  })
  const at = whistledAt(c)
  return {
    from: from ?? 0,
    to,
    marks,
    lanes,
    known,
    untold: timeUntold(c),
    begin: at ? dateWords(at) : `时间${timeUntold(c)}`,
    end: open ? null : CASE_STATE_LABELS[c.status],
  }
}

export type LateCall = Call & { late: boolean | null }

function legOf(call: Call, c: Row<'cases'>, marks: RelayMark[], to: number): RelayLeg[] {
  if (!isMoment(call.calledAt)) return []
  const called = Date.parse(call.calledAt)
  const arrived = isMoment(call.arrivedAt) ? Date.parse(call.arrivedAt) : null
  const done = isMoment(call.doneAt) ? Date.parse(call.doneAt) : null
  const next = marks.find((m) => m.at > (arrived ?? called) && m.kind !== 'whistle')
  const released = call.releasedIndex === null ? null : c.timeline[call.releasedIndex]?.at
  if (released !== null && arrived === null) {
    const until = isMoment(released) ? Date.parse(released) : called
    return [{ called, limit: null, arrived, came: null, done: null, ended: null, until }]
  }
  const limit = c.arrivalHours === undefined ? null : called + c.arrivalHours * HOUR
  const came = arrived === null && call.arrivalIndex !== null ? roughly(c, call.arrivedAt, '到场') : null
  const isEnded = next !== undefined || isResolved(c) || saidDone(c, call)
  const ended = done === null && isEnded ? roughly(c, call.doneAt, '办完') : null
  return [{ called, limit, arrived, came, done, ended, until: next?.at ?? to }]
}

/** What is said of something that happened at a minute that is not known. */
function roughly(c: Row<'cases'>, at: string | undefined, what: string): string {
  return at ? `${shortDateWords(at)}${what}，几点${timeUntold(c)}` : `${what}时间${timeUntold(c)}`
}

/** The word for a time of something that did happen. */
export const timeUntold = (c: Row<'cases'>): string => emptyWords('arrivedAt', c.origin, 'closed').words

function marksOf(c: Row<'cases'>): RelayMark[] {
  const last = c.timeline.findLastIndex((e) => e.kind === 'closure')
  const isFinal = c.status === 'closed'
  let closures = 0
  return c.timeline.flatMap((e, i): RelayMark[] => {
    if (!isMoment(e.at)) return []
    const mark = (kind: RelayMark['kind'], name: string) => [
      { at: Date.parse(e.at as string), kind, name, time: shortDateWords(e.at as string) },
    ]
    if (i === 0) return mark('whistle', '吹哨')
    if (e.kind === 'reopened') return mark('reopened', '重办')
    if (e.kind !== 'closure') return []
    closures++
    return mark(i === last && isFinal ? 'last-closure' : 'closure', closures > 1 ? '再次结案' : '结案')
  })
}
