import type { Case } from '#domain/case'
import type { Event } from '#domain/timeline'
import { DAY, dayNumber, laterDay, type Minute, momentText, workdayFrom } from './calendar.ts'
import { departmentSlug } from './departments.ts'
import { noticesOfDelays, type PendingNotice } from './notices.ts'
import type { Place } from './places.ts'
import { type Random, randomOf } from './random.ts'
import { SHIPPED_SAMPLE } from './shippedSample.ts'
import { filled, type Texts, titled } from './texts.ts'
import type { Step, Walk } from './walk.ts'
import type { Whistle } from './whistles.ts'

export type Ending = { status: Case['status']; openReason: string | null }
type Written = { row: Case; notices: PendingNotice[] }

/** Writes a walk as a case: its texts from the situation, its times from the steps, its notices from the delays. */
export function writeCase(
  reference: string,
  w: Whistle,
  place: Place,
  walk: Walk,
  ending: Ending,
  texts: Texts,
  random: Random,
): Written {
  const s = w.situation
  const say = (text: string | null): string | undefined =>
    text === null ? undefined : filled(text, place, random)
  const description = texts
    .description(s, random)
    .map((t) => filled(t, place, random))
    .join('')
  const notices = noticesOfDelays(reference, walk.delays)
  const steps = [...walk.steps].sort((a, b) => a.at - b.at || order(a) - order(b))
  const said = new Set<string>()
  const events = [
    ...steps
      .map((step) => ({ at: step.at, event: eventOf(step, w, place, texts, said, say) }))
      // Progress that says nothing is none.
      .filter(({ event }) => event.kind !== 'progress' || event.text),
    ...notices.map((n) => ({ at: n.at, event: n.event })),
  ]
    .sort((a, b) => a.at - b.at)
    .map((x) => x.event)
  const last = Math.max(...steps.map((step) => step.at))
  const isClosed = ending.status === 'closed'
  const asked = walk.steps.some((step) => step.kind === 'call-back')
  const publishedOn = laterDay(w.at, random.int(1, 3))
  const changed = laterDay(last + DAY, 0)
  const row: Case = {
    reference,
    title: titled(filled(texts.least(s.titles, random) ?? (s.titles[0] as string), place, random), place),
    kind: w.kind,
    urgency: w.urgency,
    area: place.area,
    ...(place.isArea ? {} : { place: place.name }),
    duties: [`DEMO-${w.duty.key}`],
    description,
    lead: departmentSlug(w.departments[0] as string),
    departments: w.departments.slice(1).map(departmentSlug),
    arrivalHours: w.duty.arrivalHours[w.urgency],
    handlingDays: w.duty.handlingDays,
    timeline: events,
    status: ending.status,
    ...(isClosed
      ? { closedBy: place.community, ...optional('outcome', say(texts.least(s.outcome, random))) }
      : {}),
    ...(ending.openReason ? { openReason: filled(ending.openReason, place, random) } : {}),
    evidence: isClosed ? [say(texts.least(s.evidence, random))].filter((t) => t !== undefined) : [],
    ...(asked ? { satisfaction: satisfactionOf(w, place, random) } : {}),
    photos: [],
    sources: [],
    ...SHIPPED_SAMPLE,
    publishedOn: firstOf(publishedOn, changed),
    changedOn: changed,
    ...(changed > publishedOn
      ? { changeNote: isClosed ? '补齐到结案为止的经过和依据。' : '补记到年底为止的经过。' }
      : {}),
  }
  return { row, notices }
}

function firstOf(a: string, b: string): string {
  return [a, b].sort()[0] as string
}

function optional(name: 'outcome', text: string | undefined): { outcome?: string } {
  return text === undefined ? {} : { [name]: text }
}

/** Steps at the same minute in the order in which they follow from each other. */
function order(step: Step): number {
  return [
    'whistle',
    'reopened',
    'dispatch',
    'accepted',
    'objection',
    'arrival',
    'joint-meeting',
    'plan',
    'progress',
    'extension',
    'done',
    'closure',
    'call-back',
  ].indexOf(step.kind)
}

function eventOf(
  step: Step,
  w: Whistle,
  place: Place,
  texts: Texts,
  said: Set<string>,
  say: (text: string | null) => string | undefined,
): Event {
  const text = say(textOf(step, w, texts, said))
  const body = step.department
    ? undefined
    : step.kind === 'joint-meeting' || step.kind === 'plan'
      ? undefined
      : place.community
  return {
    kind: step.kind,
    at: momentText(step.at),
    ...(step.department ? { department: departmentSlug(step.department) } : {}),
    ...(body ? { body } : {}),
    ...(text ? { text } : {}),
    ...(step.kind === 'extension' ? { until: extendedTo(step.at, w) } : {}),
  }
}

/** The new date of an extension: a working day, from half the handling limit to all of it after the day it was given. */
function extendedTo(at: Minute, w: Whistle): string {
  const limit = Math.ceil((w.duty.handlingDays * 7) / 5)
  return workdayFrom(
    dayNumber(at) + randomOf('extension', w.situation.id, at).int(Math.ceil(limit / 2), limit),
  )
}

/** The text a step may carry; none when the material has no other left, so that no case says a thing twice. */
function textOf(step: Step, w: Whistle, texts: Texts, said: Set<string>): string | null {
  const chosen = choiceOf(step, w)
  if (chosen === undefined || said.has(chosen)) return null
  said.add(chosen)
  return texts.once(chosen)
}

function choiceOf(step: Step, w: Whistle): string | undefined {
  const { actions, plan, reopened } = w.situation
  const own = (step.department && actions[step.department]) || []
  switch (step.text) {
    case 'first':
      return own[0]
    case 'later':
      return own.length > 2 ? own[1 + (step.at % 2)] : own[1]
    case 'plan':
      // A plan shares the work out: it says nothing when not all of its departments were called.
      return w.departments.length < w.situation.departments.length ? undefined : plan[step.at % plan.length]
    case 'reopened':
      return reopened[step.at % reopened.length]
    default:
      return undefined
  }
}

/** Duties of one household or a few: nobody else is asked how it went. */
const PERSONAL = [104, 105, 106, 107, 110, 112, 113, 114, 115, 116, 117, 118, 119, 123, 124, 125, 134]

function satisfactionOf(w: Whistle, place: Place, random: Random): NonNullable<Case['satisfaction']> {
  const isPersonal = PERSONAL.includes(w.duty.number)
  const households = isPersonal ? random.int(1, 6) : (place.households ?? random.int(18, 260))
  const asked = Math.min(households, isPersonal ? random.int(1, 4) : random.int(6, 42))
  const satisfied = Math.round(asked * random.quantile([0.2, 0.5, 0.72, 0.83, 0.9, 0.95, 1, 1, 1]))
  return { asked, satisfied: Math.min(asked, satisfied), households }
}
