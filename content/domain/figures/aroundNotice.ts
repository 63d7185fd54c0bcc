import type { Tally } from './figure.ts'
import { type MetricId, metricOf } from './metrics.ts'

/** A share before and after a day of each department: arrivals on time around its first notice. */
export const AROUND_NOTICE = {
  id: 'arrival-around-notice',
  label: '督办前后的按时到场',
  labelEn: 'Arrival on time around the first notice',
  /** The metric that is cut in two. */
  of: 'arrival-on-time' satisfies MetricId,
  counter: 'notice-to-arrival' satisfies MetricId,
  /** Below this many calls on either side neither share is said. */
  minimum: metricOf('arrival-on-time').minimum,
  definition:
    '一个部门收到第一份督办文书的那天为界，派单在那天以前的算一边，在那天以后的算另一边，当天的和日子没有公布的两边都不算；两边各算“按时到场”。没有收到过文书的部门不在内。两边都满三十次才写比率。只并排写，不说为什么。',
  rowsWords:
    'notices.csv里recipient的最早一个issuedOn，把events.csv里同一department的派单按at分成两边，各数arrival-on-time的列',
} as const

/** The two sides of a day, each with its integers. */
export type Sides = { before: Count; after: Count }
type Count = Pick<Tally, 'numerator' | 'denominator'>

/** Counts of rows by a key and a day, kept in step: sums before and after any day are at hand. */
export class DailyCounts {
  private readonly keys = new Map<string, Map<string, Count>>()

  /** Counts a row, or takes it back (`by` -1). */
  count(key: string, day: string, row: Count, by: 1 | -1): void {
    const days = this.keys.get(key) ?? new Map<string, Count>()
    this.keys.set(key, days)
    const sum = days.get(day) ?? { numerator: 0, denominator: 0 }
    days.set(day, sum)
    sum.numerator += by * row.numerator
    sum.denominator += by * row.denominator
  }

  /** What was counted before a day and after it; the day itself is on neither side. */
  around(key: string, day: string): Sides {
    const sides: Sides = {
      before: { numerator: 0, denominator: 0 },
      after: { numerator: 0, denominator: 0 },
    }
    for (const [at, { numerator, denominator }] of this.keys.get(key) ?? []) {
      if (at === day) continue
      const side = at < day ? sides.before : sides.after
      side.numerator += numerator
      side.denominator += denominator
    }
    return sides
  }
}
