import { monthOfTime, type TimedRows, timeOfKey } from '#domain/world/timedKeys'
import { type SpanName, spansOfKey } from './timeSpans.ts'
import { beside, groupsOf, leavesOf, ROWS_ON_A_PAGE } from './timeTree.ts'

/**
 * Spans of a list that are or were a page of it and that changes may have altered, opened or closed, with the pages that
 * link to them. The first page of the list is not among them.
 * @param keys rows that came, went or changed, as they were and as they are
 * @param moved most rows of the list that came or went at once: a level may have opened or closed by as many
 */
export function spansTouched(rows: TimedRows, keys: readonly string[], moved: number): SpanName[] {
  const touched = new Set<SpanName>()
  for (const [month, own] of byMonth(keys)) {
    touched.add(month)
    const now = rows.inMonth(month)
    const mayHaveComeOrGone = now.length <= moved
    if (mayHaveComeOrGone)
      for (const other of beside(rows.months(), month, (m) => m)) if (other) touched.add(other)
    const leaves = leavesOf(now)
    for (const span of touchedBelow(now, own, 0, moved)) {
      touched.add(span)
      for (const leaf of beside(leaves, span, (l) => l.name)) if (leaf) touched.add(leaf.name)
    }
  }
  return [...touched]
}

/** Every span that may be or have been a page of a list: its whole tree opened or closed. */
export function spansOfAll(rows: TimedRows, keys: readonly string[]): SpanName[] {
  const all = [...keys, ...rows.months().flatMap((month) => rows.inMonth(month))]
  return [...new Set(all.flatMap(spansOfKey))]
}

/** Whether a level with so many rows now may have been open when it is closed, or closed when it is open. */
export function wasOtherwise(rows: number, moved: number): boolean {
  return rows > ROWS_ON_A_PAGE ? rows - moved <= ROWS_ON_A_PAGE : rows + moved > ROWS_ON_A_PAGE
}

/** Spans below the one of some rows at a depth, of rows now there and rows that changes touched. */
function touchedBelow(
  now: readonly string[],
  keys: readonly string[],
  depth: number,
  moved: number,
): SpanName[] {
  const spans = groupsOf(keys, depth)
  const below = groupsOf(keys, depth + 1)
  if (wasOtherwise(now.length, moved)) return [...spans.keys(), ...spansBelow([...now, ...keys], depth)]
  if (now.length <= ROWS_ON_A_PAGE || below.size === 0) return [...spans.keys()]
  const nowBelow = groupsOf(now, depth + 1)
  // Hundreds are called by their place among those of a day.
  if (isLast(depth + 1, keys) && [...below.keys()].some((name) => (nowBelow.get(name)?.length ?? 0) <= moved))
    return spansBelow([...now, ...keys], depth)
  return [...below].flatMap(([name, own]) => touchedBelow(nowBelow.get(name) ?? [], own, depth + 1, moved))
}

function spansBelow(keys: readonly string[], depth: number): SpanName[] {
  return keys.flatMap((key) => spansOfKey(key).slice(depth + 1))
}

const isLast = (depth: number, keys: readonly string[]) =>
  keys.some((key) => spansOfKey(key).length === depth + 1)

function byMonth(keys: readonly string[]): Map<string, string[]> {
  const months = new Map<string, string[]>()
  for (const key of keys) {
    const month = monthOfTime(timeOfKey(key))
    const own = months.get(month) ?? []
    own.push(key)
    months.set(month, own)
  }
  return months
}
