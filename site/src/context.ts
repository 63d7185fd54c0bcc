import type { Statistics } from '#domain/figures/statistics'
import type { Change, World } from '#domain/world/world'

/** What a view is computed from: the published records and what was counted over them. */
export type Context = { world: World; statistics: Statistics }

/** One kind of page: which addresses it has, what each prints, and which of them a change may touch. */
export type PageKind<V = unknown> = {
  /** Addresses relative to the root of the site, for example `duties/3-47.html`; named groups are the parameters. */
  pattern: RegExp
  /** Every address of this kind that exists now. */
  paths: (context: Context) => string[]
  /** Exactly what the page prints, as plain JSON; null where the address does not exist (it answers 404). */
  view: (params: Record<string, string>, context: Context) => V | null
  /**
   * Addresses that may print something else after a change. The context is already after it and after all the others
   * that it came with; `together` are all of them.
   */
  affectedBy: (change: Change, context: Context, together: readonly Change[]) => string[]
  /**
   * Addresses whose figures or ages are counted to the as-of day, recomputed when it moves. The statistics have already
   * taken in the new day: of a scope whose day stands still nothing is named. `together` are the changes that came with it.
   */
  countedToAsOf: (context: Context, together: readonly Change[]) => string[]
}
