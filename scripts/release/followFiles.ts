import { canonicalJson } from '#domain/snapshot'
import type { Followed } from './followers.ts'
import { wholeTablesFollow } from './openData.ts'
import { SEARCH_CURRENT, searchPointer } from './searchPointer.ts'
import type { Store } from './store.ts'
import type { ReleaseRoots } from './switchRelease.ts'

/**
 * What the second switch puts into the live tree: the index in its folder, the pointer to it, the whole files of long
 * tables; older indexes go.
 * @param current whether it was all made from the live snapshot; otherwise what was withdrawn since stays hidden
 */
export function filesThatFollow(
  store: Store,
  live: ReleaseRoots,
  followed: Followed,
  madeFrom: string,
  current: boolean,
): { files: Map<string, string | null>; folders: Map<string, string | null> } {
  const { folder } = followed
  const gone = current ? [] : (searchPointer(store, live.tree)?.gone ?? [])
  const files = new Map<string, string | null>([
    ...[...followed.index].map(([path, blob]): [string, string] => [`search/${folder}/${path}`, blob]),
    ...wholeTablesFollow(store, live, followed.tables, madeFrom),
    [SEARCH_CURRENT, store.blobs.put(canonicalJson({ folder, snapshot: madeFrom, gone }))],
  ])
  const root = store.trees.folderAt(live.tree, 'search')
  const folders = new Map<string, string | null>()
  for (const name of root ? Object.keys(store.trees.listing(root).folders) : [])
    if (name !== folder) folders.set(`search/${name}`, null)
  return { files, folders }
}
