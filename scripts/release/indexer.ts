import { createIndex } from 'pagefind'
import { isDescribed, SEARCHED_TABLES, searchRecordOf } from '#domain/searchRecords'
import { World } from '#domain/world'
import { headOf, readSnapshot, readTable } from './snapshotStore.ts'
import type { Store } from './store.ts'

/** Pieces of text a Pagefind fragment file holds at most: fewer, larger files. */
const MAX_FRAGMENTS = 100
/** Records handed over at once: the indexer works on them while more are made. */
const AT_ONCE = 200
/** Every record carries the language of the pages, so that there is one index. */
const LANGUAGE = 'zh-cn'

/** The tables that searched records name. */
const NAMED_TABLES = ['areas', 'departments', 'duties'] as const

/**
 * Writes the search index of a snapshot into a folder. Rows are read as they are handed over, so that a hundred
 * thousand cases are never in memory beside their index. Throws the indexer's own words when it fails.
 */
export async function writeIndex(store: Store, snapshot: string, outputPath: string): Promise<void> {
  const { index, errors } = await createIndex({ maxFragments: MAX_FRAGMENTS } as Parameters<
    typeof createIndex
  >[0])
  if (!index) throw new Error(errors.join('；'))
  const world = new World(readSnapshot(store, snapshot, NAMED_TABLES))
  const described = isDescribed(headOf(store, snapshot).rows.cases)
  for (const table of SEARCHED_TABLES)
    for (const rows of batches(readTable(store, snapshot, table))) {
      const added = await Promise.all(
        rows.map((row) => {
          const record = { ...searchRecordOf(table, row as never, world, described), language: LANGUAGE }
          return index.addCustomRecord(record as Parameters<typeof index.addCustomRecord>[0])
        }),
      )
      const wrong = added.flatMap((a) => a.errors)
      if (wrong.length > 0) throw new Error(wrong.join('；'))
    }
  const written = await index.writeFiles({ outputPath })
  if (written.errors.length > 0) throw new Error(written.errors.join('；'))
  await index.deleteIndex()
}

function* batches<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
