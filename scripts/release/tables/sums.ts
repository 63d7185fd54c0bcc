import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { METRICS, type Metric, type MetricId } from '#domain/figures/metrics'
import type { Statistics } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/scope'
import type { Store } from '../store/store.ts'
import type { FigureClaim } from '../workers/figureClaims.ts'
import type { ReleaseThreads } from '../workers/releaseThreads.ts'
import { AroundTotals } from './aroundTotals.ts'
import { timeFaults } from './timeFaults.ts'
import { WrittenTotals } from './writtenTotals.ts'

/** The claims of pages by their addresses. */
export type Claims = ReadonlyMap<string, readonly FigureClaim[]>

type MetricClaim = FigureClaim & { metric: MetricId }
const isOfMetric = (claim: FigureClaim): claim is MetricClaim => claim.metric !== AROUND_NOTICE.id

const OF = new Map<MetricId, Metric>(METRICS.map((m) => [m.id, m]))
/** A share with two decimals is at most so far from the exact one; a share that is not all never says 100, see `percent`. */
const ROUNDED = 0.010_001

/** Compares what pages say with the written tables: both must give the same number, without asking each other. */
export class SumsCheck {
  private readonly totals: WrittenTotals
  private readonly around: AroundTotals
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
    this.totals = new WrittenTotals(store)
    this.around = new AroundTotals(store)
  }

  /** Lets threads count the parts meanwhile. */
  countBeside(parts: string, threads: ReleaseThreads): void {
    this.totals.countBeside(parts, threads)
  }

  /** Compares the written tables with the figures over all records. Returns a sentence for each difference. */
  differences(parts: string, statistics: Statistics): string[] {
    this.totals.count(parts)
    return METRICS.flatMap((metric) =>
      SCOPES.flatMap((scope) => {
        const figure = statistics.figure(metric, scope)
        const sum = this.totals.sum(metric.id, scope, 'all')
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
              difference(
                metric,
                scope,
                'all',
                `${figure.numerator} ÷ ${figure.denominator}`,
                sum.numerator,
                sum.denominator,
              ),
            ]
          : []
      }),
    )
  }

  /**
   * Compares every mark of pages, but for times, with the written tables. Returns a sentence for each difference.
   * @param parts root of the tree of parts that will be live with the pages
   */
  markFaults(parts: string, claims: Claims): string[] {
    this.totals.count(parts)
    return [...claims].flatMap(([path, own]) => [
      ...own.flatMap((claim) =>
        !isOfMetric(claim) || this.agrees(claim) ? [] : [`${path} 的${this.said(claim)}`],
      ),
      ...this.around.faults(parts, path, own),
    ])
  }

  /** The same for medians and slowest tenths, in pieces: the values of the whole tables are read once. */
  *timeFaults(parts: string, claims: Claims): Generator<void, string[]> {
    const lots = this.totals.count(parts)
    return yield* timeFaults(this.store.blobs, lots, claims, (scope, part) =>
      this.totals.namesOf(scope, part),
    )
  }

  private agrees(claim: MetricClaim): boolean {
    const sum = this.totals.sum(claim.metric, claim.scope, claim.part)
    const { stat, value, numerator, denominator } = claim
    if (stat === 'count') return value === null || value === sum.numerator
    if (stat !== 'share') return true
    if (numerator !== sum.numerator || denominator !== sum.denominator) return false
    return value === null || Math.abs(value - (100 * sum.numerator) / sum.denominator) < ROUNDED
  }

  private said({ metric, scope, part, stat, value, numerator, denominator }: MetricClaim): string {
    const sum = this.totals.sum(metric, scope, part)
    const told = stat === 'share' ? `${numerator} ÷ ${denominator}（${value}%）` : String(value)
    return difference(OF.get(metric) as Metric, scope, part, told, sum.numerator, sum.denominator)
  }
}

function difference(
  metric: Metric,
  scope: Scope,
  part: string,
  told: string,
  numerator: number,
  denominator: number,
): string {
  const where = part === 'all' ? SCOPE_LABELS[scope] : `${SCOPE_LABELS[scope]}，${part}`
  return (
    `数字对不上：“${metric.label}”（${where}）页面上是 ${told}，` +
    `数 data/${datasetOf(metric.table).id}.csv 的列是 ${numerator} ÷ ${denominator}`
  )
}
