import type { Metric } from './metrics.ts'

/** What is left of the rows of a metric when they are counted. */
export type Tally = {
  numerator: number
  denominator: number
  /** Measured values, ascending; empty for counts and shares. */
  values: number[]
}

/** A figure as computed from rows: it always carries its integers. */
export type Figure = {
  metric: Metric
  numerator: number
  denominator: number
  /** Count; share in percent with two decimals; median in minutes or days; null when nothing can be said. */
  value: number | null
  /** 95 % Wilson interval of a share of rows in percent, two decimals; null for other figures or denominator 0. */
  interval: [number, number] | null
  /** 90th percentile of a time in minutes or days; null for other shapes or no values. */
  slowest: number | null
  values: number[]
}

/**
 * Percent with two decimals, from integers, rounded once; null for denominator 0. A share that is not all never gives
 * 100, and one that is not none never gives 0: they end at 99.99 and 0.01.
 */
export function percent(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  const rounded = Math.round((numerator * 10_000) / denominator) / 100
  if (numerator > 0 && numerator < denominator) return Math.min(99.99, Math.max(0.01, rounded))
  return rounded
}

/**
 * Nearest-rank quantile: the smallest value with at least `q` of all values at or below it.
 * `values` must ascend; null for none.
 */
export function quantile(values: readonly number[], q: number): number | null {
  return values.length === 0 ? null : (values[Math.max(0, Math.ceil(q * values.length) - 1)] as number)
}

/** Wilson score interval of a share at 95 % (Wilson 1927, z = 1.96), in percent with two decimals. */
export function wilson(numerator: number, denominator: number): [number, number] | null {
  if (denominator === 0) return null
  const z = 1.96
  const p = numerator / denominator
  const z2n = (z * z) / denominator
  const centre = p + z2n / 2
  const half = z * Math.sqrt((p * (1 - p)) / denominator + z2n / (4 * denominator))
  const round = (x: number) => Math.round((x / (1 + z2n)) * 10_000) / 100
  return [Math.max(0, round(centre - half)), Math.min(100, round(centre + half))]
}

/** Turns a tally into the figure of its metric. */
export function figureOf(metric: Metric, tally: Tally): Figure {
  const { numerator, denominator, values } = tally
  const isShare = metric.shape === 'share'
  const isTime = metric.shape === 'time'
  return {
    metric,
    numerator,
    denominator,
    value: isTime ? quantile(values, 0.5) : isShare ? percent(numerator, denominator) : numerator,
    interval: isShare && !metric.summed ? wilson(numerator, denominator) : null,
    slowest: isTime ? quantile(values, 0.9) : null,
    values,
  }
}
