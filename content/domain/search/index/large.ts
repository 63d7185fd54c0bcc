/**
 * What an index of very many records leaves out, so that a reader loads no more for a question than of a small one.
 * Up to `ALL_KEPT` records nothing is left out: every number is exact, and every weight is kept.
 */

/** Up to so many records an index keeps everything. */
const ALL_KEPT = 20_000
/** A pair that more records of a large index hold keeps no places: they weigh more than all else of a question. */
const MOST_PLACED = 2000

/** Whether an index of so many records leaves anything out. */
export function isLarge(size: number): boolean {
  return size > ALL_KEPT
}

/** Whether an index of `size` records keeps the places of a pair that `holding` of them hold. */
export function keepsPlaces(holding: number, size: number): boolean {
  return !isLarge(size) || holding <= MOST_PLACED
}
