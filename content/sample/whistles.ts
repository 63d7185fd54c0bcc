import type { Urgency, WhistleKind } from '#domain/vocabulary'
import { DAY, dayIndex, isWorking, type Minute } from './calendar.ts'
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
const FIRST = dayIndex('2022-01-17')
/** Closed cases are raised early enough to be closed within the year. */
const LAST = dayIndex('2022-12-16')
/** A day off has this share of a working day's residents' whistles. */
const WEEKEND = 0.25

/** Draws the whistles of the year in order of time. */
export function whistlesOf(material: Material, count: number, texts: Texts): Whistle[] {
  const situations = new Map<string, SituationMaterial[]>()
  for (const s of material.situations) situations.set(s.duty, [...(situations.get(s.duty) ?? []), s])
  const random = randomOf('whistles', count)
  const reserved = new Map<string, number>()
  const room = (s: SituationMaterial) => texts.room(s) - (reserved.get(s.id) ?? 0)
  const whistles: Whistle[] = []
  for (let i = 0; i < count; i++) {
    const open = material.duties.filter((d) => (situations.get(d.key) ?? []).some((s) => room(s) > 2))
    const duty = random.weighted(open, (d) => d.weight)
    const situation = random.weighted(situations.get(duty.key) as SituationMaterial[], (s) =>
      room(s) > 2 ? 1 : 0,
    )
    reserved.set(situation.id, (reserved.get(situation.id) ?? 0) + 1)
    const urgency = random.chance(0.72)
      ? (situation.urgencies[0] as Urgency)
      : random.pick(situation.urgencies)
    const kind =
      situation.kinds.length > 1 && random.chance(0.35) ? 'resident' : (situation.kinds[0] as WhistleKind)
    whistles.push({
      situation,
      duty,
      urgency,
      kind,
      at: whistleTime(situation, urgency, kind, random),
      departments: calledTo(situation, duty, urgency, random),
    })
  }
  return whistles.sort((a, b) => a.at - b.at || (a.situation.id < b.situation.id ? -1 : 1))
}

/** Who is called: mostly those of the situation; a small matter takes the lead alone, a large one all of the duty. */
function calledTo(s: SituationMaterial, duty: DutyMaterial, urgency: Urgency, random: Random): string[] {
  const usual = s.departments
  if (urgency === 'routine' && random.chance(usual.length === 2 ? 0.5 : usual.length === 3 ? 0.12 : 0))
    return usual.slice(0, 1)
  if (urgency === 'routine' || usual.length < 4 || random.chance(0.85)) return usual
  return [...new Set([...usual, duty.lead, ...duty.responsible])].slice(0, 7)
}

function whistleTime(s: SituationMaterial, urgency: Urgency, kind: WhistleKind, random: Random): Minute {
  const months = s.months ?? (s.place === 'school' ? TERM : MONTHS.map((_w, i) => i + 1))
  for (;;) {
    const month = random.weighted(months, (m) => MONTHS[m - 1] as number)
    const first = dayIndex(`2022-${String(month).padStart(2, '0')}-01`)
    const length = month === 12 ? 31 : dayIndex(`2022-${String(month + 1).padStart(2, '0')}-01`) - first
    const day = first + random.int(0, length - 1)
    if (day < FIRST || day > LAST) {
      if (months.every((m) => m === 1)) return FIRST * DAY + officeMinute(random)
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
