import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { DATASETS, type Dataset } from '#domain/datasets'
import { METRICS, type MetricId, type MetricTable } from '#domain/metrics'
import type { Statistics } from '#domain/statistics'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/world'
import type { BlobStore } from './blobStore.ts'
import type { ReleaseThreads } from './releaseThreads.ts'
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
function countCsv(dataset: Dataset, text: string): Sums {
  const [head, ...rows] = parse(csvHead(dataset) + text, { bom: true }) as string[][]
  const at = (name: string) => (head as string[]).indexOf(name)
  const origin = at('origin')
  const sums: Sums = new Map()
  for (const metric of METRICS) {
    if (DATASET_OF[metric.table] !== dataset.id) continue
    const [numerator, denominator, value] = ['numerator', 'denominator', 'value'].map((n) =>
      at(`${metric.id}.${n}`),
    )
    for (const scope of SCOPES) sums.set(`${scope} ${metric.id}`, { numerator: 0, denominator: 0, values: 0 })
    for (const row of rows) {
      const scope = row[origin] === 'sample' ? 'sample' : 'real'
      const sum = sums.get(`${scope} ${metric.id}`) as Sum
      sum.numerator += countOf(row[numerator as number])
      sum.denominator += countOf(row[denominator as number])
      if ((row[value as number] ?? '') !== '') sum.values++
    }
  }
  return sums
}

/** What a cell adds: one for true, its number where numbers are added up, nothing where it is false or empty. */
function countOf(cell: string | undefined): number {
  return cell === 'true' ? 1 : Number(cell) || 0
}

const noted = z.record(
  z.string(),
  z.object({ numerator: z.number(), denominator: z.number(), values: z.number() }),
)

/** Counts a written part of a table, or reads what was noted beside it when it was counted before. */
export function countPart(blobs: BlobStore, dataset: Dataset, blob: string): Sums {
  const note = blobs.noteOf(blob)
  if (note) return new Map(Object.entries(noted.parse(JSON.parse(note)))) as Sums
  const sums = countCsv(dataset, blobs.read(blob).toString('utf8'))
  blobs.note(blob, JSON.stringify(Object.fromEntries(sums)))
  return sums
}

/** Counts written tables; a part whose bytes were counted before (same hash) is not read again. */
export class SumsCheck {
  private readonly counted = new Map<string, { blob: string; sums: Sums }>()
  private readonly folders = new Map<string, string | null>()
  private readonly total: Sums = new Map()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Compares the written tables with the figures of the pages. Returns a sentence for each difference. */
  differences(parts: string, statistics: Statistics): string[] {
    for (const dataset of DATASETS) this.recount(parts, dataset)
    return METRICS.flatMap((metric) =>
      SCOPES.flatMap((scope) => {
        const figure = statistics.figure(metric, scope)
        const sum = this.total.get(`${scope} ${metric.id}`) ?? { numerator: 0, denominator: 0, values: 0 }
        const wrong =
          sum.numerator !== figure.numerator ||
          sum.denominator !== figure.denominator ||
          sum.values !== figure.values.length
        const [shortest] = figure.values
        if (shortest !== undefined && shortest < 0)
          return [
            `“${metric.label}”（${SCOPE_LABELS[scope]}）里有小于零的用时 ${shortest}：请核对事项经过的先后`,
          ]
        return wrong
          ? [
              `数字对不上：“${metric.label}”（${SCOPE_LABELS[scope]}）页面上是 ${figure.numerator} ÷ ${figure.denominator}，` +
                `数 data/${DATASET_OF[metric.table]}.csv 的列是 ${sum.numerator} ÷ ${sum.denominator}`,
            ]
          : []
      }),
    )
  }

  /** Lets threads count the parts meanwhile: what they note is only read when differences are looked for. */
  countBeside(parts: string, threads: ReleaseThreads): void {
    for (const dataset of DATASETS)
      for (const { blob } of partsOf(this.store, parts, dataset, 'csv'))
        if (!this.store.blobs.noteOf(blob)) threads.giveAnyway({ kind: 'count', dataset: dataset.id, blob })
  }

  /** Takes out of the total what parts that are gone or other than before gave, and puts in what stands there now. */
  private recount(parts: string, dataset: Dataset): void {
    const folder = this.store.trees.folderAt(parts, dataset.id)
    if (this.folders.get(dataset.id) === folder) return
    const now = new Map(
      partsOf(this.store, parts, dataset, 'csv').map((p) => [`${dataset.id}/${p.path}`, p.blob]),
    )
    for (const [path, { blob, sums }] of this.counted)
      if (path.startsWith(`${dataset.id}/`) && now.get(path) !== blob) {
        this.add(sums, -1)
        this.counted.delete(path)
      }
    for (const [path, blob] of now) {
      if (this.counted.has(path)) continue
      const sums = countPart(this.store.blobs, dataset, blob)
      this.counted.set(path, { blob, sums })
      this.add(sums, 1)
    }
    this.folders.set(dataset.id, folder)
  }

  private add(sums: Sums, by: 1 | -1): void {
    for (const [key, sum] of sums) {
      const t = this.total.get(key) ?? { numerator: 0, denominator: 0, values: 0 }
      t.numerator += by * sum.numerator
      t.denominator += by * sum.denominator
      t.values += by * sum.values
      this.total.set(key, t)
    }
  }
}
