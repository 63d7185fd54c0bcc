import { dayOf } from '#domain/dates'
import { whistledAt } from '#domain/records/case'
import type { Row } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'

/** The place of a case and those above it as they stood when it was whistled, the nearest first. */
export function placesThen(c: Pick<Row<'cases'>, 'area' | 'timeline'>, world: World): string[] {
  return world.places.pathThen(c.area, dayOf(whistledAt(c) ?? '') ?? undefined)
}
