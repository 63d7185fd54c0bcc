import type { Dimension } from '#domain/figures/metrics'
import type { Split } from './figureSplits.ts'

/** Splits that are drawn too: how a statistic goes through the months, and how it stands in the towns. */
const DRAWN: readonly Dimension[] = ['month', 'town']

/**
 * Lengths of the bars of a split in percent, from zero: shares of a hundred, all else of the longest. Null for a row of
 * which nothing is said; null in all where the split is not drawn.
 */
export function splitBars(split: Split): (number | null)[] | null {
  if (!DRAWN.includes(split.dimension) || split.rows.length < 2) return null
  const values = split.rows.map((row) =>
    row.mark['data-value'] === '' ? null : Number(row.mark['data-value']),
  )
  const whole = split.rows[0]?.mark['data-unit'] === 'percent' ? 100 : Math.max(...values.map((v) => v ?? 0))
  return whole > 0 ? values.map((v) => (v === null ? null : Math.round((v / whole) * 1000) / 10)) : null
}
