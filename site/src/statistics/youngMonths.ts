import { daysBetween } from '#domain/dates'
import type { Metric, MetricId } from '#domain/figures/metrics'

/** A month whose last day lies fewer days before the as-of day is too young to be compared: its cases had no time yet. */
const YOUNG_DAYS = 60
/** Stands after the name of a young month. */
export const YOUNG_MARK = '＊'
/** Below a table with young months. */
export const YOUNG_WORDS = `${YOUNG_MARK}月末到截止日不满${YOUNG_DAYS}天：数还会变，不能和别的月份比`

/** Counted by the day on which they happen, and no later event changes them. */
const KNOWN_AT_ONCE: readonly MetricId[] = ['whistles', 'notices']

/** Whether what a metric says of a month goes on changing after the month is over. */
export function changesLater({ id, basis }: Pick<Metric, 'id' | 'basis'>): boolean {
  return basis === 'cohort' && !KNOWN_AT_ONCE.includes(id)
}

/** Whether the cases of a month, `2022-06`, had too little time until a day to be compared with those of other months. */
export function isYoung(month: string, asOf: string): boolean {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return (daysBetween(next, asOf) ?? 0) < YOUNG_DAYS - 1
}
