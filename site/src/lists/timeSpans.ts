import { monthOfTime, timeOfKey } from '#domain/world/timedKeys'
import { ordinalWords } from '../format.ts'

/**
 * Names of the pages of a list below its first one. In order of the alphabet they are in order of time:
 * `2022-12` a month, `2022` what is known to the year at best; below a month `2022-12-00` the rows without a known day,
 * `2022-12-01-10` the first ten days, `2022-12-05` a day, `2022-12-05-n0012` a hundred numbers of it.
 */
export type SpanName = string

const TENS = [
  { from: '01', to: '10', words: '1—10日' },
  { from: '11', to: '20', words: '11—20日' },
  { from: '21', to: '31', words: '21日起' },
] as const
const NO_DAY = '00'

/** The spans in which a row lies, the month first and its hundred of numbers last. */
export function spansOfKey(key: string): readonly SpanName[] {
  const month = monthOfTime(timeOfKey(key))
  const count = month.length < 7 ? 2 : dayOfKey(key) === NO_DAY ? 3 : 4
  return Array.from({ length: count }, (_, depth) => spanOfKey(key, depth) as SpanName)
}

/** The span of a depth in which a row lies: 0 its month; undefined below the last. */
export function spanOfKey(key: string, depth: number): SpanName | undefined {
  const month = monthOfTime(timeOfKey(key))
  if (depth === 0) return month
  if (month.length < 7) return depth === 1 ? `${month}-${hundredOf(key)}` : undefined
  const day = dayOfKey(key)
  const days = day === NO_DAY ? [day] : [tenWith(day), day]
  if (depth <= days.length) return `${month}-${days[depth - 1]}`
  return depth === days.length + 1 ? `${month}-${day}-${hundredOf(key)}` : undefined
}

/** Whether two rows that follow each other lie in the same spans down to a depth; false where it would take long to say. */
export function areTogether(a: string, b: string, depth: number): boolean {
  return (
    depth < 3 &&
    a.length > DAY &&
    b.length > DAY &&
    a.slice(0, DAY) === b.slice(0, DAY) &&
    dayOfKey(a) !== NO_DAY
  )
}

const DAY = '2022-12-05'.length

function dayOfKey(key: string): string {
  return timeOfKey(key).slice(8, DAY) || NO_DAY
}

function tenWith(day: string): string {
  const { from, to } = TENS.find((ten) => day <= ten.to) as (typeof TENS)[number]
  return `${from}-${to}`
}

/** A hundred numbers: `n0012` of WS-2022-001234, `n01` of TX-2022-0107. */
function hundredOf(key: string): string {
  return `n${key.slice(key.lastIndexOf('-') + 1, -2)}`
}

/** The month of a span, itself a span. */
export function monthOfSpan(span: SpanName): SpanName {
  return /^\d{4}-\d{2}/.exec(span)?.[0] ?? span.slice(0, 4)
}

/** A month in words: 2022年12月; 2022年月份不详 where the year is all that is known. */
export function monthSpanWords(month: SpanName): string {
  const [year, number] = month.split('-')
  return number ? `${year}年${Number(number)}月` : `${year}年月份不详`
}

/**
 * What a span below a month is called within it: 21日起, 5日, 5日之二, 日子不详.
 * @param place which one it is among the hundreds of its day, from 1; only a hundred has one
 */
export function spanWordsInMonth(span: SpanName, place: number): string {
  const [day, second] = span.slice(monthOfSpan(span).length + 1).split('-') as [string, string?]
  if (day.startsWith('n')) return ordinalWords(place)
  const words = day === NO_DAY ? '日子不详' : `${Number(day)}日`
  if (!second) return words
  return second.startsWith('n') ? words + ordinalWords(place) : (tenFrom(day)?.words as string)
}

const tenFrom = (day: string) => TENS.find(({ from }) => from === day)

/** The span that is split into hundreds, of which this is one; null for other spans. */
export function parentOfHundred(span: SpanName): SpanName | null {
  return /^(.+)-n\d+$/.exec(span)?.[1] ?? null
}
