import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { searchDocumentOf } from '#domain/search/documentOf'
import type { World } from '#domain/world/world'
import type { RowChange } from './snapshotChanges.ts'

/** `search/recent.json`: what has changed since the settled index was made. */
export const SEARCH_RECENT = 'search/recent.json'

/** Records that the recent part holds at most; more wait for the next settled index. */
export const MOST_RECENT = 64

export type RecentSearch = {
  /** Folder of the settled index that it belongs to. */
  folder: string | null
  /** Ordinals of the settled index that must not be shown: withdrawn, or replaced by a record below. */
  dead: number[]
  documents: SearchDocument[]
  /** Changed records that are not among the documents: the settled index shows them as they were. */
  left: number
}

export const NOTHING_RECENT: RecentSearch = { folder: null, dead: [], documents: [], left: 0 }

/** Whether the settled index shows everything as it is. */
export function isNothingRecent({ dead, documents, left }: RecentSearch): boolean {
  return dead.length + documents.length + left === 0
}

/**
 * The recent part of search. What was withdrawn is always dead; of more changes than it can hold, the newest stand.
 * @param changes between the settled index's snapshot and the world's
 * @param ordinalOf where the settled index holds a record
 */
export function recentSearch(
  folder: string,
  changes: readonly RowChange[],
  ordinalOf: (table: string, key: string) => number | undefined,
  world: World,
): RecentSearch {
  const searched = changes.filter((c) => SEARCHED_TABLES.some((table) => table === c.table))
  const changed = searched
    .filter((c) => c.is)
    .map((c) => ({ ...c, row: world.need(c.table, c.key) }))
    .sort((a, b) => descending(a.row.changedOn, b.row.changedOn) || descending(a.key, b.key))
  const shown = changed.slice(0, MOST_RECENT)
  const replaced = [...searched.filter((c) => !c.is), ...shown].filter((c) => c.was)
  return {
    folder,
    dead: replaced.flatMap((c) => ordinalOf(c.table, c.key) ?? []).sort((a, b) => a - b),
    documents: shown.map(({ table, row }) => searchDocumentOf(table as never, row as never, world)),
    left: changed.length - shown.length,
  }
}

const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
