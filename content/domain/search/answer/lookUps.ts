import type { Head } from '../index/head.ts'
import { isLarge } from '../index/large.ts'
import { keyOfTerm } from '../index/termKey.ts'

/** Files of terms and of places that one question may ask for, so that it stays within twelve with three hits drawn. */
export const MOST_LOOKUPS = 8
/** How many of them are kept to repair a short question. */
export const FOR_REPAIRS = 2

/** What one question has asked for so far. */
export class LookUps {
  private readonly asked = new Set<string>()

  copy(): LookUps {
    const copy = new LookUps()
    copy.add(this.asked)
    return copy
  }

  add(names: Iterable<string>): void {
    for (const name of names) this.asked.add(name)
  }

  /** How many there are with some more. */
  countWith(names: Iterable<string>): number {
    return new Set([...this.asked, ...names]).size
  }

  /** Whether there is room for a term, or its key was asked for already. */
  hasRoomFor([key, ...more]: TermNames, most: number = MOST_LOOKUPS): boolean {
    return this.asked.has(key) || this.countWith([key, ...more]) <= most
  }
}

/** What one term counts as. */
export type TermNames = readonly [key: string, ...more: string[]]

/**
 * The names under which a term is counted: its key, and two more where many records of a large index hold it or the pair
 * that it begins with, which lies under the same key: that weighs as much as three.
 */
export function termNames(term: string, head: Pick<Head, 'size' | 'common'>): TermNames {
  const key = keyOfTerm(term)
  const isHeavy = isLarge(head.size) && [term, term.slice(0, 2)].some((part) => head.common.has(part))
  return isHeavy ? [key, `more of ${key}`, `most of ${key}`] : [key]
}

/** The name under which the places of a pair are counted. */
export function placesName(pair: string): string {
  return `places ${pair}`
}
