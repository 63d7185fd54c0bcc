import { METRICS } from '#domain/figures/metrics'
import { SCOPE_LABELS, type Scope } from '#domain/scope'
import type { BlobStore } from '../store/blobStore.ts'
import type { FigureClaim } from '../workers/figureClaims.ts'
import type { Lot } from '../workers/releaseThreads.ts'
import { valuesOfLot } from './countLot.ts'

/** Share of all values that are at most the claimed one: the definition of a median and of the slowest tenth. */
const RANKS: Record<string, number> = { median: 0.5, p90: 0.9 }
const STAT_WORDS: Record<string, string> = { median: '中位', p90: '最慢的十分之一' }

/** One time that pages claim, and how many values of the written tables are below it and up to it. */
type Counting = { claim: FigureClaim; path: string; all: number; below: number; upTo: number }

/**
 * Compares medians and slowest tenths with the written values, lot by lot. A value is the one of its rank when fewer
 * values are below it than the rank says, and as many as it says are up to it: nothing needs to be sorted or kept.
 * @param namesOf the names under which the rows of a part were counted
 */
export function* timeFaults(
  blobs: BlobStore,
  lots: ReadonlyMap<string, Lot>,
  claims: ReadonlyMap<string, readonly FigureClaim[]>,
  namesOf: (scope: Scope, part: string) => string[],
): Generator<void, string[]> {
  const countings = new Map<string, Counting>()
  const byName = new Map<string, Counting[]>()
  for (const [path, own] of claims)
    for (const claim of own) {
      const id = JSON.stringify(claim)
      if (!(claim.stat in RANKS) || claim.value === null || countings.has(id)) continue
      const counting = { claim, path, all: 0, below: 0, upTo: 0 }
      countings.set(id, counting)
      for (const name of namesOf(claim.scope, claim.part))
        byName.set(name, [...(byName.get(name) ?? []), counting])
    }
  if (countings.size === 0) return []
  for (const lot of lots.values()) {
    for (const [name, values] of Object.entries(valuesOfLot(blobs, lot)))
      for (const counting of byName.get(name) ?? []) take(counting, values)
    yield
  }
  return [...countings.values()].filter((c) => !isOfRank(c)).map(sentence)
}

function take(counting: Counting, values: Record<string, number[]>): void {
  const place = METRICS.findIndex((m) => m.id === counting.claim.metric)
  for (const value of values[place] ?? []) {
    counting.all++
    if (value < (counting.claim.value as number)) counting.below++
    if (value <= (counting.claim.value as number)) counting.upTo++
  }
}

function isOfRank({ claim, all, below, upTo }: Counting): boolean {
  const rank = Math.ceil((RANKS[claim.stat] as number) * all)
  return below < rank && rank <= upTo
}

function sentence({ claim, path, all, below, upTo }: Counting): string {
  const metric = METRICS.find((m) => m.id === claim.metric)
  const where =
    claim.part === 'all' ? SCOPE_LABELS[claim.scope] : `${SCOPE_LABELS[claim.scope]}，${claim.part}`
  return (
    `${path} 的数字对不上：“${metric?.label}”（${where}）${STAT_WORDS[claim.stat]}写的是 ${claim.value}，` +
    `data/${metric?.table}.csv 的 ${all} 个量值里有 ${below} 个比它小、${upTo} 个不大于它`
  )
}
