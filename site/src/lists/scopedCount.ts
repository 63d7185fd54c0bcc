import { isMarkedSample } from '#domain/keys'
import { SCOPES, type Scope } from '#domain/scope'
import { idOfKey } from '#domain/world/timedKeys'

/** How many rows there are of each scope. There is no sum of the two: a number on a page is of one scope. */
export type ScopedCount = Record<Scope, number>

/** Counts of something that knows them by scope. */
export function countBy(of: (scope: Scope) => number): ScopedCount {
  return { real: of('real'), sample: of('sample') }
}

/** Counts of rows that say whether they are invented. */
export function countOfRows(rows: readonly { sample: boolean }[]): ScopedCount {
  const sample = rows.filter((row) => row.sample).length
  return { real: rows.length - sample, sample }
}

/** Counts of the timed keys of a list. */
export function countOfKeys(keys: readonly string[]): ScopedCount {
  return countOfRows(keys.map((key) => ({ sample: isMarkedSample(idOfKey(key)) })))
}

/** Counts of several lists together, each scope for itself. */
export function countOfAll(counts: readonly ScopedCount[]): ScopedCount {
  return countBy((scope) => counts.reduce((sum, count) => sum + count[scope], 0))
}

export function isNone({ real, sample }: ScopedCount): boolean {
  return real === 0 && sample === 0
}

export function isOfBoth(count: ScopedCount): boolean {
  return SCOPES.every((scope) => count[scope] > 0)
}

/**
 * `3件`, `演示1031件`, or both with a comma between.
 * @param isMarked whether the place where it stands says already that what is counted there is invented
 */
export function scopedWords(count: ScopedCount, unit: string, isMarked = false): string {
  const { real, sample } = count
  if (sample === 0) return `${real}${unit}`
  if (real === 0) return `${isMarked ? '' : '演示'}${sample}${unit}`
  return `${real}${unit}，演示${sample}${unit}`
}
