import { TABLE_NAMES } from '#domain/records/snapshot'
import { AREA_LEVELS } from '#domain/vocabulary'
import type { Change } from '#domain/world/world'
import { takeStuck } from '../../processes/children/stuckMark.ts'
import type { ReleaseMaker, ReleaseResult } from '../make/makeRelease.ts'
import { holdDangling, type Problem } from '../newsroom/collect.ts'
import { NO_OTHER_REASONS, type ReleaseReasons, releaseTogether } from './releaseTogether.ts'
import { SetAside } from './setAside.ts'
import { WorkInHand } from './workInHand.ts'

/** Brings changes to readers in as few batches as is safe after what happened to the last publisher. */
export class Batches {
  private readonly inHand: WorkInHand
  private readonly aside: SetAside

  constructor(dataDir: string) {
    this.inHand = new WorkInHand(dataDir)
    this.aside = new SetAside(dataDir, this.inHand.left, takeStuck(dataDir))
  }

  /**
   * @param hold is told of each change that cannot be published, and why
   * @param step words for the step that is being done
   * @param between see `TogetherEffects`
   * @returns the last release that was made; null when everything is put aside and nothing else asks for one
   * @throws what no single change is to blame for
   */
  async release(
    maker: ReleaseMaker,
    changes: readonly Change[],
    reasons: ReleaseReasons,
    hold: (problem: Problem) => void,
    step: () => string,
    between?: () => Promise<void>,
  ): Promise<ReleaseResult | null> {
    const found = holdDangling(maker.world, this.aside.hold(inOrder(changes)))
    for (const problem of found.held) hold(problem)
    const isAskedFor = Object.values(reasons).some(Boolean)
    if (found.changes.length === 0 && !isAskedFor) return null
    let result: ReleaseResult | null = null
    let why = reasons
    try {
      for (const batch of this.aside.batches(found.changes)) {
        result = await releaseTogether(maker, batch, why, { hold, step, between, inHand: this.inHand })
        why = NO_OTHER_REASONS
      }
    } finally {
      this.inHand.end()
    }
    this.aside.cleared()
    return result
  }
}

/**
 * Changes so that each stands after those that it may name, and what leaves after what may still name it: any first
 * part of them is whole in itself.
 */
function inOrder(changes: readonly Change[]): Change[] {
  const place = (c: Change) => {
    const area = c.table === 'areas' ? (c.after ?? c.before) : undefined
    const level = area ? AREA_LEVELS.indexOf((area as { level: (typeof AREA_LEVELS)[number] }).level) : 0
    const at = TABLE_NAMES.indexOf(c.table) * AREA_LEVELS.length + level
    return c.after ? at : 1_000 - at
  }
  return changes
    .map((change) => ({ change, at: place(change) }))
    .sort((a, b) => a.at - b.at)
    .map((c) => c.change)
}
