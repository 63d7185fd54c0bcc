import { z } from 'zod'

/** One measured quantity of the bench, with everything that is needed to judge it. */
export const figure = z.object({
  /** Row of the bench that it belongs to. */
  row: z.string(),
  /** Cases that the newsroom held. */
  size: z.number().int(),
  /** What was measured, in words. */
  what: z.string(),
  unit: z.string(),
  median: z.number(),
  /** The largest value. */
  worst: z.number(),
  /** How many times it was measured. */
  n: z.number().int(),
  /** What is promised for it; absent where nothing is. The worst value counts. */
  target: z.number().optional(),
})
export type BenchFigure = z.infer<typeof figure>

/** A ratio of two figures that were measured side by side in one run. */
const ratio = z.object({
  what: z.string(),
  size: z.number().int(),
  value: z.number(),
  /** What is promised for it, one or the other; absent where nothing is. */
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
})
export type BenchRatio = z.infer<typeof ratio>
/** How a figure grows: exponent e of size^e between two sizes; 0 stays, 1 grows as the number of cases. */
const growth = z.object({
  what: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  exponent: z.number(),
})

/** What `npm run bench -- --json FILE` writes. */
export const benchResult = z.object({
  command: z.string(),
  machine: z.object({
    cpu: z.string(),
    cores: z.number(),
    memoryGB: z.number(),
    load: z.number(),
    system: z.string(),
  }),
  versions: z.record(z.string(), z.string()),
  figures: z.array(figure),
  ratios: z.array(ratio),
  growth: z.array(growth),
})
export type BenchResult = z.infer<typeof benchResult>

/** Median and worst of measured values. */
export function summary(values: readonly number[]): { median: number; worst: number; n: number } {
  if (values.length === 0) throw new Error('没有量到任何数')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] as number
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)] as number
  return { median: round((middle + upper) / 2), worst: round(sorted.at(-1) as number), n: sorted.length }
}

/** Growth of every figure between neighbouring sizes, from its medians; figures that are zero somewhere have none. */
export function growthOf(figures: readonly BenchFigure[]): BenchResult['growth'] {
  const byWhat = Map.groupBy(figures, (f) => f.what)
  return [...byWhat].flatMap(([what, of]) => {
    const sorted = [...of].sort((a, b) => a.size - b.size)
    return sorted.slice(1).flatMap((to, i) => {
      const from = sorted[i] as BenchFigure
      if (from.median <= 0 || to.median <= 0 || from.size === to.size) return []
      const exponent = Math.log(to.median / from.median) / Math.log(to.size / from.size)
      return [{ what, from: from.size, to: to.size, exponent: round(exponent) }]
    })
  })
}

/** Two decimals; larger numbers with fewer. */
export function round(value: number): number {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return Number(value.toFixed(digits))
}
