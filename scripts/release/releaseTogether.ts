import type { Change } from '#domain/world'
import type { Problem } from './collect.ts'
import { LeaseLost } from './fence.ts'
import type { ReleaseMaker, ReleaseResult } from './makeRelease.ts'

/** What a release is about besides its changes. */
export type ReleaseReasons = { asOfMoved: boolean; settingsChanged: boolean; full: boolean }

const NO_OTHER_REASONS: ReleaseReasons = { asOfMoved: false, settingsChanged: false, full: false }

/**
 * Releases changes together; when that is refused, halves them until the ones at fault stand alone and are held back.
 * @param hold is told of each change that cannot be published, and why
 * @throws what no single change is to blame for
 */
export async function releaseTogether(
  maker: ReleaseMaker,
  changes: readonly Change[],
  reasons: ReleaseReasons,
  hold: (problem: Problem) => void,
): Promise<ReleaseResult> {
  maker.take(changes)
  try {
    return reasons.full
      ? await maker.full()
      : await maker.incremental(changes, reasons.asOfMoved, reasons.settingsChanged)
  } catch (error) {
    await maker.abandon(changes)
    if (changes.length === 0 || reasons.full || error instanceof LeaseLost) throw error
    if (changes.length > 1) {
      const middle = Math.ceil(changes.length / 2)
      await releaseTogether(maker, changes.slice(0, middle), reasons, hold)
      // The first part has carried the other reasons: what they change is made once.
      return releaseTogether(maker, changes.slice(middle), NO_OTHER_REASONS, hold)
    }
    // Without the change the release must succeed; if it does not, the fault lies elsewhere and is thrown.
    const result = await maker.incremental([], reasons.asOfMoved, reasons.settingsChanged)
    for (const { table, key } of changes)
      hold({ table, key, reason: error instanceof Error ? error.message : String(error) })
    return result
  }
}
