import { createIndex } from 'pagefind'
import type { SearchDocument } from '#domain/search/document'
import { headOf } from '../store/snapshotStore.ts'
import type { Store } from '../store/store.ts'
import { searchedRecords } from './searchedRecords.ts'

/** Pieces of text a Pagefind fragment file holds at most: fewer, larger files. */
const MAX_FRAGMENTS = 100
/** Records handed over at once: the indexer works on them while more are made. */
const AT_ONCE = 200
/** Every record carries the language of the pages, so that there is one index. */
const LANGUAGE = 'zh-cn'
/** Above so many cases it holds their titles and numbers, and not their texts (4 GB of memory). */
const DESCRIBED_UP_TO = 12_000

/** Writes Pagefind's index of a snapshot into a folder. Throws the indexer's own words when it fails. */
export async function writePagefind(store: Store, snapshot: string, outputPath: string): Promise<void> {
  const { index, errors } = await createIndex({ maxFragments: MAX_FRAGMENTS } as Parameters<
    typeof createIndex
  >[0])
  if (!index) throw new Error(errors.join('；'))
  const described = headOf(store, snapshot).rows.cases <= DESCRIBED_UP_TO
  for (const documents of batches(searchedRecords(store, snapshot).records)) {
    const added = await Promise.all(documents.map((d) => index.addCustomRecord(pagefindRecord(d, described))))
    const wrong = added.flatMap((a) => a.errors)
    if (wrong.length > 0) throw new Error(wrong.join('；'))
  }
  const written = await index.writeFiles({ outputPath })
  if (written.errors.length > 0) throw new Error(written.errors.join('；'))
  await index.deleteIndex()
}

/** What Pagefind is given of a record; `sample` marks invented ones. */
function pagefindRecord(d: SearchDocument, described: boolean) {
  const texts = d.table === 'cases' && !described ? [] : d.texts
  return {
    url: d.path,
    content: [d.title, ...d.names, ...texts].join('。'),
    language: LANGUAGE,
    meta: { title: d.title, sample: d.scope === 'sample' ? '演示' : '' },
  }
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
