import { z } from 'zod'
import type { Store } from './store.ts'

/** `search/current.json`: which index a reader's browser loads, and what it must no longer show. */
export const SEARCH_CURRENT = 'search/current.json'

const pointer = z.object({
  /** Folder of the index below `search/`, named by the hash of its files; null until there is one. */
  folder: z.string().nullable(),
  /** Snapshot that the index was made from. */
  snapshot: z.string().nullable(),
  /** Addresses withdrawn since then. */
  gone: z.array(z.string()),
})
export type SearchPointer = z.infer<typeof pointer>

/** The pointer of a release's tree, or null where it has none. */
export function searchPointer(store: Store, tree: string): SearchPointer | null {
  const blob = store.trees.find(tree, SEARCH_CURRENT)
  return blob ? pointer.parse(JSON.parse(store.blobs.read(blob).toString('utf8'))) : null
}
