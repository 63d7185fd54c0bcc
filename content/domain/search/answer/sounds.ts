import { fuzzyOf, keyOfSyllables, pinyinOf } from '../words/pinyin.ts'
import type { Slot } from './plan.ts'

/** What a term counts that only sounds like the one that was written, where that one is kept and where it is not. */
const OTHER = 0.25
const INSTEAD = 0.75
const BOTH_DIFFER = 0.6
const ONLY_FUZZY = 0.8

/** The pairs of syllables of typed pinyin. */
export function soundPairs(syllables: readonly string[]): Slot[] {
  return syllables.slice(1).map((second, i) => ({
    key: keyOfSyllables([syllables[i] as string, second]),
    factor: 1,
  }))
}

/**
 * How much a term under the same key counts for what was written.
 * @param isKept whether some record holds what was written
 */
export function likeness(written: string, term: string, isKept: boolean): number {
  if (written === term) return 1
  if (term.length !== written.length) return 0
  let factor = isKept ? OTHER : INSTEAD
  let differ = 0
  for (let i = 0; i < term.length; i++) {
    const [a, b] = [written.charAt(i), term.charAt(i)]
    if (a === b) continue
    differ++
    // Without a reading a character sounds like nothing else.
    if (pinyinOf(a) === undefined || pinyinOf(b) === undefined) return 0
    if (pinyinOf(a) !== pinyinOf(b)) factor *= fuzzyOf(a) === fuzzyOf(b) ? ONLY_FUZZY : 0
  }
  return differ > 1 ? factor * BOTH_DIFFER : factor
}
