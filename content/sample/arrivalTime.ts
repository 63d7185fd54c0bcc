import type { Urgency } from '#domain/vocabulary'
import { DAY, fromWork, isWorkMoment, type Minute, toWork, WORKDAY } from './calendar.ts'
import { habitOf } from './departments.ts'
import type { Random } from './random.ts'

/** Arrival as a share of the limit: evenly spaced quantiles; most come well within it. */
const WITHIN = [0.04, 0.09, 0.15, 0.21, 0.28, 0.36, 0.45, 0.55, 0.66, 0.8, 0.97]
/** Late arrival as a multiple of the limit. */
const BEYOND = [1.03, 1.08, 1.15, 1.25, 1.4, 1.6, 1.9, 2.4, 3.2, 4.2]
const LATE = 0.075

/** Between these minutes of any day a department on duty comes for a tough whistle. */
const DUTY_FROM = 7 * 60 + 30
const DUTY_TO = 20 * 60 + 30

type Wait = {
  /** Whistle or reopening. */
  from: Minute
  /** Before this minute the department cannot be on its way: it has just been told. */
  ready: Minute
  /** The limit in whole hours. */
  hours: number
  /** No arrival after this minute. */
  latest: Minute
}

/** When a department comes: at any hour in an emergency, on duty hours for a tough whistle, otherwise in office hours. */
export function arrivalTime(urgency: Urgency, department: string, wait: Wait, random: Random): Minute {
  const { from, ready, latest } = wait
  const whole = wait.hours * 60
  const limit = from + whole
  const habit = habitOf(department)
  const isLate = random.chance(Math.min(0.35, LATE * habit.late)) && limit + whole < latest
  const share = isLate ? random.quantile(BEYOND) : Math.min(0.98, random.quantile(WITHIN) * habit.pace)
  const soonest = ready + random.int(4, 25)
  const meant = Math.max(from + Math.round(whole * share), soonest)
  if (urgency === 'emergency') return Math.min(meant, latest)
  if (urgency === 'tough') return Math.min(onDuty(meant, soonest, isLate, random), latest)
  return inOffice(meant, ready, isLate, latest, random)
}

/** The meant minute, or the evening before it or the morning after when it falls into the night. */
function onDuty(meant: Minute, soonest: Minute, isLate: boolean, random: Random): Minute {
  const minute = meant % DAY
  if (minute >= DUTY_FROM && minute <= DUTY_TO) return meant
  const midnight = meant - minute
  const evening = midnight + (minute > DUTY_TO ? 0 : -DAY) + DUTY_TO - random.int(0, 100)
  if (!isLate && evening >= soonest) return evening
  return midnight + (minute > DUTY_TO ? DAY : 0) + DUTY_FROM + random.int(0, 80)
}

/** The meant minute in office hours: late ones on the next working day, the others before offices close. */
function inOffice(meant: Minute, ready: Minute, isLate: boolean, latest: Minute, random: Random): Minute {
  const [told, end] = [toWork(ready), toWork(latest)]
  const left = WORKDAY - (told % WORKDAY)
  const work = isLate
    ? toWork(meant) + random.int(5, 90)
    : isWorkMoment(meant)
      ? toWork(meant)
      : Math.max(
          toWork(meant) - random.int(3, 120),
          told + random.int(3, Math.max(3, Math.min(left - 2, 150))),
        )
  return fromWork(Math.min(Math.max(work, told + 3), Math.max(end, told + 3)))
}
