import type { Change } from '#domain/world/world'
import type { ReleaseRoots } from '../store/switchRelease.ts'
import type { DayMade } from './dayAhead.ts'

/** How much of a release there is to do; the steps are the same for all. */
export type Plan = {
  /** What is live, and stays where nothing touches it; null where everything is made anew. */
  live: ReleaseRoots | null
  /** What has changed in the world since; all of it is taken anew where nothing is live. */
  changes: readonly Change[]
  /** Cases whose rows are counted to the as-of day, where that has moved and was not made ahead. */
  dated: readonly Change[]
  asOfMoved: boolean
  /** What was made ahead of the as-of day. */
  ahead: DayMade | null
  /** Called now and then; what it throws gives the release up. */
  between: (() => Promise<void>) | undefined
}
