import { precisionOf } from '#domain/dates'
import { dateWords } from '#domain/dateWords'

export { dateWords }

/** Every date and number that a page prints is written here. No space stands between Han characters and digits. */

/** The same without the year, where a page has named it already. */
export function shortDateWords(value: string): string {
  return precisionOf(value) === 'year' ? dateWords(value) : dateWords(value).replace(/^\d{4}年/, '')
}

/** The same, but with the year again where it is not the year that the reader has in mind. */
export function dateWordsAfter(known: string | undefined, value: string): string {
  return known?.slice(0, 4) === value.slice(0, 4) ? shortDateWords(value) : dateWords(value)
}

/** Says which part of a date its source does not give: 2022年11月（日未载）. */
export function datePrecisionWords(value: string): string {
  const missing = { year: '（月、日未载）', month: '（日未载）', day: '', minute: '' }[precisionOf(value)]
  return dateWords(value) + missing
}

/** Which part of something: 2 → 之二, 12 → 之十二. From 1 to 99. */
export function ordinalWords(place: number): string {
  const digit = (n: number) => '零一二三四五六七八九'[n] as string
  const [tens, ones] = [Math.floor(place / 10), place % 10]
  if (tens === 0) return `之${digit(ones)}`
  return `之${tens > 1 ? digit(tens) : ''}十${ones > 0 ? digit(ones) : ''}`
}

/** From so many minutes on a time is said in days: two days. */
const IN_DAYS = 2880

/** Whole hours in days: 268 → 11天4小时. */
function dayParts(hours: number): { number: string; unit: string } {
  const [days, rest] = [Math.floor(hours / 24), hours % 24]
  return rest === 0 ? { number: String(days), unit: '天' } : { number: `${days}天${rest}`, unit: '小时' }
}

/** Minutes as a reader says them: 310 → 5小时10分; 45 → 45分钟; from two days on without minutes: 4300 → 2天23小时. */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (minutes >= IN_DAYS) return dayParts(hours).number + dayParts(hours).unit
  if (hours === 0) return `${rest}分钟`
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`
}

export function daysWords(days: number): string {
  return `${days}天`
}

/** A share in percent, always with two decimals; — where nothing can be said. */
export function percentWords(value: number | null): string {
  return value === null ? '—' : value.toFixed(2)
}

/** A whole number as digits without separators, as the documents write it. */
export function countWords(value: number): string {
  return String(value)
}

/** What a printed number says of its rows. */
export type Stat = 'count' | 'share' | 'median' | 'p90'

/** Below so many rows a share in large type has no decimals: one row more or less moves it by more than they say. */
const DECIMALS_FROM = 100

/**
 * A share as it stands in large type: whole below a hundred rows, where it cannot round to 0 or 100 unless it is.
 * @param rows of the denominator
 */
export function largePercent(value: number | null, rows: number): string {
  return value !== null && rows < DECIMALS_FROM ? String(Math.round(value)) : percentWords(value)
}

/**
 * A figure as pages print it, number and unit apart, from its exact value. Percent have two decimals, in large type over
 * few rows none. Minutes from an hour on are hours with one decimal, from two days on days and hours, a median rounded up
 * and a slowest tenth down, so that “within” and “no less than” stay true; shorter ones stay minutes. Everything else is
 * a whole number in its own unit.
 * @param unit `percent`, `minutes`, `days`, or the unit in words
 * @param rows of the denominator of a share in large type
 */
export function figureParts(
  value: number | null,
  unit: string,
  stat: Stat,
  rows?: number,
): { number: string; unit: string } {
  if (value === null) return { number: '—', unit: '' }
  if (unit === 'percent' && rows !== undefined) return { number: largePercent(value, rows), unit: '%' }
  if (unit === 'percent') return { number: percentWords(value), unit: '%' }
  if (unit === 'days') return { number: countWords(value), unit: '天' }
  if (unit !== 'minutes') return { number: countWords(value), unit }
  if (value < 60) return { number: countWords(value), unit: '分钟' }
  if (value >= IN_DAYS) return dayParts(stat === 'p90' ? Math.floor(value / 60) : Math.ceil(value / 60))
  const tenths = stat === 'p90' ? Math.floor(value / 6) : Math.ceil(value / 6)
  return { number: String(tenths / 10), unit: '小时' }
}

/** The same in one text: 99.57%, 10.9小时, 13件; — where nothing can be said. */
export function figureText(value: number | null, unit: string, stat: Stat): string {
  const parts = figureParts(value, unit, stat)
  return parts.number + parts.unit
}

/** `2985 ÷ 2998 ＝ 99.57%`. */
export function divisionWords(numerator: number, denominator: number, percent: number | null): string {
  return `${numerator} ÷ ${denominator} ＝ ${percent === null ? '—' : `${percentWords(percent)}%`}`
}
