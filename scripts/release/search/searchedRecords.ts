import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { searchDocumentOf } from '#domain/search/documentOf'
import { World } from '#domain/world/world'
import { readSnapshot, readTable } from '../store/snapshotStore.ts'
import type { Store } from '../store/store.ts'

/** The tables that searched records name. */
const NAMED_TABLES = ['areas', 'departments', 'duties'] as const

/**
 * The searched records of a snapshot, by table and key, and the world of what they name. Rows are read as they are asked
 * for, so that a hundred thousand cases are never in memory at once. Throws in words when the store was damaged.
 */
export function searchedRecords(
  store: Store,
  snapshot: string,
): { world: World; records: Iterable<SearchDocument> } {
  const world = new World(readSnapshot(store, snapshot, NAMED_TABLES))
  function* records(): Generator<SearchDocument> {
    for (const table of SEARCHED_TABLES)
      for (const row of readTable(store, snapshot, table)) yield searchDocumentOf(table, row as never, world)
  }
  return { world, records: records() }
}
