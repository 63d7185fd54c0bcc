import { afterWork, DAY, fromWork, isWorkMoment, type Minute, toWork, WORKDAY, YEAR_END } from './calendar.ts'
import { habitOf } from './departments.ts'
import type { Random } from './random.ts'
import type { Whistle } from './whistles.ts'

/** One step of a case before it is written: who, when, which kind, and which text of the material it may carry. */
export type Step = {
  kind: StepKind
  at: Minute
  department?: string
  text?: 'first' | 'later' | 'plan' | 'reopened'
}
export type StepKind =
  | 'whistle'
  | 'dispatch'
  | 'accepted'
  | 'objection'
  | 'arrival'
  | 'joint-meeting'
  | 'plan'
  | 'extension'
  | 'done'
  | 'closure'
  | 'call-back'
  | 'reopened'

/** A wait that went past its limit, for the notices that follow. */
export type Delay = { department: string; limitAt: Minute; arrivedAt: Minute | null }
export type Walk = { steps: Step[]; delays: Delay[] }

/** Arrival as a share of the limit: evenly spaced quantiles; most come well within it. */
const WITHIN = [0.04, 0.09, 0.15, 0.21, 0.28, 0.36, 0.45, 0.55, 0.66, 0.8, 0.97]
/** Late arrival as a multiple of the limit. */
const BEYOND = [1.03, 1.08, 1.15, 1.25, 1.4, 1.6, 1.9, 2.4, 3.2, 4.2]
/** Work as a share of the handling limit. */
const WORK = [0.03, 0.07, 0.12, 0.18, 0.25, 0.33, 0.42, 0.52, 0.65, 0.8, 0.98]
const LATE = 0.085
const REOPENED = 0.042
const CALLED_BACK = 0.36

/** The steps of a case that was closed within the year: dispatch, arrivals, meeting, work, closure, and what came after. */
export function closedWalk(w: Whistle, random: Random): Walk {
  const walk: Walk = { steps: [{ kind: 'whistle', at: w.at }], delays: [] }
  const latest = YEAR_END - 60
  let closed = round(walk, w, w.at, w.situation.departments, latest, random)
  if (closed + 45 * DAY < YEAR_END && random.chance(REOPENED)) {
    const back = afterWork(closed, random.int(3 * WORKDAY, 18 * WORKDAY))
    walk.steps.push({ kind: 'reopened', at: back, text: 'reopened' })
    const again = w.situation.departments.slice(0, random.int(1, Math.min(2, w.situation.departments.length)))
    closed = round(walk, w, back, again, latest, random)
  }
  const asked = closed + random.int(1, 6) * DAY
  if (random.chance(CALLED_BACK) && asked < YEAR_END)
    walk.steps.push({ kind: 'call-back', at: workMoment(asked, random) })
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
    dispatch(walk, w, w.at, w.situation.departments, random)
    return walk
  }
  const before = walk.steps.length
  const end = round(walk, w, w.at, w.situation.departments, YEAR_END - 60, random)
  if (state === 'reopened') {
    const back = afterWork(end, 8 * WORKDAY)
    walk.steps.push({ kind: 'reopened', at: back, text: 'reopened' })
    return walk
  }
  const open = (step: Step) =>
    step.kind !== 'closure' &&
    (state === 'done' || step.kind !== 'done' || step.department !== w.situation.departments[0])
  walk.steps = [...walk.steps.slice(0, before), ...walk.steps.slice(before).filter(open)]
  return walk
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
  const arrivals = departments.map((d) => arrive(walk, w, d, from, sent, hours, latest, random))
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
    walk.steps.push({ kind: 'joint-meeting', at: met }, { kind: 'plan', at: started, text: 'plan' })
  }
  return work(walk, w, departments, arrivals, started, latest, random)
}

function dispatch(
  walk: Walk,
  w: Whistle,
  from: Minute,
  departments: readonly string[],
  random: Random,
): Minute {
  const isUrgent = w.urgency === 'emergency'
  const sent = isUrgent ? from + random.int(3, 18) : afterWork(from, random.int(12, 110))
  for (const [i, department] of departments.entries()) {
    walk.steps.push({ kind: 'dispatch', at: sent, department })
    if (i > 0 && !isUrgent && random.chance(0.022))
      walk.steps.push({ kind: 'objection', at: afterWork(sent, random.int(30, 200)), department })
    else if (random.chance(0.7))
      walk.steps.push({
        kind: 'accepted',
        at: isUrgent ? sent + random.int(1, 9) : afterWork(sent, random.int(4, 160)),
        department,
      })
  }
  return sent
}

function arrive(
  walk: Walk,
  w: Whistle,
  department: string,
  from: Minute,
  sent: Minute,
  hours: number,
  latest: Minute,
  random: Random,
): Minute {
  const habit = habitOf(department)
  const last = Math.max(sent, ...walk.steps.filter((s) => s.department === department).map((s) => s.at))
  const limit = from + hours * 60
  const isLate = random.chance(Math.min(0.35, LATE * habit.late)) && limit + hours * 60 < latest
  const share = isLate ? random.quantile(BEYOND) : Math.min(0.98, random.quantile(WITHIN) * habit.pace)
  let at = from + Math.round(hours * 60 * share)
  if (w.urgency !== 'emergency' && !isWorkMoment(at)) {
    // Office hours: earlier on the same working stretch when there is room, otherwise the next one.
    const earlier = fromWork(Math.max(0, toWork(at) - random.int(5, 120)))
    at =
      earlier > last + 10 || isLate
        ? Math.max(earlier, isLate ? limit + 5 : 0)
        : afterWork(last, random.int(15, 150))
    if (!isWorkMoment(at)) at = afterWork(at, random.int(5, 60))
  }
  at = Math.min(Math.max(at, last + random.int(4, 25)), latest - 8 * 60)
  if (w.urgency !== 'emergency' && !isWorkMoment(at))
    at = fromWork(Math.max(toWork(last) + 5, toWork(at) - 15))
  if (at > limit) walk.delays.push({ department, limitAt: limit, arrivedAt: at })
  walk.steps.push({ kind: 'arrival', at, department, text: 'first' })
  return at
}

function work(
  walk: Walk,
  w: Whistle,
  departments: readonly string[],
  arrivals: readonly Minute[],
  started: Minute,
  latest: Minute,
  random: Random,
): Minute {
  const room = toWork(latest) - toWork(Math.max(started, ...arrivals)) - 2 * WORKDAY
  const whole = Math.max(60, Math.min(w.duty.handlingDays * WORKDAY * random.quantile(WORK), room * 0.8))
  let end = started
  departments.forEach((department, i) => {
    const share = i === 0 ? 1 : 0.15 + random.next() * 0.8
    const at = afterWork(Math.max(started, arrivals[i] as Minute), Math.max(35, Math.round(whole * share)))
    if (i > 0 && random.chance(0.12)) return
    if (i === 0 && whole > 6 * WORKDAY && random.chance(0.08))
      walk.steps.push({ kind: 'extension', at: afterWork(started, Math.round(whole * 0.6)), department })
    walk.steps.push({ kind: 'done', at, department, text: 'later' })
    end = Math.max(end, at)
  })
  const closed = Math.min(afterWork(end, random.int(25, 3 * WORKDAY)), latest)
  walk.steps.push({ kind: 'closure', at: Math.max(closed, end + 15) })
  return Math.max(closed, end + 15)
}

function workMoment(at: Minute, random: Random): Minute {
  return isWorkMoment(at) ? at : Math.min(afterWork(at, random.int(10, 200)), YEAR_END)
}
