import { isLate } from '#domain/calls'
import { isResolved } from '#domain/case'
import { factsOf } from '#domain/facts'
import type { Row } from '#domain/snapshot'
import type { Call } from '#domain/timeline'
import type { World } from '#domain/world'
import { scopeOf } from '#domain/world'
import { shortDateWords } from '../format.ts'

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
  done: number | null
  /** Until when an open end is drawn: the next mark, or the end. */
  until: number
  stillWorking: boolean
}
export type RelayLane = {
  name: string
  lead: boolean
  words: string
  late: boolean
  legs: RelayLeg[]
  unknown: boolean
}
export type RelayTimes = { from: number; to: number; marks: RelayMark[]; lanes: RelayLane[]; known: boolean }

const DAY = 86_400_000
const isMoment = (at: string | undefined): at is string => at !== undefined && at.length > 10
const HOUR = 3_600_000

/** What the relay strip of a case draws, read from its timeline; `known` is false where no time is known. */
export function relayTimes(
  c: Row<'cases'>,
  world: World,
  laneWords: (calls: LateCall[]) => string,
): RelayTimes {
  const asOf = world.asOfMoment(scopeOf(c))
  const calls = factsOf(c, asOf).calls
  const moments = c.timeline.flatMap((e) => (isMoment(e.at) ? [Date.parse(e.at)] : []))
  const from = moments[0]
  const known = isMoment(c.timeline[0]?.at) && calls.some((call) => isMoment(call.arrivedAt))
  const open = !isResolved(c)
  const to = open ? Math.max(Date.parse(asOf), ...moments) : Math.max(...moments, (from ?? 0) + DAY / 4)
  const marks = known ? marksOf(c) : []
  const slugs = [...new Set(calls.map((call) => call.department))]
  const lanes = slugs.map((slug): RelayLane => {
    const own = calls.filter((call) => call.department === slug)
    return {
      name: world.need('departments', slug).shortName,
      lead: slug === c.lead,
      words: laneWords(own),
      late: own.some((call) => isLate(call, c.arrivalHours, asOf) === true),
      unknown: !own.some((call) => isMoment(call.calledAt)),
      legs: own.flatMap((call) => legOf(call, c.arrivalHours, marks, to, open)),
    }
  })
  return { from: from ?? 0, to, marks, lanes, known }
}

export type LateCall = Call & { late: boolean | null }

function legOf(
  call: Call,
  hours: number | undefined,
  marks: RelayMark[],
  to: number,
  open: boolean,
): RelayLeg[] {
  if (!isMoment(call.calledAt)) return []
  const called = Date.parse(call.calledAt)
  const arrived = isMoment(call.arrivedAt) ? Date.parse(call.arrivedAt) : null
  const done = isMoment(call.doneAt) ? Date.parse(call.doneAt) : null
  const next = marks.find((m) => m.at > (arrived ?? called) && m.kind !== 'whistle')
  const limit = hours === undefined ? null : called + hours * HOUR
  return [{ called, limit, arrived, done, until: next?.at ?? to, stillWorking: open && !next }]
}

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
