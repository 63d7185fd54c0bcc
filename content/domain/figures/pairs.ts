import type { Dimension, MetricId } from './metrics.ts'
import type { KeyedPart } from './partsOfCase.ts'

/** Two dimensions that are crossed: the first gives the rows of a table, the second its columns. */
export type Pair = readonly [Dimension, Dimension]

/** The dimensions that are crossed. */
export const PAIRS = [
  ['department', 'month'],
  ['category', 'department'],
  ['town', 'category'],
] as const satisfies readonly Pair[]

/** What is summed for crossed parts: all others are summed for single ones only. */
export const PAIR_METRICS = [
  'whistles',
  'resolution-rate',
  'arrival-on-time',
  'closure-time',
] as const satisfies readonly MetricId[]

/** A part of two dimensions: `department:chengjian/month:2022-06`. */
export type PairPart = `${Dimension}:${string}/${Dimension}:${string}`

/** Name of a part of two dimensions. */
export function pairPart([first, second]: Pair, a: string, b: string): PairPart {
  return `${first}:${a}/${second}:${b}`
}

/** The crossed parts in which a record counts that counts in some single ones, each with its two keys. */
export function crossed(parts: readonly KeyedPart[]): { name: PairPart; keys: KeyedPart[] }[] {
  const keysOf = (dimension: Dimension) => parts.filter(([d]) => d === dimension)
  return PAIRS.flatMap((pair) =>
    keysOf(pair[0]).flatMap((a) =>
      keysOf(pair[1]).map((b) => ({ name: pairPart(pair, a[1], b[1]), keys: [a, b] })),
    ),
  )
}
