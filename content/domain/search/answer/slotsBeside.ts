import { normalise } from '../../normalise.ts'
import type { Head } from '../index/head.ts'
import { isToken, keyOfTerm } from '../index/termKey.ts'
import type { Expansion } from '../words/synonymGroups.ts'
import type { Slot } from './plan.ts'

/** How much a pair of a word counts that stands for one that was written, and how many such words are taken. */
const MEANT = 0.5
const MOST_EXPANDED = 4
const MOST_MEANS = 2
/** How much a pair counts that holds something of a stop word: what was cut may be part of what is meant. */
const LEFT_OUT = 0.7

/** The pairs of a question that hold something of its stop words, except those that very many records hold. */
export function leftOutSlots(
  whole: readonly string[],
  asked: ReadonlyMap<string, Slot>,
  head: Pick<Head, 'everywhere'>,
): Slot[] {
  const terms = new Set(whole.flatMap(pairsOf))
  return [...terms]
    .filter((term) => !asked.has(term) && !head.everywhere.has(term))
    .map((term) => ({ key: keyOfTerm(term), term, factor: LEFT_OUT }))
}

/** The pairs of words that stand for those of the question. */
export function meantSlots(expansions: readonly Expansion[]): Slot[] {
  const words = expansions.slice(0, MOST_EXPANDED).flatMap(({ means }) =>
    means
      .map(normalise)
      .filter((word) => !isToken(word))
      .slice(0, MOST_MEANS),
  )
  const terms = new Set(words.flatMap(pairsOf))
  return [...terms].map((term) => ({ key: keyOfTerm(term), term, factor: MEANT }))
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
}
