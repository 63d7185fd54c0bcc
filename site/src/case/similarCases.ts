import type { Row } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'

/** Similar cases shown: of the same main duty, with the nearest smaller references. Bounded, so pages stay still. */
const MOST = 4

/** References of the cases shown as similar, the nearest first. */
export function similarCases(c: Row<'cases'>, world: World): string[] {
  const duty = c.duties[0]
  if (!duty) return []
  return world.list('duty', duty).before(c.reference, MOST)
}

/** References of the cases that may show a case among the similar ones: the next few of its duties. */
export function showingSimilar(c: Row<'cases'>, world: World): string[] {
  return c.duties.flatMap((duty) => world.list('duty', duty).after(c.reference, MOST + 1))
}

/** Cases together with those that show them among the similar ones. */
export function shownWith(references: readonly string[], world: World): Set<string> {
  return new Set(references.flatMap((r) => [r, ...showingSimilar(world.need('cases', r), world)]))
}
