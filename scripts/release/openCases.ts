import type { Change, World } from '#domain/world'

/** Cases whose rows depend on the as-of day: those that the community has not closed. */
export function openCases(world: World): Change[] {
  return [...world.snapshot.tables.cases.values()]
    .filter((c) => c.status !== 'closed')
    .map((c) => ({ table: 'cases', key: c.reference, before: c, after: c }))
}
