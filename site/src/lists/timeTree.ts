import type { TimedRows } from '#domain/world/timedKeys'
import { areTogether, parentOfHundred, type SpanName, spanOfKey } from './timeSpans.ts'

/** Rows that a list shows on one page before the next level of its tree opens. */
export const ROWS_ON_A_PAGE = 100

/** A page of rows of a list: a month, or a part of one that holds more than a page of them. */
export type Leaf = { name: SpanName; keys: readonly string[] }

/**
 * Splits a month of a list into its leaves, in order of their names: ten days, a day, a hundred numbers. The spans are
 * fixed and one opens only above a hundred rows, so a row that comes or goes never moves others to other pages.
 */
export function leavesOf(month: readonly string[]): readonly Leaf[] {
  const known = leaves.get(month)
  if (known) return known
  const found =
    month.length === 0 ? [] : open({ name: spanOfKey(month[0] as string, 0) as SpanName, keys: month }, 0)
  leaves.set(month, found)
  return found
}

/** Leaves of months that have not changed: each page of a month asks for them. */
const leaves = new WeakMap<readonly string[], readonly Leaf[]>()

function open(span: Leaf, depth: number): Leaf[] {
  const deeper = span.keys.length > ROWS_ON_A_PAGE ? groupsOf(span.keys, depth + 1) : new Map()
  if (deeper.size === 0) return [span]
  return [...deeper]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, keys]) => open({ name, keys }, depth + 1))
}

/** Keys by their spans of one depth; none below the last. */
export function groupsOf(keys: readonly string[], depth: number): Map<SpanName, string[]> {
  const groups = new Map<SpanName, string[]>()
  let last: string[] | undefined
  for (const key of keys) {
    if (last && areTogether(last.at(-1) as string, key, depth)) {
      last.push(key)
      continue
    }
    const name = spanOfKey(key, depth)
    if (name === undefined) continue
    last = groups.get(name) ?? []
    last.push(key)
    groups.set(name, last)
  }
  return groups
}

/** The page before and the page after a span among pages in order of their names. */
export function beside<T>(
  pages: readonly T[],
  span: SpanName,
  nameOf: (page: T) => SpanName,
): (T | undefined)[] {
  return [pages.findLast((p) => nameOf(p) < span), pages.find((p) => nameOf(p) > span)]
}

/** Every page of a list below its first one. */
export function spansOf(rows: TimedRows): SpanName[] {
  return rows.months().flatMap((month) => {
    const own = leavesOf(rows.inMonth(month)).map((leaf) => leaf.name)
    return own[0] === month ? own : [month, ...own]
  })
}

/** Which one a hundred is among the hundreds of its day, from 1; 0 for other leaves. */
export function placeAmongHundreds(all: readonly Leaf[], { name }: Leaf): number {
  const parent = parentOfHundred(name)
  if (parent === null) return 0
  return all.filter((leaf) => leaf.name <= name && parentOfHundred(leaf.name) === parent).length
}
