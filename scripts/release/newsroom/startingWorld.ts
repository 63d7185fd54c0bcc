import { TABLE_NAMES } from '#domain/records/snapshot'
import { emptySnapshot, World } from '#domain/world/world'
import { completeGlobals } from '../../../cms/src/snapshot/readGlobals.ts'
import { readSnapshot } from '../store/snapshotStore.ts'
import type { Store } from '../store/store.ts'
import { liveRelease } from '../store/switchRelease.ts'
import type { ReleaseEffects } from '../workers/releaseEffects.ts'
import type { Newsroom } from './newsroom.ts'

/** As-of day of a portal that has never published anything: the day on which the mechanism's year began. */
const NOTHING_PUBLISHED = '2022-01-01'

/** What a publisher starts from. */
export type Start = {
  world: World
  /** Whether the world is empty although the newsroom may hold records: all of it must be read first. */
  isUnread: boolean
}

/**
 * What a publisher starts from: the live release's snapshot, or the newsroom's settings and no records yet. A stored
 * snapshot that does not fit the schemas of this code, because an older version wrote it, or that lost a file counts as
 * none: the newsroom has everything. The as-of day that readers have seen stays, for it never falls.
 */
export async function startingWorld(
  o: {
    dataDir: string
    store: Store
    damaged?: boolean
    effects: ReleaseEffects
    log: (line: string) => void
  },
  newsroom: Newsroom,
): Promise<Start> {
  const live = liveRelease(o.dataDir)
  if (live && !o.damaged)
    try {
      const snapshot = readSnapshot(o.store, live.release.snapshot, TABLE_NAMES, o.effects.beat)
      return { world: new World(snapshot, o.effects.beat), isUnread: false }
    } catch (error) {
      o.log(`现行版本的快照不能直接接着用，全部重新从数据库读：${String(error)}`)
    }
  const { settings, synonyms } = completeGlobals(await newsroom.readGlobals())
  const days = [NOTHING_PUBLISHED, live?.release.asOf ?? '', (await newsroom.readAsOf()) ?? '']
  const snapshot = emptySnapshot(days.sort().at(-1) as string, settings)
  snapshot.synonyms = synonyms
  return { world: new World(snapshot, o.effects.beat), isUnread: true }
}
