import { createIndex } from 'pagefind'
import { SEARCHED_TABLES, searchRecordOf } from '#domain/searchRecords'
import type { AnyRow } from '#domain/snapshot'
import { World } from '#domain/world'
import { readSnapshot } from './snapshotStore.ts'
import { openStore } from './store.ts'

process.on('disconnect', () => process.exit(0))
const [dataDir, root, out] = process.argv.slice(2) as [string, string, string]
/** Pieces of text a Pagefind fragment file holds at most: fewer, larger files. */
const MAX_FRAGMENTS = 100
/** Records handed over at once: the indexer works on them while more are made. */
const AT_ONCE = 200
/** Every record carries the language of the pages, so that there is one index. */
const LANGUAGE = 'zh-cn'

const world = new World(readSnapshot(openStore(dataDir), root))
const { index, errors } = await createIndex({ maxFragments: MAX_FRAGMENTS } as Parameters<
  typeof createIndex
>[0])
if (!index) throw new Error(errors.join('；'))

let count = 0
for (const table of SEARCHED_TABLES) {
  const rows = world.all(table) as AnyRow[]
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const added = await Promise.all(
      rows.slice(from, from + AT_ONCE).map((row) => {
        const record = { ...searchRecordOf(table, row as never, world), language: LANGUAGE }
        return index.addCustomRecord(record as Parameters<typeof index.addCustomRecord>[0])
      }),
    )
    const wrong = added.flatMap((a) => a.errors)
    if (wrong.length > 0) throw new Error(wrong.join('；'))
    count += added.length
  }
}
const written = await index.writeFiles({ outputPath: out })
if (written.errors.length > 0) throw new Error(written.errors.join('；'))
await index.deleteIndex()
process.stderr.write(`${count}\n`)
process.exit(0)
