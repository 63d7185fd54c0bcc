import { z } from 'zod'
import { canonicalJson } from '#domain/snapshot'
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

/**
 * Stores the pointer of a release and returns its hash.
 * @param live root of the tree that was live before, or null
 */
export function putPointer(
  store: Store,
  live: string | null,
  gone: readonly string[],
  snapshot: string,
  stands: (path: string) => boolean,
): string {
  const now = live === null ? null : searchPointer(store, live)
  return store.blobs.put(canonicalJson(pointerAfter(now, gone, snapshot, stands)))
}

/**
 * The pointer after a release: the index stays, and the addresses that have gone since it was made are added.
 * @param stands whether an address exists now: what came back is shown again
 */
function pointerAfter(
  now: SearchPointer | null,
  gone: readonly string[],
  snapshot: string,
  stands: (path: string) => boolean,
): SearchPointer {
  if (!now?.folder) return { folder: null, snapshot: null, gone: [] }
  if (now.snapshot === snapshot) return { ...now, gone: [] }
  return { ...now, gone: [...new Set([...now.gone, ...gone])].filter((path) => !stands(path)).sort() }
}
