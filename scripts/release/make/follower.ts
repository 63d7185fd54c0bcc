// The follower: what follows the pages of one snapshot, as finished files that the publisher takes over.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { DATASETS } from '#domain/published/datasets'
import { TABLE_FORMATS } from '#domain/published/tableFormats'
import { facetWordsOf } from '#domain/search/facetWords'
import { pieceTwin } from '../search/index/pieceTwin.ts'
import { writeSearchIndex } from '../search/index/writeSearchIndex.ts'
import { writePagefind } from '../search/pagefindIndex.ts'
import { searchedRecords } from '../search/searchedRecords.ts'
import { BlobStore } from '../store/blobStore.ts'
import { openStore } from '../store/store.ts'
import { writeOrderedRows } from '../tables/orderedRows.ts'
import { WholeTables } from '../tables/wholeTables.ts'
import { type FollowerKind, ROW_ORDERS } from '../workers/followers.ts'
import { rowOrder } from '../workers/rowOrder.ts'

process.on('disconnect', () => process.exit(0))
const [kind, dataDir, snapshot, parts, out] = process.argv.slice(2) as [FollowerKind, ...string[]] as [
  FollowerKind,
  string,
  string,
  string,
  string,
]
/** Whoever waits for a page comes first, then what search cannot do without; Pagefind takes what is left. */
setPriority(kind === 'pagefind' ? 10 : 5)
const store = openStore(dataDir)
/** What is made here, laid out as in the store that will take it over. */
const made = new BlobStore(join(out, 'blobs'))

const make: Record<FollowerKind, () => Promise<Record<string, string>>> = {
  index: () =>
    keeping((folder) => {
      const { world, records } = searchedRecords(store, snapshot)
      writeSearchIndex(records, (used) => facetWordsOf(world, used), folder)
    }),
  pagefind: () => keeping((folder) => writePagefind(store, snapshot, folder)),
  tables: async () => {
    const tables: Record<string, string> = {}
    const whole = new WholeTables({ blobs: made, trees: store.trees }, store.blobs)
    for (const dataset of DATASETS)
      if (whole.isLong(parts, dataset))
        for (const format of TABLE_FORMATS)
          tables[`data/${dataset.id}.${format}`] = whole.put(parts, dataset, format)
    const orders = z.array(rowOrder).parse(JSON.parse(readFileSync(join(out, ROW_ORDERS), 'utf8')))
    const rows = writeOrderedRows({ store, parts, made, folder: out }, orders)
    return { ...tables, ...rows }
  },
}

/** Keeps the files that are written into a folder, each with its twins. */
async function keeping(write: (folder: string) => unknown): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(out, 'index-'))
  await write(folder)
  const files: Record<string, string> = {}
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  for (const name of names.sort()) {
    const blob = made.put(readFileSync(join(folder, name)))
    made.makeTwins(blob, name, pieceTwin(name))
    files[name] = blob
  }
  return files
}

const files = await make[kind]()
made.flush()
writeFileSync(join(out, 'made.json'), JSON.stringify(files))
process.exit(0)
