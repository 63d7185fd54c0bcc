import type { Release } from '#domain/published/release'
import { sha256 } from '#domain/records/snapshot'
import { KEYS_FILE } from '#domain/search/index/head'
import type { LiveSearch, SearchState } from '../search/liveSearch.ts'
import { indexesIn } from '../search/searchPointer.ts'
import type { Store } from '../store/store.ts'
import type { ReleaseRoots } from '../store/switchRelease.ts'
import { wholeTablesFollow } from '../tables/openData.ts'
import { rowsFollow } from '../tables/waitingRows.ts'
import type { Followed, FollowerKind } from '../workers/followers.ts'
import type { LiveContent } from './goLive.ts'

/** The release that was live when something was begun that follows it. */
export type MadeOf = Pick<Release, 'id' | 'snapshot'>

/** What a later switch puts into the live tree and takes out of it. */
type Following = Pick<LiveContent, 'search'> & {
  files: Map<string, string>
  folders: Map<string, null>
}

/** Folder of an index, named by what is in it. */
function folderOf(kind: FollowerKind, { files }: Followed): string {
  const hash = sha256([...files].map(([name, blob]) => `${name} ${blob}\n`).join('')).slice(0, 16)
  return kind === 'pagefind' ? `pagefind-${hash}` : hash
}

/**
 * What a later switch changes when something has followed: an index in its folder with the pointer to it, while older
 * ones go, or the whole files of long tables and the files of long lists of rows.
 * @param madeOf release that it was made of; nothing that it holds was withdrawn since
 * @param snapshot the live one
 * @returns null when what was made has no place any more
 */
export function filesThatFollow(
  o: { store: Store; search: LiveSearch; live: ReleaseRoots; snapshot: string },
  kind: FollowerKind,
  followed: Followed,
  madeOf: MadeOf,
): Following | null {
  const { store, search, live, snapshot } = o
  if (kind === 'tables') {
    const files = new Map([
      ...wholeTablesFollow(store, live, followed.files, madeOf.snapshot),
      ...rowsFollow(store, live.tree, followed.files, madeOf.snapshot),
    ])
    return { ...search.stays(live.tree, snapshot, false), files }
  }
  const folder = folderOf(kind, followed)
  const now = indexesIn(store, live.tree)
  const files = [...followed.files].map(([path, blob]): [string, string] => [
    `search/${folder}/${path}`,
    blob,
  ])
  const with_ = (state: SearchState): Following => ({ ...state, files: new Map([...files, ...state.files]) })
  if (kind === 'index') {
    const { pagefind, pagefindOf } = now ?? { pagefind: null, pagefindOf: null }
    const indexes = { folder, snapshot: madeOf.snapshot, pagefind, pagefindOf }
    const keys = followed.files.get(KEYS_FILE)
    if (!keys) throw new Error(`搜索索引里没有 ${KEYS_FILE}`)
    const state = with_(search.with(live.tree, indexes, keys, snapshot))
    return { ...state, search: state.search && { ...state.search, madeOf: madeOf.id } }
  }
  if (!now) return null
  const keys = store.trees.find(live.tree, `search/${now.folder}/${KEYS_FILE}`)
  return with_(
    search.with(live.tree, { ...now, pagefind: folder, pagefindOf: madeOf.snapshot }, keys, snapshot),
  )
}
