import { z } from 'zod'
import { DATASETS, type Dataset } from '#domain/published/datasets'
import { TABLE_FORMATS } from '#domain/published/tableFormats'
import type { Store } from '../store/store.ts'
import type { ReleaseRoots } from '../store/switchRelease.ts'
import { dictionary, partsOf } from './tableFiles.ts'
import { csvHead } from './tableLines.ts'
import type { WholeTables } from './wholeTables.ts'

const listing = z.object({
  dataset: z.string(),
  /** Head that, before the parts joined in order, makes the whole CSV file. */
  csvHead: z.string(),
  /** Parts in order, each as `<path>.csv` and `<path>.json`. */
  parts: z.array(z.string()),
  /** Snapshot (as in `release.json`) to which the whole files beside this folder belong. */
  whole: z.object({ snapshot: z.string() }),
})

/** Files and folders of `data/` to put or take away. */
export type OpenDataFiles = { files: Map<string, string | null>; folders: Map<string, string | null> }

/** What the tables of a release are made from. */
export type TableState = {
  /** Root of the tree of parts. */
  parts: string
  snapshot: string
  /** Root of the live tree, whose long whole files stay until new ones follow; null where all is written. */
  live: string | null
}

/**
 * The public table files of a release. A long table is a folder of parts with `index.json`, which lists them in order
 * and says to which snapshot the whole file belongs.
 * @param base root of the parts of which the live files were made: only what came out otherwise is made again; null for all
 */
export function openData(
  store: Store,
  tables: WholeTables,
  state: TableState,
  base: string | null,
): OpenDataFiles {
  const out: OpenDataFiles = { files: new Map(), folders: new Map() }
  for (const dataset of DATASETS) {
    if (base && isSameTable(store, base, state.parts, dataset)) continue
    const long = tables.isLong(state.parts, dataset)
    const standing = long ? wholeSnapshot(store, state.live, dataset) : null
    if (standing === null)
      for (const kind of TABLE_FORMATS) {
        const blob = tables.make(state.parts, dataset, kind)
        if (blob !== null) out.files.set(`data/${dataset.id}.${kind}`, blob)
      }
    if (!long) {
      out.folders.set(`data/${dataset.id}/parts`, null)
      out.files.set(indexPath(dataset), null)
      continue
    }
    out.folders.set(`data/${dataset.id}/parts`, store.trees.folderAt(state.parts, dataset.id))
    out.files.set(indexPath(dataset), putIndex(store, state.parts, dataset, standing ?? state.snapshot))
  }
  if (!base) {
    const blob = store.blobs.put(dictionary())
    store.blobs.makeTwins(blob, 'data/dictionary.json', 'page')
    out.files.set('data/dictionary.json', blob)
    out.files.set('robots.txt', store.blobs.put('User-agent: *\nAllow: /\n'))
  }
  return out
}

function isSameTable(store: Store, base: string, parts: string, { id }: Dataset): boolean {
  return store.trees.folderAt(base, id) === store.trees.folderAt(parts, id)
}

const indexPath = (dataset: Dataset) => `data/${dataset.id}/index.json`

/** Snapshot of the whole files of a long table in a tree; null where it has none that may stay. */
function wholeSnapshot(store: Store, tree: string | null, dataset: Dataset): string | null {
  const index = store.trees.find(tree, indexPath(dataset))
  return index ? listing.parse(JSON.parse(store.blobs.read(index).toString('utf8'))).whole.snapshot : null
}

function putIndex(store: Store, parts: string, dataset: Dataset, snapshot: string): string {
  const index: z.infer<typeof listing> = {
    dataset: dataset.id,
    csvHead: csvHead(dataset),
    parts: partsOf(store, parts, dataset, 'csv').map((p) => `parts/${p.path.replace(/\.csv$/, '')}`),
    whole: { snapshot },
  }
  return store.blobs.put(`${JSON.stringify(index, null, 1)}\n`)
}

/** Whether a tree has long tables whose whole files are of another snapshot than the given one. */
export function longTablesWait(store: Store, tree: string, snapshot: string): boolean {
  return DATASETS.some((d) => (wholeSnapshot(store, tree, d) ?? snapshot) !== snapshot)
}

/**
 * Files of the long tables to put when the whole files of a snapshot have followed.
 * @param whole blobs of the whole files by their addresses
 */
export function wholeTablesFollow(
  store: Store,
  live: ReleaseRoots,
  whole: ReadonlyMap<string, string>,
  snapshot: string,
): Map<string, string> {
  const files = new Map<string, string>()
  for (const dataset of DATASETS) {
    if (!store.trees.find(live.tree, indexPath(dataset)) || !whole.has(`data/${dataset.id}.csv`)) continue
    for (const kind of TABLE_FORMATS)
      files.set(`data/${dataset.id}.${kind}`, whole.get(`data/${dataset.id}.${kind}`) as string)
    files.set(indexPath(dataset), putIndex(store, live.parts, dataset, snapshot))
  }
  return files
}
