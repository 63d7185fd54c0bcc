import { arrivalTime } from './arrivalTime.ts'
import {
  afterWork,
  DAY,
  fromWork,
  isWorkMoment,
  LAST_MINUTE,
  type Minute,
  toWork,
  WORKDAY,
  YEAR_END,
} from './calendar.ts'
import { type Random, randomOf } from './random.ts'
import type { Whistle } from './whistles.ts'

/** One step of a case before it is written: who, when, which kind, and which text of the material it may carry. */
export type Step = {
  kind: StepKind
  at: Minute
  department?: string
  text?: 'first' | 'later' | 'plan' | 'reopened' | 'look' | 'meeting'
}
export type StepKind =
  | 'whistle'
  | 'dispatch'
  | 'accepted'
  | 'objection'
  | 'arrival'
  | 'joint-meeting'
  | 'plan'
  | 'progress'
  | 'extension'
  | 'done'
  | 'closure'
  | 'call-back'
  | 'reopened'

/** An arrival or a completion past its limit, for the notices that follow. */
export type Delay = {
  cause: 'arrival' | 'handling'
  department: string
  /** Whole hours for an arrival, working days for the handling. */
  limit: number
  limitAt: Minute
  /** When it came to an end; null where it had not by the year's end. */
  endedAt: Minute | null
}
export type Walk = { steps: Step[]; delays: Delay[] }

/** Work as a share of the handling limit. */
const WORK = [0.03, 0.07, 0.12, 0.18, 0.25, 0.33, 0.42, 0.52, 0.65, 0.8, 0.98]
/** Work that goes past its limit, as a multiple of it. */
const OVERDUE = [1.04, 1.1, 1.18, 1.3, 1.5, 1.8, 2.3]
const REOPENED = 0.042
const CALLED_BACK = 0.36

/** The steps of a case that was closed within the year: dispatch, arrivals, meeting, work, closure, and what came after. */
export function closedWalk(w: Whistle, random: Random): Walk {
  const walk: Walk = { steps: [{ kind: 'whistle', at: w.at }], delays: [] }
  const latest = YEAR_END - 60
  let closed = round(walk, w, w.at, w.departments, latest, random)
  if (closed + 45 * DAY < YEAR_END && random.chance(REOPENED)) {
    const back = afterWork(closed, random.int(3 * WORKDAY, 18 * WORKDAY))
    walk.steps.push({ kind: 'reopened', at: back, text: 'reopened' })
    const again = w.departments.slice(0, random.int(1, Math.min(2, w.departments.length)))
    closed = round(walk, w, back, again, latest, random)
  }
  const asked = afterWork(closed + random.int(1, 6) * DAY, random.int(20, 380))
  if (random.chance(CALLED_BACK) && asked < YEAR_END) walk.steps.push({ kind: 'call-back', at: asked })
  return walk
}

/** The steps of a case that is still open, up to the state in which it stands at the year's end. */
export function openWalk(
  w: Whistle,
  state: 'waiting' | 'handling' | 'planned' | 'done' | 'reopened',
  random: Random,
): Walk {
  const walk: Walk = { steps: [{ kind: 'whistle', at: w.at }], delays: [] }
  if (state === 'waiting') {
    dispatch(walk, w, w.at, w.departments, random)
    return walk
  }
  const before = walk.steps.length
  const end = round(walk, w, w.at, w.departments, YEAR_END - 60, random)
  if (state === 'reopened') {
    // So near the year's end that it was sent out again but nobody could come yet.
    const back = afterWork(YEAR_END, -2 * WORKDAY)
    walk.steps.push({ kind: 'reopened', at: Math.max(back, afterWork(end, WORKDAY)), text: 'reopened' })
    dispatch(walk, w, back, w.departments.slice(0, 1), randomOf('again', w.situation.id))
    return walk
  }
  const isOpen = (step: Pick<Step, 'kind' | 'department'>) =>
    step.kind !== 'closure' &&
    (state === 'done' || step.kind !== 'done' || step.department !== w.departments[0])
  walk.steps = [...walk.steps.slice(0, before), ...walk.steps.slice(before).filter(isOpen)]
  for (const delay of walk.delays)
    if (delay.cause === 'handling' && !isOpen({ kind: 'done', department: delay.department }))
      delay.endedAt = null
  const asked = toWork(w.at) + (w.duty.handlingDays - 1) * WORKDAY
  const last = Math.max(...walk.steps.map((step) => toWork(step.at)))
  if (state !== 'done' && asked > last && asked < toWork(YEAR_END))
    walk.steps.push({ kind: 'extension', at: fromWork(asked), department: w.departments[0] as string })
  const looked = randomOf('look', w.situation.id).int(20, WORKDAY)
  walk.steps.push({ kind: 'progress', at: afterWork(YEAR_END, -looked), text: 'look' })
  return walk
}

/** The steps of a case that was raised so late that the year's end cuts it off wherever it then stands. */
export function cutWalk(w: Whistle, random: Random): Walk {
  const walk: Walk = { steps: [{ kind: 'whistle', at: w.at }], delays: [] }
  const closed = round(walk, w, w.at, w.departments, LAST_MINUTE + 180 * DAY, random)
  const asked = afterWork(closed + random.int(1, 6) * DAY, random.int(20, 380))
  if (random.chance(CALLED_BACK)) walk.steps.push({ kind: 'call-back', at: asked })
  return {
    steps: walk.steps.filter((step) => step.at <= LAST_MINUTE),
    delays: walk.delays
      .filter((delay) => delay.limitAt <= LAST_MINUTE)
      .map((delay) => ({ ...delay, endedAt: (delay.endedAt ?? 0) <= LAST_MINUTE ? delay.endedAt : null })),
  }
}

/** The state in which the steps of a case leave it: done when every department that came has said so. */
export function stateAfter({ steps }: Walk): 'closed' | 'done' | 'handling' | 'waiting' {
  const of = (kind: StepKind) => steps.filter((step) => step.kind === kind)
  if (of('closure').length > 0) return 'closed'
  if (of('arrival').length === 0) return 'waiting'
  const done = new Set(of('done').map((step) => step.department))
  const sent = new Set(of('dispatch').map((step) => step.department))
  return [...sent].every((department) => done.has(department)) ? 'done' : 'handling'
}

/** One round from a whistle or reopening to its closure. Returns the moment of the closure. */
function round(
  walk: Walk,
  w: Whistle,
  from: Minute,
  departments: readonly string[],
  latest: Minute,
  random: Random,
): Minute {
  const sent = dispatch(walk, w, from, departments, random)
  const hours = w.duty.arrivalHours[w.urgency]
  const arrivals = departments.map((d) => {
    const ready = Math.max(sent, ...walk.steps.filter((step) => step.department === d).map((step) => step.at))
    return arrive(walk, d, arrivalTime(w.urgency, d, { from, ready, hours, latest }, random), from, hours)
  })
  const lead = arrivals[0] as Minute
  let started = lead
  if (departments.length > 1 && random.chance(0.78)) {
    const there = arrivals
      .filter((a) => a <= lead + 2 * DAY)
      .sort((a, b) => a - b)
      .at(-1) as Minute
    const soon = (at: Minute, a: number, b: number) =>
      w.urgency === 'emergency' ? at + random.int(a, b) : afterWork(at, random.int(a, b))
    const met = Math.min(soon(there, 15, 110), latest - 4 * 60)
    started = soon(met, 15, 70)
    walk.steps.push(
      { kind: 'joint-meeting', at: met, text: 'meeting' },
      { kind: 'plan', at: started, text: 'plan' },
    )
  }
  return work(walk, w, departments, arrivals, from, started, latest, random)
}

function dispatch(
  walk: Walk,
  w: Whistle,
  from: Minute,
  departments: readonly string[],
  random: Random,
): Minute {
  // Outside office hours the command office is on duty for what cannot wait.
  const isUrgent = w.urgency === 'emergency' || (w.urgency === 'tough' && !isWorkMoment(from))
  const sent = isUrgent ? from + random.int(3, 18) : afterWork(from, random.int(12, 110))
  for (const [i, department] of departments.entries()) {
    walk.steps.push({ kind: 'dispatch', at: sent, department })
    if (i > 0 && !isUrgent && random.chance(0.022)) {
      const disputed = afterWork(sent, random.int(30, 200))
      const again = afterWork(disputed, random.int(60, 330))
      walk.steps.push(
        { kind: 'objection', at: disputed, department },
        { kind: 'dispatch', at: again, department },
        { kind: 'accepted', at: afterWork(again, random.int(4, 60)), department },
      )
    } else if (random.chance(0.7))
      walk.steps.push({
        kind: 'accepted',
        at: isUrgent ? sent + random.int(1, 9) : afterWork(sent, random.int(4, 160)),
        department,
      })
  }
  return sent
}

function arrive(walk: Walk, department: string, at: Minute, from: Minute, hours: number): Minute {
  const limitAt = from + hours * 60
  if (at > limitAt) walk.delays.push({ cause: 'arrival', department, limit: hours, limitAt, endedAt: at })
  walk.steps.push({ kind: 'arrival', at, department, text: 'first' })
  return at
}

function work(
  walk: Walk,
  w: Whistle,
  departments: readonly string[],
  arrivals: readonly Minute[],
  from: Minute,
  started: Minute,
  latest: Minute,
  random: Random,
): Minute {
  const room = toWork(latest) - toWork(Math.max(started, ...arrivals)) - 2 * WORKDAY
  const days = w.duty.handlingDays
  const isOverdue = days <= 45 && random.chance(0.06)
  const share = random.quantile(isOverdue ? OVERDUE : WORK)
  const whole = Math.max(60, Math.min(days * WORKDAY * share, room * 0.8))
  const isTold = whole > 4 * WORKDAY && random.chance(0.5)
  let end = Math.max(started, ...arrivals)
  departments.forEach((department, i) => {
    const part = i === 0 ? 1 : 0.15 + random.next() * 0.8
    const begun = Math.max(started, arrivals[i] as Minute)
    const lasts = Math.max(35, Math.round(whole * part))
    const at = afterWork(begun, lasts)
    if (i > 0 && random.chance(0.12)) return
    if (i === 0 && !isOverdue && whole > 6 * WORKDAY && random.chance(0.08))
      walk.steps.push({ kind: 'extension', at: afterWork(started, Math.round(whole * 0.6)), department })
    if (isTold)
      walk.steps.push({
        kind: 'progress',
        at: afterWork(begun, Math.round(lasts * (0.6 + random.next() * 0.3))),
        department,
        text: 'later',
      })
    walk.steps.push({ kind: 'done', at, department, ...(isTold ? {} : { text: 'later' as const }) })
    end = Math.max(end, at)
    const limit = toWork(from) + days * WORKDAY
    if (i === 0 && isOverdue && toWork(at) > limit)
      walk.delays.push({
        cause: 'handling',
        department,
        limit: days,
        limitAt: fromWork(limit),
        endedAt: at,
      })
  })
  const closed = Math.min(afterWork(end, random.int(25, 3 * WORKDAY)), latest)
  walk.steps.push({ kind: 'closure', at: Math.max(closed, end + 15) })
  return Math.max(closed, end + 15)
}
