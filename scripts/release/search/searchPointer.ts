import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { isNothingRecent, type RecentSearch } from './recentSearch.ts'

/** `search/current.json`: which index a reader's browser loads. */
export const SEARCH_CURRENT = 'search/current.json'

/** Form of the pointer and of the index it names; raised when code could not read what an older one wrote. */
const FORMAT = 2

const pointer = z.object({
  format: z.literal(FORMAT),
  /** Folder of the settled index below `search/`, named by the hash of its files; null until there is one. */
  folder: z.string().nullable(),
  /** Snapshot that the settled index was made from. */
  snapshot: z.string().nullable(),
  /** Folder of Pagefind's index below `search/`; null until there is one. */
  pagefind: z.string().nullable(),
  /** Snapshot that Pagefind's index was made from. */
  pagefindOf: z.string().nullable(),
  /** Whether `recent.json` says anything; readers ask for that file unless it is false. */
  recent: z.boolean().optional(),
  /** Changed records that neither the settled index nor `recent.json` shows as they are. */
  unfound: z.number().int().nonnegative(),
})
export type SearchPointer = z.infer<typeof pointer>

/** The indexes that a release shows. */
export type SearchIndexes = Pick<SearchPointer, 'pagefind' | 'pagefindOf'> & {
  folder: string
  snapshot: string
}

/** The pointer as it is written beside a recent part. */
export function pointerTo(indexes: SearchIndexes | null, recent: RecentSearch): SearchPointer {
  const none = { folder: null, snapshot: null, pagefind: null, pagefindOf: null }
  return { format: FORMAT, ...(indexes ?? none), recent: !isNothingRecent(recent), unfound: recent.left }
}

/** The indexes of a release's tree; null where it has none, or one in a form that this code does not read. */
export function indexesIn(store: Store, tree: string): SearchIndexes | null {
  const blob = store.trees.find(tree, SEARCH_CURRENT)
  if (!blob) return null
  const read = pointer.safeParse(JSON.parse(store.blobs.read(blob).toString('utf8')))
  if (!read.success) return null
  const { folder, snapshot, pagefind, pagefindOf } = read.data
  return folder === null || snapshot === null ? null : { folder, snapshot, pagefind, pagefindOf }
}
