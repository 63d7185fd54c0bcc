// The follower: search index and whole tables of one snapshot, as finished files that the publisher takes over.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join, relative } from 'node:path'
import { DATASETS } from '#domain/datasets'
import { BlobStore } from './blobStore.ts'
import { writeIndex } from './indexer.ts'
import { openStore } from './store.ts'
import { KINDS, WholeTables } from './wholeTables.ts'

process.on('disconnect', () => process.exit(0))
// Whoever waits for a page comes first: search follows with a third of a core's weight where both want it.
setPriority(5)
const [dataDir, snapshot, parts, out] = process.argv.slice(2) as [string, string, string, string]
const store = openStore(dataDir)
/** What is made here, laid out as in the store that will take it over. */
const made = new BlobStore(join(out, 'blobs'))

const tables: Record<string, string> = {}
const whole = new WholeTables({ blobs: made, trees: store.trees }, store.blobs)
for (const dataset of DATASETS)
  if (whole.isLong(parts, dataset))
    for (const kind of KINDS) tables[`data/${dataset.id}.${kind}`] = whole.put(parts, dataset, kind)

const files = mkdtempSync(join(out, 'index-'))
await writeIndex(store, snapshot, files)
const index: Record<string, string> = {}
const names = readdirSync(files, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(files, join(entry.parentPath, entry.name)))
for (const name of names.sort()) {
  const blob = made.put(readFileSync(join(files, name)))
  made.makeTwins(blob, name, true)
  index[name] = blob
}
made.flush()
writeFileSync(join(out, 'made.json'), JSON.stringify({ index, tables }))
process.exit(0)
