import { DATASETS } from '#domain/datasets'
import type { Store } from './store.ts'
import { csvHead, dictionary, partsOf, WHOLE_TABLE_LIMIT, wholeTable } from './tableFiles.ts'

/** Files and folders of `data/` to put or take away. */
export type OpenDataFiles = { files: Map<string, string | null>; folders: Map<string, string | null> }

/**
 * The public table files of a release. A table above 20 MB has, beside the whole, its folder of parts with
 * `index.json` that lists them in order and gives the head that joins them to the whole.
 * @param changed datasets whose parts changed; null for all
 */
export function openData(store: Store, parts: string, changed: ReadonlySet<string> | null): OpenDataFiles {
  const out: OpenDataFiles = { files: new Map(), folders: new Map() }
  for (const dataset of DATASETS) {
    if (changed && !changed.has(dataset.id)) continue
    for (const kind of ['csv', 'json'] as const) {
      const list = partsOf(store, parts, dataset, kind)
      const bytes = list.reduce((n, p) => n + store.blobs.size(p.blob), 0)
      const whole = `data/${dataset.id}.${kind}`
      const blob = store.blobs.put(wholeTable(store, parts, dataset, kind))
      store.blobs.makeTwins(blob, whole, false)
      out.files.set(whole, blob)
      if (bytes <= WHOLE_TABLE_LIMIT) continue
      out.folders.set(`data/${dataset.id}/parts`, store.trees.folderAt(parts, dataset.id))
      const index = {
        dataset: dataset.id,
        csvHead: csvHead(dataset),
        parts: list.map((p) => `parts/${p.path.replace(/\.csv$|\.json$/, '')}`),
      }
      out.files.set(`data/${dataset.id}/index.json`, store.blobs.put(`${JSON.stringify(index, null, 1)}\n`))
    }
  }
  if (!changed) {
    const blob = store.blobs.put(dictionary())
    store.blobs.makeTwins(blob, 'data/dictionary.json', false)
    out.files.set('data/dictionary.json', blob)
    out.files.set('robots.txt', store.blobs.put('User-agent: *\nAllow: /\n'))
  }
  return out
}
