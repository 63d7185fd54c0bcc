import { TABLE_NAMES } from '#domain/snapshot'
import { emptySnapshot, World } from '#domain/world'
import { completeGlobals } from '../../cms/src/snapshot/readGlobals.ts'
import type { Newsroom } from './newsroom.ts'
import type { ReleaseEffects } from './releaseEffects.ts'
import { readSnapshot } from './snapshotStore.ts'
import type { Store } from './store.ts'
import { liveRelease } from './switchRelease.ts'

/** As-of day of a portal that has never published anything: the day on which the mechanism's year began. */
const NOTHING_PUBLISHED = '2022-01-01'

/** What a publisher starts from: the live release's snapshot, or the newsroom's settings and no records yet. */
export async function startingWorld(
  o: { dataDir: string; store: Store; damaged?: boolean; effects: ReleaseEffects },
  newsroom: Newsroom,
): Promise<World> {
  const live = o.damaged ? null : liveRelease(o.dataDir)
  if (live) return new World(readSnapshot(o.store, live.release.snapshot, TABLE_NAMES, o.effects.beat))
  const { settings, synonyms } = completeGlobals(await newsroom.readGlobals())
  const snapshot = emptySnapshot((await newsroom.readAsOf()) ?? NOTHING_PUBLISHED, settings)
  snapshot.synonyms = synonyms
  return new World(snapshot)
}
