import type { Statistics } from '#domain/figures/statistics'
import type { Change, World } from '#domain/world/world'

/** Cases whose rows in tables depend on the as-of day, as changes that change nothing of the record. */
export function datedCases(world: World, statistics: Statistics): Change[] {
  return statistics.countedToAsOf().map((key) => {
    const row = world.need('cases', key)
    return { table: 'cases', key, before: row, after: row }
  })
}
