import { isWorkingDay } from '#domain/workingDays'

/** Minutes since the start of 2022 in Asia/Shanghai: the clock of the demonstration year. */
export type Minute = number
export const DAY = 1440

/** Working minutes of a day: 8:30 to 12:00 and 14:00 to 17:30. */
export const WORKDAY = 420
const MORNING = 8 * 60 + 30
const NOON = 12 * 60
const AFTERNOON = 14 * 60
const EVENING = 17 * 60 + 30
const HALF = NOON - MORNING

/** Days counted from 2022-01-01; the list runs through 2024, for the longest limits and their extensions. */
const DAYS = 1096
const EPOCH = Date.UTC(2022, 0, 1)

/** The calendar day of a day number, for example 0 → `2022-01-01`. */
export function dayText(index: number): string {
  return new Date(EPOCH + index * 86_400_000).toISOString().slice(0, 10)
}

/** The number of a calendar day: `2022-01-01` → 0. */
export function dayIndex(text: string): number {
  return Math.round((Date.parse(text) - EPOCH) / 86_400_000)
}

export const dayNumber = (t: Minute): number => Math.floor(t / DAY)

/** A minute as a moment of the records: `2022-06-13T09:20+08:00`. */
export function momentText(t: Minute): string {
  return `${new Date(EPOCH + t * 60_000).toISOString().slice(0, 16)}+08:00`
}

const working = Array.from({ length: DAYS }, (_, i) => isWorkingDay(dayText(i)) === true)
const workdays = working.flatMap((w, i) => (w ? [i] : []))
/** For every day, how many working days lie before it. */
const before: number[] = []
working.reduce((n, w, i) => {
  before[i] = n
  return n + (w ? 1 : 0)
}, 0)

export const isWorking = (index: number): boolean => working[index] === true

/** Minute 0 is a moment of working time when it lies within office hours of a working day. */
export function isWorkMoment(t: Minute): boolean {
  const m = t % DAY
  return isWorking(dayNumber(t)) && ((m >= MORNING && m < NOON) || (m >= AFTERNOON && m < EVENING))
}

/** Working minutes that have passed since the start of 2022. */
export function toWork(t: Minute): number {
  const index = dayNumber(t)
  const passed = (before[index] as number) * WORKDAY
  if (!isWorking(index)) return passed
  const m = t % DAY
  const morning = Math.min(Math.max(m - MORNING, 0), HALF)
  const afternoon = Math.min(Math.max(m - AFTERNOON, 0), HALF)
  return passed + morning + afternoon
}

/** The minute at which so many working minutes have passed. Throws beyond 2024. */
export function fromWork(work: number): Minute {
  const whole = Math.max(0, Math.floor(work))
  const index = workdays[Math.floor(whole / WORKDAY)]
  if (index === undefined) throw new Error(`演示的日历只到2024年底，到不了第${whole}个工作分钟`)
  const rest = whole % WORKDAY
  return index * DAY + (rest < HALF ? MORNING + rest : AFTERNOON + rest - HALF)
}

/** A minute moved on by working minutes. */
export const afterWork = (t: Minute, minutes: number): Minute => fromWork(toWork(t) + minutes)

/** The day so many working days after a day number. Throws beyond 2024. */
export function workdaysAfter(index: number, days: number): string {
  const passed = (before[index] as number) + (isWorking(index) ? 1 : 0)
  return dayText(dayNumber(fromWork((passed + days - 1) * WORKDAY)))
}

/** The last moment of work in 2022: Friday, December 30. */
export const YEAR_END: Minute = dayIndex('2022-12-30') * DAY + EVENING - 10
export const LAST_DAY = '2022-12-31'
/** The last minute of the demonstration. */
export const LAST_MINUTE: Minute = dayIndex(LAST_DAY) * DAY + DAY - 1

/** A day number as a sentence says it: `6月13日`. */
export function dayWords(index: number): string {
  const [, month, day] = dayText(index).split('-')
  return `${Number(month)}月${Number(day)}日`
}

/** The calendar day so many days later, never past the demonstration's last day. */
export function laterDay(t: Minute, days: number): string {
  const text = dayText(dayNumber(t) + days)
  return text < LAST_DAY ? text : LAST_DAY
}
