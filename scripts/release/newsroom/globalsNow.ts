import type { Snapshot } from '#domain/records/snapshot'
import { completeGlobals, type PublicGlobals } from '../../../cms/src/snapshot/readGlobals.ts'
import type { Problem } from './collect.ts'

type Globals = Pick<Snapshot, 'settings' | 'synonyms'>

/**
 * The globals that are to be public: those of the newsroom. One that a rule refuses stays as it is live and is held
 * back, so that it stops nothing else; before the first release there is none to stay, and that is thrown in words.
 */
export function globalsNow(
  read: PublicGlobals,
  live: Globals | null,
  hold: (problem: Problem) => void,
): Globals {
  if (!live) return completeGlobals(read)
  for (const { global, reason } of read.problems) hold({ table: global, key: global, reason })
  return { settings: read.settings ?? live.settings, synonyms: read.synonyms ?? live.synonyms }
}
