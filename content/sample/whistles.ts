import type { Urgency, WhistleKind } from '#domain/vocabulary'
import { DAY, dayIndex, isWorking, LAST_DAY, type Minute } from './calendar.ts'
import type { DutyMaterial, Material, SituationMaterial } from './material.ts'
import { type Random, randomOf } from './random.ts'
import type { Texts } from './texts.ts'

/** One whistle before anything followed: which situation, when, how urgent, who blew it. */
export type Whistle = {
  situation: SituationMaterial
  duty: DutyMaterial
  at: Minute
  urgency: Urgency
  kind: WhistleKind
  /** Short names of those who are called, the lead first. */
  departments: string[]
}

/** Share of the year's whistles by month: little around Spring Festival, most in the months of rain and heat. */
const MONTHS = [0.13, 0.45, 0.95, 1, 1.1, 1.25, 1.3, 1.15, 1, 0.9, 0.95, 0.5]
/** A school's troubles are raised while it is open. */
const TERM = [3, 4, 5, 6, 9, 10, 11, 12]
/** Days of whistles: day numbers, both included, and the months that they reach into. */
type Days = { first: number; last: number; months: readonly number[] }
/** Whistles of these days are all closed within the year. */
const MOST_OF_THE_YEAR: Days = {
  first: dayIndex('2022-01-17'),
  last: dayIndex('2022-12-16'),
  months: MONTHS.map((_w, i) => i + 1),
}
/** The last weeks with what they lack to run as those before, by the Monday each begins with. */
const LAST_WEEKS = [
  ['2022-12-05', 22],
  ['2022-12-12', 28],
  ['2022-12-19', 56],
  ['2022-12-26', 52],
] as const
/** Whistles of the last weeks that the whole demonstration has beside the others. */
export const LATE_WHISTLES = LAST_WEEKS.reduce((n, [, count]) => n + count, 0)
/** A day off has this share of a working day's residents' whistles. */
const WEEKEND = 0.25

/** Draws whistles before any of them is told; what one drawing reserved the next one cannot use. */
export class Whistles {
  /** How many more cases each situation can tell. */
  private readonly room = new Map<string, number>()
  private readonly situations = new Map<string, SituationMaterial[]>()
  private readonly material: Material

  constructor(material: Material, texts: Texts) {
    this.material = material
    for (const s of material.situations) {
      this.situations.set(s.duty, [...(this.situations.get(s.duty) ?? []), s])
      this.room.set(s.id, texts.room(s))
    }
  }

  /** Whistles of the year up to the middle of December, in order of time. */
  ofTheYear(count: number): Whistle[] {
    const random = randomOf('whistles', count)
    return inOrder(Array.from({ length: count }, () => this.draw(MOST_OF_THE_YEAR, random)))
  }

  /** Whistles of the last weeks, in order of time. */
  ofTheLastWeeks(count: number): Whistle[] {
    const random = randomOf('last weeks', count)
    return inOrder(
      Array.from({ length: count }, () => {
        const first = dayIndex(random.weighted(LAST_WEEKS, ([, n]) => n)[0])
        return this.draw({ first, last: Math.min(first + 6, dayIndex(LAST_DAY)), months: [12] }, random)
      }),
    )
  }

  private draw(days: Days, random: Random): Whistle {
    const room = (s: SituationMaterial) => (arises(s, days) ? (this.room.get(s.id) as number) : 0)
    const open = this.material.duties.filter((d) =>
      (this.situations.get(d.key) ?? []).some((s) => room(s) > 2),
    )
    const duty = random.weighted(open, (d) => d.weight)
    const situation = random.weighted(this.situations.get(duty.key) as SituationMaterial[], (s) =>
      room(s) > 2 ? 1 : 0,
    )
    this.room.set(situation.id, (this.room.get(situation.id) as number) - 1)
    const urgency = random.chance(0.72)
      ? (situation.urgencies[0] as Urgency)
      : random.pick(situation.urgencies)
    const kind =
      situation.kinds.length > 1 && random.chance(0.35) ? 'resident' : (situation.kinds[0] as WhistleKind)
    return {
      situation,
      duty,
      urgency,
      kind,
      at: whistleTime(situation, urgency, kind, days, random),
      departments: calledTo(situation, duty, urgency, random),
    }
  }
}

function inOrder(whistles: Whistle[]): Whistle[] {
  return whistles.sort((a, b) => a.at - b.at || (a.situation.id < b.situation.id ? -1 : 1))
}

/** The months in which a situation arises; none where it does in any. */
function ownMonths(s: SituationMaterial): readonly number[] | undefined {
  return s.months ?? (s.place === 'school' ? TERM : undefined)
}

function arises(s: SituationMaterial, days: Days): boolean {
  return ownMonths(s)?.some((m) => days.months.includes(m)) ?? true
}

/** Who is called: mostly those of the situation; a small matter takes the lead alone, a large one all of the duty. */
function calledTo(s: SituationMaterial, duty: DutyMaterial, urgency: Urgency, random: Random): string[] {
  const usual = s.departments
  if (urgency === 'routine' && random.chance(usual.length === 2 ? 0.5 : usual.length === 3 ? 0.12 : 0))
    return usual.slice(0, 1)
  if (urgency === 'routine' || usual.length < 4 || random.chance(0.85)) return usual
  return [...new Set([...usual, duty.lead, ...duty.responsible])].slice(0, 7)
}

function whistleTime(
  s: SituationMaterial,
  urgency: Urgency,
  kind: WhistleKind,
  days: Days,
  random: Random,
): Minute {
  const months = (ownMonths(s) ?? days.months).filter((m) => days.months.includes(m))
  for (;;) {
    const month = random.weighted(months, (m) => MONTHS[m - 1] as number)
    const first = dayIndex(`2022-${String(month).padStart(2, '0')}-01`)
    const length = month === 12 ? 31 : dayIndex(`2022-${String(month + 1).padStart(2, '0')}-01`) - first
    const day = first + random.int(0, length - 1)
    if (day < days.first || day > days.last) {
      if (months.every((m) => m === 1)) return days.first * DAY + officeMinute(random)
      continue
    }
    if (urgency === 'emergency') return day * DAY + random.int(5 * 60 + 30, 22 * 60 + 45)
    if (isWorking(day)) return day * DAY + officeMinute(random)
    if (kind === 'resident' && urgency !== 'routine' && random.chance(WEEKEND))
      return day * DAY + random.int(9 * 60, 20 * 60)
  }
}

/** A minute within office hours, more in the first half of the morning. */
export function officeMinute(random: Random): Minute {
  return random.chance(0.62) ? random.int(8 * 60 + 32, 11 * 60 + 50) : random.int(14 * 60 + 2, 17 * 60 + 15)
}
