import type { Row } from '#domain/records/snapshot'
import { placesThen } from '#domain/world/placesThen'
import type { World } from '#domain/world/world'

/** Name of the community or village of a case, which whistles and closes; of its place where none is known above it. */
export function communityOf(c: Row<'cases'>, world: World): string {
  const areas = placesThen(c, world).map((slug) => world.need('areas', slug))
  const own = areas.find((a) => a.level === 'community' || a.level === 'village')
  return (own ?? world.need('areas', c.area)).name
}
