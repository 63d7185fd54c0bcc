import { SCOPES, type Scope } from '#domain/scope'
import { fitsOnFirstPage, type LongList, MOST_SHOWN, pathsBelow, pathsTouchedBelow } from './longList.ts'
import { spansOfAll, wasOtherwise } from './timeTouched.ts'

/** A list of all its rows and the list of the open ones among them. */
export type ListWithOpen = { all: LongList; open: LongList }

/** Whether the open rows have pages of their own: the first page has more of them than it shows, and other rows too. */
export function hasOpenPages({ all, open }: ListWithOpen): boolean {
  const areMany = SCOPES.some((scope) => open.rows.sizeOf(scope) > MOST_SHOWN)
  return areMany && !fitsOnFirstPage(all.rows) && open.rows.size < all.rows.size
}

/** Addresses of all pages of a list. */
export function pathsOfList(list: ListWithOpen): string[] {
  const open = hasOpenPages(list) ? [list.open.pathOf(), ...pathsBelow(list.open)] : []
  return [list.all.pathOf(), ...pathsBelow(list.all), ...open]
}

/**
 * Addresses of pages of a list that may print something else, open or close after some rows came, went or changed.
 * @param keys the rows as they were and as they are
 * @param someSettled whether one of them was or is not open
 * @param moved most rows of the list that came or went at once
 */
export function pathsTouchedIn(
  list: ListWithOpen,
  keys: readonly string[],
  someSettled: boolean,
  moved: number,
): string[] {
  const { all, open } = list
  const below = [all.pathOf(), ...pathsTouchedBelow(all, keys, moved)]
  if (mayHaveOpened(list, someSettled, moved))
    return [...below, open.pathOf(), ...spansOfAll(open.rows, keys).map(open.pathOf)]
  return hasOpenPages(list) ? [...below, open.pathOf(), ...pathsTouchedBelow(open, keys, moved)] : below
}

/** Whether the pages of the open rows may have come or gone as a whole. */
function mayHaveOpened({ all, open }: ListWithOpen, someSettled: boolean, moved: number): boolean {
  return (
    wasOtherwise(all.rows.size, moved) ||
    SCOPES.some((scope) => Math.abs(open.rows.sizeOf(scope) - MOST_SHOWN) <= moved) ||
    (someSettled && all.rows.size - open.rows.size <= moved)
  )
}

/**
 * First pages that print how long an open row has waited.
 * @param moved scopes whose as-of day has moved
 */
export function pathsCountedToAsOf(list: ListWithOpen, moved: readonly Scope[]): string[] {
  if (moved.every((scope) => list.open.rows.sizeOf(scope) === 0)) return []
  return hasOpenPages(list) ? [list.all.pathOf(), list.open.pathOf()] : [list.all.pathOf()]
}
