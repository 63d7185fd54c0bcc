import type { Case } from '#domain/case'
import type { Event } from '#domain/timeline'
import { DAY, laterDay, momentText } from './calendar.ts'
import { departmentSlug } from './departments.ts'
import { noticesOfDelays, type PendingNotice } from './notices.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import { SHIPPED_SAMPLE } from './shippedSample.ts'
import { filled, type Texts } from './texts.ts'
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
  const events = [
    ...steps.map((step) => ({ at: step.at, event: eventOf(step, w, place, texts, say) })),
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
    title: filled(texts.least(s.titles, random) ?? (s.titles[0] as string), place, random),
    kind: w.kind,
    urgency: w.urgency,
    area: place.area,
    ...(place.isArea ? {} : { place: place.name }),
    duties: [`DEMO-${w.duty.key}`],
    description,
    lead: departmentSlug(s.departments[0] as string),
    departments: s.departments.slice(1).map(departmentSlug),
    arrivalHours: w.duty.arrivalHours[w.urgency],
    timeline: events,
    status: ending.status,
    ...(isClosed
      ? { closedBy: place.community, ...optional('outcome', say(texts.least(s.outcome, random))) }
      : {}),
    ...(ending.openReason ? { openReason: filled(ending.openReason, place, random) } : {}),
    evidence: isClosed ? [say(texts.least(s.evidence, random))].filter((t) => t !== undefined) : [],
    ...(asked ? { satisfaction: satisfactionOf(place, random) } : {}),
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
  say: (text: string | null) => string | undefined,
): Event {
  const text = say(textOf(step, w, texts))
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
  }
}

function textOf(step: Step, w: Whistle, texts: Texts): string | null {
  const actions = step.department ? (w.situation.actions[step.department] ?? []) : []
  switch (step.text) {
    case 'first':
      return texts.once(actions[0])
    case 'later':
      return texts.once(actions.length > 2 ? actions[1 + (step.at % 2)] : actions[1])
    case 'plan':
      return texts.once(w.situation.plan[step.at % w.situation.plan.length])
    case 'reopened':
      return texts.once(w.situation.reopened[step.at % w.situation.reopened.length])
    default:
      return null
  }
}

function satisfactionOf(place: Place, random: Random): NonNullable<Case['satisfaction']> {
  const households = place.households ?? random.int(18, 260)
  const asked = Math.min(households, random.int(6, 42))
  const satisfied = Math.round(asked * random.quantile([0.2, 0.5, 0.72, 0.83, 0.9, 0.95, 1, 1, 1]))
  return { asked, satisfied: Math.min(asked, satisfied), households }
}
