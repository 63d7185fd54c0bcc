import { DateTime, FixedOffsetZone } from 'luxon'
import { z } from 'zod'
import { telling } from './field.ts'

/** China has one time zone without summer time: every time in the records is Asia/Shanghai, UTC+8. */
const SHANGHAI = FixedOffsetZone.instance(8 * 60)

export const DATE_PRECISIONS = ['year', 'month', 'day', 'minute'] as const
export type DatePrecision = (typeof DATE_PRECISIONS)[number]

const SHAPES: Record<DatePrecision, RegExp> = {
  year: /^\d{4}$/,
  month: /^\d{4}-\d{2}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  minute: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+08:00$/,
}

/**
 * Years that a date may have. Nothing here happened before the first or is planned after the last, and a slip of the
 * hand (0001, 9999) must not become three thousand years of months.
 */
export const YEARS = { first: 1949, last: 2100 } as const
export const YEARS_MESSAGE = `年份要在 ${YEARS.first} 到 ${YEARS.last} 之间`

/** Whether a text that begins with four digits is within the years that a date may have. */
function isInYears(value: string): boolean {
  const year = Number(value.slice(0, 4))
  return year >= YEARS.first && year <= YEARS.last
}

/** Every precision has its own length. */
const BY_LENGTH = new Map<number, DatePrecision>([
  [4, 'year'],
  [7, 'month'],
  [10, 'day'],
  [22, 'minute'],
])

function precisionOrNull(value: string): DatePrecision | null {
  const precision = BY_LENGTH.get(value.length)
  return precision && SHAPES[precision].test(value) ? precision : null
}

/** Days and months that were found to be real ones: a hundred thousand cases share the days of a few years. */
const realDays = new Set<string>()

function isRealDate(value: string): boolean {
  const precision = precisionOrNull(value)
  if (precision === null || !isInYears(value)) return false
  if (precision === 'year') return true
  const day = value.slice(0, 10)
  const isReal = realDays.has(day) || DateTime.fromISO(day, { zone: SHANGHAI }).isValid
  if (isReal) realDays.add(day)
  return isReal && (precision !== 'minute' || TIME_OF_DAY.test(value))
}

/** Hours and minutes of a moment that its shape has let through. */
const TIME_OF_DAY = /T(?:[01]\d|2[0-3]):[0-5]\d\+/

/**
 * A date as precise as it is known: `2022`, `2022-11`, `2022-11-30` or `2022-11-30T09:20+08:00`.
 * The precision is the length; a missing part is unknown and is never invented.
 */
export const preciseDate = telling(
  z.string().refine(isRealDate, {
    error: ({ input }) =>
      faultOf(input, '日期要写成 2022、2022-11、2022-11-30 或 2022-11-30T09:20+08:00，知道多少写多少'),
  }),
  { type: 'date' },
)

/** A calendar day in Asia/Shanghai, for example `2022-11-30`. */
export const day = telling(
  z.string().refine((v) => SHAPES.day.test(v) && isRealDate(v), {
    error: ({ input }) => faultOf(input, '日期要写成 2022-11-30'),
  }),
  { type: 'day' },
)

function faultOf(input: unknown, otherwise: string): string {
  return typeof input === 'string' && precisionOrNull(input) && !isInYears(input) ? YEARS_MESSAGE : otherwise
}

/** How precisely a date is known. Throws on text that is no date of ours. */
export function precisionOf(value: string): DatePrecision {
  const precision = precisionOrNull(value)
  if (!precision) throw new Error(`不是日期：${value}`)
  return precision
}

/** The day part, or null when the day is not known. */
export function dayOf(value: string): string | null {
  return value.length >= 10 ? value.slice(0, 10) : null
}

/** The month part `2022-11`, or null when the month is not known. */
export function monthOf(value: string): string | null {
  return value.length >= 7 ? value.slice(0, 7) : null
}

/** Minutes from one moment to another; null unless both are known to the minute. */
export function minutesBetween(from: string, to: string): number | null {
  if (precisionOf(from) !== 'minute' || precisionOf(to) !== 'minute') return null
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
}

/** Whole calendar days from one day to another; null unless both days are known. */
export function daysBetween(from: string, to: string): number | null {
  const a = dayOf(from)
  const b = dayOf(to)
  if (!a || !b) return null
  return Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000)
}

/** The day that comes so many days after another. */
export function laterDay(value: string, days: number): string {
  return new Date(Date.parse(value) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The end of a day as a moment, for limits that are checked at a snapshot's as-of day. */
export function endOfDay(value: string): string {
  return `${day.parse(value)}T23:59+08:00`
}

/** The minute in Asia/Shanghai of an instant given in milliseconds since 1970, as people write it: `2026年11月28日 10:31`. */
export function shanghaiMinute(instant: number): string {
  return DateTime.fromMillis(instant, { zone: SHANGHAI }).toFormat('yyyy年M月d日 HH:mm')
}

/** The day in Asia/Shanghai of an instant given in milliseconds since 1970. */
export function shanghaiDay(instant: number): string {
  return DateTime.fromMillis(instant, { zone: SHANGHAI }).toFormat('yyyy-MM-dd')
}

/** An instant given in milliseconds since 1970 as a moment of ours, to the minute. */
export function shanghaiMoment(instant: number): string {
  return DateTime.fromMillis(instant, { zone: SHANGHAI }).toFormat("yyyy-MM-dd'T'HH:mmZZ")
}

/** The time of day in Shanghai at an instant in milliseconds, `09:05`. */
export function shanghaiTime(instant: number): string {
  return DateTime.fromMillis(instant, { zone: SHANGHAI }).toFormat('HH:mm')
}

/** The Monday of the week that holds a day. Weeks start on Monday. */
export function weekStart(value: string): string {
  return DateTime.fromISO(day.parse(value), { zone: SHANGHAI }).startOf('week').toFormat('yyyy-MM-dd')
}

/** Adds whole minutes to a moment known to the minute. */
export function addMinutes(moment: string, minutes: number): string {
  return DateTime.fromISO(moment, { zone: SHANGHAI }).plus({ minutes }).toFormat("yyyy-MM-dd'T'HH:mmZZ")
}

/** Whether a comes before b as far as both are known (shared precision); equal counts as not before. */
export function isBefore(a: string, b: string): boolean {
  const n = Math.min(a.length, b.length)
  return a.slice(0, n) < b.slice(0, n)
}
