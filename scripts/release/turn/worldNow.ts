import { canonicalJson, type Snapshot } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'
import type { ReleaseReasons } from './releaseTogether.ts'

/** What a world was brought to besides its records. */
export type WorldNow = Omit<ReleaseReasons, 'full'> & {
  /** Puts it back: the release that it was for has failed. */
  undo: () => void
}

/** Brings the globals and the as-of day of a world to what is to be public now; the day never falls. */
export function bringWorldTo(
  { snapshot }: World,
  globals: Pick<Snapshot, 'settings' | 'synonyms'>,
  asOf: string | null,
): WorldNow {
  const old = { asOf: snapshot.asOf, settings: snapshot.settings, synonyms: snapshot.synonyms }
  const isOther = (name: 'settings' | 'synonyms') => canonicalJson(globals[name]) !== canonicalJson(old[name])
  const settingsChanged = isOther('settings')
  const synonymsChanged = isOther('synonyms')
  const asOfMoved = asOf !== null && asOf > old.asOf
  Object.assign(snapshot, globals, asOfMoved ? { asOf } : {})
  return { settingsChanged, synonymsChanged, asOfMoved, undo: () => Object.assign(snapshot, old) }
}
