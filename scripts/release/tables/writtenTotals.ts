import { METRICS, type MetricId } from '#domain/figures/metrics'
import { datasetOf } from '#domain/published/datasets'
import type { Scope } from '#domain/scope'
import type { Store } from '../store/store.ts'
import type { Lot, ReleaseThreads } from '../workers/releaseThreads.ts'
import { isCounted, sumsOfLot } from './countLot.ts'
import { isSameLot, lotsOf } from './lots.ts'
import { linesOf } from './partLines.ts'
import { partsOf } from './tableFiles.ts'

/** What the written columns of a metric add up to. */
export type Sum = { numerator: number; denominator: number; values: number }

const PLACES = new Map<MetricId, number>(METRICS.map((m, place) => [m.id, place]))

/**
 * Totals of the written tables, for all records and for every part of them. Only the totals are kept in memory; a lot
 * that changed is taken out by the note of what it was before.
 */
export class WrittenTotals {
  private lots = new Map<string, Lot>()
  private readonly total = new Map<string, Record<string, [number, number, number]>>()
  private counted = ''
  /** Places directly below a place, as the written table of places tells. */
  private below = new Map<string, string[]>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Counts what is other than at the last call. Returns the lots that stand now. */
  count(parts: string): ReadonlyMap<string, Lot> {
    if (this.counted === parts) return this.lots
    const now = lotsOf(this.store, parts)
    for (const [name, lot] of this.lots) if (!isSameLot(lot, now.get(name))) this.add(lot, -1)
    for (const [name, lot] of now) if (!isSameLot(lot, this.lots.get(name))) this.add(lot, 1)
    this.lots = now
    this.below = this.places(parts)
    this.counted = parts
    return now
  }

  /** Lets threads count meanwhile what was not counted yet: what they note is read when it is asked for. */
  countBeside(parts: string, threads: ReleaseThreads): void {
    for (const lot of lotsOf(this.store, parts).values())
      if (!isCounted(this.store.blobs, lot)) threads.giveAnyway({ kind: 'count', lot })
  }

  /** What a metric adds up to over a part; a place holds what lies in it. */
  sum(metric: MetricId, scope: Scope, part: string): Sum {
    const sum = { numerator: 0, denominator: 0, values: 0 }
    for (const name of this.namesOf(scope, part)) {
      const [numerator, denominator, values] = this.total.get(name)?.[PLACES.get(metric) as number] ?? [
        0, 0, 0,
      ]
      sum.numerator += numerator
      sum.denominator += denominator
      sum.values += values
    }
    return sum
  }

  /**
   * The names under which the rows of a part were counted: of a place also those of all places in it, of the time up to
   * the end of a month those of all its months, of two dimensions each with each.
   */
  namesOf(scope: Scope, part: string): string[] {
    const sets = part.split('/').map((single) => this.keysIn(scope, single))
    const names = sets.reduce((left, right) => left.flatMap((a) => right.map((b) => `${a}/${b}`)))
    return names.map((name) => `${scope} ${name}`)
  }

  private keysIn(scope: Scope, single: string): string[] {
    const [, dimension, key] = /^(area|town|until):(.*)$/.exec(single) ?? []
    if (dimension === undefined || key === undefined) return [single]
    if (dimension === 'until') {
      const months = [...this.total.keys()].filter((name) => name.startsWith(`${scope} month:`))
      return months.map((name) => name.slice(scope.length + 1)).filter((name) => name <= `month:${key}`)
    }
    const slugs = [key]
    for (const slug of slugs) slugs.push(...(this.below.get(slug) ?? []))
    return slugs.map((slug) => `area:${slug}`)
  }

  private add(lot: Lot, by: 1 | -1): void {
    for (const [name, metrics] of Object.entries(sumsOfLot(this.store.blobs, lot))) {
      const total = this.total.get(name) ?? {}
      this.total.set(name, total)
      for (const [place, [n, d, values]] of Object.entries(metrics)) {
        const [all, of, known] = total[place] ?? [0, 0, 0]
        total[place] = [all + by * n, of + by * d, known + by * values]
      }
    }
  }

  private places(parts: string): Map<string, string[]> {
    const dataset = datasetOf('areas')
    const below = new Map<string, string[]>()
    for (const { blob } of partsOf(this.store, parts, dataset, 'csv')) {
      for (const line of linesOf(this.store.blobs, 'areas', blob)) {
        // A merged place counts in its successor, with all that is below it.
        const [slug, above] = [line('slug'), line('replacedBy') || line('parent')]
        if (slug && above) below.set(above, [...(below.get(above) ?? []), slug])
      }
    }
    return below
  }
}
