import { createIndex } from 'pagefind'
import { SEARCHED_TABLES, searchRecordOf } from '#domain/searchRecords'
import type { AnyRow } from '#domain/snapshot'
import type { World } from '#domain/world'

/** Pieces of text a Pagefind fragment file holds at most: fewer, larger files. */
const MAX_FRAGMENTS = 100
/** Records handed over at once: the indexer works on them while more are made. */
const AT_ONCE = 200
/** Every record carries the language of the pages, so that there is one index. */
const LANGUAGE = 'zh-cn'

/** Writes the search index of a world into a folder. Throws the indexer's own words when it fails. */
export async function writeIndex(world: World, outputPath: string): Promise<void> {
  const { index, errors } = await createIndex({ maxFragments: MAX_FRAGMENTS } as Parameters<
    typeof createIndex
  >[0])
  if (!index) throw new Error(errors.join('；'))
  for (const table of SEARCHED_TABLES) {
    const keys = world.keys(table)
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const added = await Promise.all(
        keys.slice(from, from + AT_ONCE).map((key) => {
          const row = world.need(table, key) as AnyRow
          const record = { ...searchRecordOf(table, row as never, world), language: LANGUAGE }
          return index.addCustomRecord(record as Parameters<typeof index.addCustomRecord>[0])
        }),
      )
      const wrong = added.flatMap((a) => a.errors)
      if (wrong.length > 0) throw new Error(wrong.join('；'))
    }
  }
  const written = await index.writeFiles({ outputPath })
  if (written.errors.length > 0) throw new Error(written.errors.join('；'))
  await index.deleteIndex()
}
