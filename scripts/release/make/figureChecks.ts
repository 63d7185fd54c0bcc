import { METRICS } from '#domain/figures/metrics'
import type { Part, Statistics } from '#domain/figures/statistics'
import { SCOPES } from '#domain/scope'
import type { Store } from '../store/store.ts'
import { type Claims, SumsCheck } from '../tables/sums.ts'
import type { FigureClaim } from '../workers/figureClaims.ts'
import { InPieces } from '../workers/inPieces.ts'
import type { ReleaseThreads } from '../workers/releaseThreads.ts'

/** Where the figures are kept that the next pages will print, as a sentence about a difference names it. */
const KEPT = '统计'

/**
 * Checks of figures: before a switch what the release prints, times only where all of it is new; afterwards, while
 * nothing else is done, every median and slowest tenth that was printed since, and every figure that is kept.
 */
export class FigureChecks {
  private readonly sums: SumsCheck
  private readonly statistics: Statistics
  /** Claims of pages whose times were not compared yet. */
  private pending = new Map<string, readonly FigureClaim[]>()
  /** Root of the live parts, and of those that were compared last. */
  private live: string | null = null
  private compared: string | null = null
  private pass: InPieces<string[]> | null = null

  constructor(store: Store, statistics: Statistics) {
    this.sums = new SumsCheck(store)
    this.statistics = statistics
  }

  /** Lets threads count the written parts meanwhile. */
  countBeside(parts: string, threads: ReleaseThreads): void {
    this.sums.countBeside(parts, threads)
  }

  /** Counts the written tables of the live release, so that the next one need not. */
  warm(parts: string): void {
    this.live = parts
    this.sums.differences(parts, this.statistics)
  }

  /**
   * Sentences about everything that a release must not print.
   * @param isFull whether every page is new: then times are compared too
   */
  faults(parts: string, claims: Claims, isFull: boolean): string[] {
    const counted = [...this.sums.differences(parts, this.statistics), ...this.sums.markFaults(parts, claims)]
    return isFull ? [...counted, ...new InPieces(this.sums.timeFaults(parts, claims)).finish()] : counted
  }

  /** Pages that readers see now; their times are compared later, unless that was done. */
  released(parts: string, claims: Claims): void {
    this.live = parts
    this.pass = null
    this.pending = new Map([...this.pending, ...claims])
  }

  /**
   * One piece of the comparison of everything that is live. Nothing is left when this state was compared before.
   * @returns the sentences about differences once all is compared
   */
  piece(): { isLeft: boolean; found: string[] | null } {
    const { live } = this
    if (live === null || (this.compared === live && this.pending.size === 0))
      return { isLeft: false, found: null }
    this.pass ??= new InPieces(this.whole(live))
    if (this.pass.step()) return { isLeft: true, found: null }
    const found = this.pass.finish()
    this.pass = null
    this.pending.clear()
    this.compared = live
    return { isLeft: false, found }
  }

  private *whole(parts: string): Generator<void, string[]> {
    const claims: Claims = new Map([...this.pending, [KEPT, claimsOf(this.statistics)]])
    yield
    const counted = this.sums.markFaults(parts, new Map([[KEPT, claims.get(KEPT) ?? []]]))
    yield
    return [...counted, ...(yield* this.sums.timeFaults(parts, claims))]
  }
}

/** Every figure that is kept, as a page would claim it. */
function claimsOf(statistics: Statistics): FigureClaim[] {
  return METRICS.flatMap((metric) =>
    SCOPES.flatMap((scope) => {
      const parts = metric.dimensions.flatMap((dimension) =>
        statistics.keysOf(scope, dimension).map((key): Part => `${dimension}:${key}`),
      )
      return (['all', ...parts] as Part[]).flatMap((part): FigureClaim[] => {
        const { value, slowest, numerator, denominator } = statistics.figure(metric, scope, part)
        const claim = { metric: metric.id, scope, part, numerator: null, denominator: null }
        if (metric.shape === 'count') return [{ ...claim, stat: 'count', value }]
        if (metric.shape === 'share') return [{ ...claim, stat: 'share', value, numerator, denominator }]
        return [
          { ...claim, stat: 'median', value },
          { ...claim, stat: 'p90', value: slowest },
        ]
      })
    }),
  )
}
