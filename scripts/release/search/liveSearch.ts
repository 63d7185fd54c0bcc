import type { Statistics } from '#domain/figures/statistics'
import { canonicalJson } from '#domain/records/snapshot'
import { KEYS_FILE } from '#domain/search/index/head'
import type { World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import { DutyFile, SEARCH_DUTIES } from './dutyFile.ts'
import { NOTHING_RECENT, recentSearch, SEARCH_RECENT } from './recentSearch.ts'
import { indexesIn, pointerTo, SEARCH_CURRENT, type SearchIndexes } from './searchPointer.ts'
import { SettledKeys } from './settledKeys.ts'
import { SnapshotChanges } from './snapshotChanges.ts'

/** What search is in a release: files and folders below `search/`, and its settled index, if it has one. */
export type SearchState = {
  files: Map<string, string>
  /** Folders to take away: no index is named that the pointer does not name. */
  folders: Map<string, null>
  /** Folder of the settled index, and whether what it holds is what the release holds; null while there is none. */
  search: { folder: string; current: boolean } | null
}

/** Makes what stands in `search/` beside the indexes: with every release, in proportion to what changed since they were made. */
export class LiveSearch {
  /** The finder's file. */
  readonly duties: DutyFile
  private readonly keys: SettledKeys
  private readonly changes: SnapshotChanges
  private readonly store: Store
  private readonly world: World

  constructor(store: Store, world: World, statistics: Statistics) {
    this.store = store
    this.world = world
    this.duties = new DutyFile(store.blobs, world, statistics)
    this.changes = new SnapshotChanges(store)
    this.keys = new SettledKeys(store.blobs)
  }

  /**
   * Search of a release whose indexes stay those of the live tree.
   * @param live root of the live tree, or null
   * @param snapshot root of the snapshot of the release, which the world holds
   * @param withdraws whether a record leaves: Pagefind's index, which knows no tombstones, then goes at once
   */
  stays(live: string | null, snapshot: string, withdraws: boolean): SearchState {
    const indexes = live && indexesIn(this.store, live)
    if (!indexes) return this.without(live)
    const kept = withdraws ? { ...indexes, pagefind: null, pagefindOf: null } : indexes
    const keys = this.store.trees.find(live, `search/${indexes.folder}/${KEYS_FILE}`)
    return this.with(live, kept, keys, snapshot)
  }

  /** The same with other indexes than the live tree has. `keys` is the blob of the settled index's keys. */
  with(live: string | null, indexes: SearchIndexes, keys: string | null, snapshot: string): SearchState {
    const { store } = this
    const changes = keys && this.changes.between(indexes.snapshot, snapshot)
    // A tombstone cannot be said without the settled snapshot: search is then being prepared.
    if (!keys || !changes) return this.without(live)
    const ordinalOf = (table: string, key: string) => this.keys.ordinal(keys, table, key)
    const recent = recentSearch(indexes.folder, changes, ordinalOf, this.world)
    const settings = [indexes.snapshot, snapshot].map((root) => store.trees.find(root, 'site-settings.json'))
    return {
      files: this.files(indexes, recent),
      folders: this.dropped(live, [indexes.folder, indexes.pagefind]),
      search: { folder: indexes.folder, current: changes.length === 0 && settings[0] === settings[1] },
    }
  }

  private without(live: string | null): SearchState {
    return { files: this.files(null, NOTHING_RECENT), folders: this.dropped(live, []), search: null }
  }

  private files(indexes: SearchIndexes | null, recent: typeof NOTHING_RECENT): SearchState['files'] {
    const { blobs } = this.store
    return new Map([
      [SEARCH_DUTIES, this.duties.put()],
      [SEARCH_RECENT, blobs.putText(canonicalJson(recent), SEARCH_RECENT)],
      [SEARCH_CURRENT, blobs.put(canonicalJson(pointerTo(indexes, recent)))],
    ])
  }

  /** Folders of indexes in the live tree, besides those that stay. */
  private dropped(live: string | null, stay: readonly (string | null)[]): SearchState['folders'] {
    const root = live && this.store.trees.folderAt(live, 'search')
    const names = root ? Object.keys(this.store.trees.listing(root).folders) : []
    return new Map(names.filter((name) => !stay.includes(name)).map((name) => [`search/${name}`, null]))
  }
}
