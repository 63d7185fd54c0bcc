import { treeKeys } from '../urls.ts'

/** Rows that a list shows on one page before the next level of its tree opens. */
export const ROWS_ON_A_PAGE = 100

/** One page of rows of a long list: all of a year, of a thousand numbers, or of a hundred. */
export type Leaf = {
  year: string
  thousand?: string
  hundred?: string
  references: string[]
}

/**
 * Splits a list of references into the leaves of a tree over the reference: year, thousand, hundred. A level opens
 * only above a hundred rows, so adding or taking away a case never moves other cases to other pages.
 */
export function leavesOf(references: readonly string[]): Leaf[] {
  return groupsOf(references, (r) => treeKeys(r).year).flatMap(([year, ofYear]) => {
    if (ofYear.length <= ROWS_ON_A_PAGE) return [{ year, references: ofYear }]
    return groupsOf(ofYear, (r) => treeKeys(r).thousand).flatMap(([thousand, ofThousand]): Leaf[] => {
      if (ofThousand.length <= ROWS_ON_A_PAGE) return [{ year, thousand, references: ofThousand }]
      return groupsOf(ofThousand, (r) => treeKeys(r).hundred).map(([hundred, ofHundred]) => ({
        year,
        hundred,
        references: ofHundred,
      }))
    })
  })
}

function groupsOf(references: readonly string[], key: (reference: string) => string): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const r of [...references].sort()) {
    const list = groups.get(key(r))
    if (list) list.push(r)
    else groups.set(key(r), [r])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Names of the levels at which a case may stand, for the pages that a change of it may touch. */
export function levelsOf(reference: string): Omit<Leaf, 'references'>[] {
  const { year, thousand, hundred } = treeKeys(reference)
  return [{ year }, { year, thousand }, { year, hundred }]
}

/** Name of a level in an address: `2022`, `2022-001`, `2022-0012`. */
export function levelName(level: Omit<Leaf, 'references'>): string {
  return [level.year, level.hundred ?? level.thousand].filter(Boolean).join('-')
}

/** The numbers that a level spans, in words: 2022年第1—99号. */
export function levelWords(level: Omit<Leaf, 'references'>): string {
  const { year, thousand, hundred } = level
  if (hundred) return `${year}年${spanWords(Number(hundred) * 100, 100)}`
  if (thousand) return `${year}年${spanWords(Number(thousand) * 1000, 1000)}`
  return `${year}年`
}

function spanWords(from: number, length: number): string {
  return `第${Math.max(1, from)}—${from + length - 1}号`
}
