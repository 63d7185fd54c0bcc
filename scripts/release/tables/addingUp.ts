import { z } from 'zod'
import { METRICS, type MetricId } from '#domain/figures/metrics'

/** What lines of one record give to one metric, by its place among all metrics. */
export const given = z.object({
  /** Where the lines name one, they count in no other department; empty otherwise. */
  department: z.string(),
  /** Its own month, where the metric counts by the day it happened and not by the whistle; empty otherwise. */
  month: z.string(),
  place: z.number(),
  numerator: z.number(),
  denominator: z.number(),
  values: z.array(z.number()),
})
export type Given = z.infer<typeof given>

/** Numerator, denominator and number of values of each metric that has any, by parts: `sample category:3`. */
export const partSums = z.record(
  z.string(),
  z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])),
)
export type PartSums = z.infer<typeof partSums>
/** Values of the times, by parts and metrics. */
export const partValues = z.record(z.string(), z.record(z.string(), z.array(z.number())))
export type PartValues = z.infer<typeof partValues>

/** Dimensions that are crossed, and the metrics that are counted over crossed parts. A town is counted by its places. */
const CROSSED = [
  ['department', 'month'],
  ['category', 'department'],
  ['area', 'category'],
] as const
const CROSSED_METRICS: readonly MetricId[] = [
  'whistles',
  'resolution-rate',
  'arrival-on-time',
  'closure-time',
]
const CROSSED_PLACES: ReadonlySet<number> = new Set(
  CROSSED_METRICS.map((id) => METRICS.findIndex((m) => m.id === id)),
)

/** Parts of two dimensions in which a line counts that counts in some of one: `category:3/department:chengjian`. */
function crossings(parts: readonly string[]): string[] {
  const of = (dimension: string) => parts.filter((part) => part.startsWith(`${dimension}:`))
  return CROSSED.flatMap(([a, b]) => of(a).flatMap((row) => of(b).map((column) => `${row}/${column}`)))
}

/** Adds up what lines give, by parts of the records. */
export class AddingUp {
  readonly sums: PartSums = {}
  readonly values: PartValues = {}

  /** @param own the parts of the record: its own departments and month are replaced by those that lines name */
  add(lines: readonly Given[], scope: string, own: readonly string[]): void {
    for (const alike of Map.groupBy(lines, (l) => `${l.department} ${l.month}`).values()) {
      const [{ department, month }] = alike as [Given]
      const parts = replaced(replaced(own, 'department', department), 'month', month)
      const names = parts.map((part) => `${scope} ${part}`)
      const crossed = crossings(parts).map((part) => `${scope} ${part}`)
      for (const line of alike) {
        for (const name of names) this.addTo(name, line)
        if (CROSSED_PLACES.has(line.place)) for (const name of crossed) this.addTo(name, line)
      }
    }
  }

  private addTo(part: string, { place, numerator, denominator, values }: Given): void {
    const metrics = this.sums[part] ?? {}
    this.sums[part] = metrics
    const [n, d, count] = metrics[place] ?? [0, 0, 0]
    metrics[place] = [n + numerator, d + denominator, count + values.length]
    if (values.length === 0) return
    const known = this.values[part] ?? {}
    this.values[part] = known
    const list = known[place] ?? []
    known[place] = list
    list.push(...values)
  }
}

function replaced(parts: readonly string[], dimension: string, key: string): readonly string[] {
  if (key === '') return parts
  return [...parts.filter((part) => !part.startsWith(`${dimension}:`)), `${dimension}:${key}`]
}
