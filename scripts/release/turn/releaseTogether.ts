import type { Change } from '#domain/world/world'
import { isAway } from '../../../cms/src/databaseErrors.ts'
import type { ReleaseMaker, ReleaseResult } from '../make/makeRelease.ts'
import { ReleaseRefused } from '../make/releaseRefused.ts'
import type { Problem } from '../newsroom/collect.ts'
import { LeaseLost } from '../store/fence.ts'
import { GivesWay } from './givesWay.ts'
import type { WorkInHand } from './workInHand.ts'

/** What a release is about besides its changes. */
export type ReleaseReasons = {
  asOfMoved: boolean
  settingsChanged: boolean
  /** Whether the words that stand for others are different: only the finder's file prints them. */
  synonymsChanged: boolean
  full: boolean
}

/** A release that is about its changes alone. */
export const NO_OTHER_REASONS: ReleaseReasons = {
  asOfMoved: false,
  settingsChanged: false,
  synonymsChanged: false,
  full: false,
}
export type TogetherEffects = {
  /** Is told of each change that cannot be published, and why. */
  hold: (problem: Problem) => void
  /** Words for the step that is being done. */
  step: () => string
  inHand: WorkInHand
  /** Called now and then while everything is made; throws `GivesWay` when something more urgent has come. */
  between?: () => Promise<void>
}

/**
 * Releases changes together; when that is refused, halves them until the ones at fault stand alone and are held back.
 * @throws what no single change is to blame for
 */
export async function releaseTogether(
  maker: ReleaseMaker,
  changes: readonly Change[],
  reasons: ReleaseReasons,
  effects: TogetherEffects,
): Promise<ReleaseResult> {
  effects.inHand.begin(changes)
  maker.take(changes)
  try {
    return reasons.full
      ? await maker.full(effects.between)
      : await maker.incremental(changes, reasons.asOfMoved, reasons.settingsChanged, effects.between)
  } catch (error) {
    await maker.abandon(changes)
    const isNoFaultOfChanges = error instanceof LeaseLost || error instanceof GivesWay || isAway(error)
    if (changes.length === 0 || reasons.full || isNoFaultOfChanges) throw error
    if (changes.length > 1) {
      const middle = Math.ceil(changes.length / 2)
      await releaseTogether(maker, changes.slice(0, middle), reasons, effects)
      // The first part has carried the other reasons: what they change is made once.
      return releaseTogether(maker, changes.slice(middle), NO_OTHER_REASONS, effects)
    }
    const words = error instanceof Error ? error.message : String(error)
    const reason = error instanceof ReleaseRefused ? words : `“${effects.step()}”时出错：${words}`
    // Without the change the release must succeed; if it does not, the fault lies elsewhere and is thrown.
    const result = await maker.incremental([], reasons.asOfMoved, reasons.settingsChanged)
    for (const { table, key } of changes) effects.hold({ table, key, reason })
    return result
  }
}
