import { parse } from 'csv-parse/sync'
import { DATASETS, type Dataset } from '#domain/datasets'
import { METRICS, type MetricId, type MetricTable } from '#domain/metrics'
import type { Statistics } from '#domain/statistics'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/world'
import type { Store } from './store.ts'
import { csvHead, partsOf } from './tableFiles.ts'

/** What the written columns of a metric add up to. */
type Sum = { numerator: number; denominator: number; values: number }
export type Sums = Map<`${Scope} ${MetricId}`, Sum>

const DATASET_OF: Record<MetricTable, Dataset['id']> = {
  cases: 'cases',
  events: 'events',
  notices: 'notices',
}

/**
 * Counts the metric columns of one written CSV text (without head) as a journalist would: by reading the file.
 * @throws when a line has more or fewer cells than the head
 */
export function countCsv(dataset: Dataset, text: string): Sums {
  const rows = parse(csvHead(dataset) + text, { bom: true, columns: true }) as Record<string, string>[]
  const sums: Sums = new Map()
  for (const metric of METRICS) {
    if (DATASET_OF[metric.table] !== dataset.id) continue
    for (const scope of SCOPES) {
      const of = rows.filter((r) => (r.origin === 'sample') === (scope === 'sample'))
      sums.set(`${scope} ${metric.id}`, {
        numerator: of.filter((r) => r[`${metric.id}.numerator`] === 'true').length,
        denominator: of.filter((r) => r[`${metric.id}.denominator`] === 'true').length,
        values: of.filter((r) => (r[`${metric.id}.value`] ?? '') !== '').length,
      })
    }
  }
  return sums
}

/** Counts written tables; a part whose bytes were counted before (same hash) is not read again. */
export class SumsCheck {
  private readonly counted = new Map<string, Sums>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Compares the written tables with the figures of the pages. Returns a sentence for each difference. */
  differences(parts: string, statistics: Statistics): string[] {
    const total: Sums = new Map()
    const seen = new Set<string>()
    for (const dataset of DATASETS)
      for (const { blob } of partsOf(this.store, parts, dataset, 'csv')) {
        const id = `${dataset.id} ${blob}`
        seen.add(id)
        const sums = this.counted.get(id) ?? countCsv(dataset, this.store.blobs.read(blob).toString('utf8'))
        this.counted.set(id, sums)
        for (const [key, sum] of sums) {
          const t = total.get(key) ?? { numerator: 0, denominator: 0, values: 0 }
          t.numerator += sum.numerator
          t.denominator += sum.denominator
          t.values += sum.values
          total.set(key, t)
        }
      }
    for (const id of this.counted.keys()) if (!seen.has(id)) this.counted.delete(id)
    return METRICS.flatMap((metric) =>
      SCOPES.flatMap((scope) => {
        const figure = statistics.figure(metric, scope)
        const sum = total.get(`${scope} ${metric.id}`) ?? { numerator: 0, denominator: 0, values: 0 }
        const wrong =
          sum.numerator !== figure.numerator ||
          sum.denominator !== figure.denominator ||
          sum.values !== figure.values.length
        return wrong
          ? [
              `数字对不上：“${metric.label}”（${SCOPE_LABELS[scope]}）页面上是 ${figure.numerator} ÷ ${figure.denominator}，` +
                `数 data/${DATASET_OF[metric.table]}.csv 的列是 ${sum.numerator} ÷ ${sum.denominator}`,
            ]
          : []
      }),
    )
  }
}
