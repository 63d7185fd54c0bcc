import type { Case } from '#domain/records/case'
import type { Event } from '#domain/records/timeline'
import { withCadres } from './cadres.ts'
import { DAY, dayNumber, dayWords, laterDay, momentText } from './calendar.ts'
import { departmentSlug } from './departments.ts'
import { type TimedEvent, withExtensions } from './extensions.ts'
import { noticesOfDelays, type PendingNotice } from './notices.ts'
import { settleObjections } from './objections.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
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
  const told: TimedEvent[] = [
    ...steps
      .map((step) => ({ at: step.at, event: eventOf(step, w, place, texts, said, say) }))
      // Progress that says nothing is none, and neither is a plan.
      .filter(({ event }) => (event.kind !== 'progress' && event.kind !== 'plan') || event.text),
    ...notices.map((n) => ({ at: n.at, event: n.event })),
  ].sort((a, b) => a.at - b.at)
  const { departments, timed } = settleObjections(reference, w, walk.delays, told)
  const extended = withExtensions(reference, w, walk.delays, timed, texts)
  const events = withCadres(reference, w, place.community, extended)
  const last = Math.max(...events.map(({ at }) => at))
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
    departments: departments.slice(1).map(departmentSlug),
    arrivalHours: w.duty.arrivalHours[w.urgency],
    handlingDays: w.duty.handlingDays,
    timeline: events.map(({ event }) => event),
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
    ...(changed > publishedOn ? { changeNote: noteOf(events) } : {}),
  }
  return { row, notices }
}

/** What the last change added: as far as the last event goes. */
function noteOf(events: readonly TimedEvent[]): string {
  const { at, event } = events.at(-1) as TimedEvent
  if (event.kind === 'closure') return '补齐到结案为止的经过和依据。'
  if (event.kind === 'call-back') return '补上结案的依据和回访。'
  return `补记到${dayWords(dayNumber(at))}为止的经过。`
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
  }
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
    case 'meeting':
      return MEETINGS[step.at % MEETINGS.length]
    case 'look':
      return LOOKS[step.at % LOOKS.length]
    case 'reopened':
      return reopened[step.at % reopened.length]
    default:
      return undefined
  }
}

/** What is told of a meeting on the spot: who does what is told by the plan that follows. */
const MEETINGS = [
  '到了的几家和村社的人一起看了现场，当面问清从什么时候开始、影响到谁。',
  '在现场碰头，逐处看过，把哪一段归哪家管当面说清。',
  '几家和反映的居民一起走了一遍，把要办的事一件件列出来。',
  '在现场商量先做什么、后做什么，需要别家配合的当场说定。',
  '现场看过以后坐下来商量，各家说了自己能做的和做不了的。',
  '和村社的人一起核对了情况，有不同说法的地方当场量、当场看。',
  '几家在现场对了一遍，重复的活合成一次，免得居民来回等。',
] as const

/** What is told of a case that is still open when the community goes through them at the year's end. */
const LOOKS = [
  '年底逐件回看，还没有解决，原因和公开的一样。',
  '年底又去看了一遍，比上次有进展，还不能结案。',
  '年底回看时还差最后一步，已经告诉周围住户。',
] as const

/** Duties of one household or a few: nobody else is asked how it went. */
const PERSONAL = [104, 105, 106, 107, 110, 112, 113, 114, 115, 116, 117, 118, 119, 123, 124, 125, 134]

function satisfactionOf(w: Whistle, place: Place, random: Random): NonNullable<Case['satisfaction']> {
  const isPersonal = PERSONAL.includes(w.duty.number)
  const households = isPersonal ? random.int(1, 6) : (place.households ?? random.int(18, 260))
  const asked = Math.min(households, isPersonal ? random.int(1, 4) : random.int(6, 42))
  const satisfied = Math.round(asked * random.quantile([0.2, 0.5, 0.72, 0.83, 0.9, 0.95, 1, 1, 1]))
  return { asked, satisfied: Math.min(asked, satisfied), households }
}
