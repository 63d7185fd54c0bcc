import { dayOf } from '../dates.ts'
import { whistledAt } from '../records/case.ts'
import type { Row } from '../records/snapshot.ts'
import type { World } from './world.ts'

/** The place of a case and those above it as they stood when it was whistled, the nearest first. */
export function placesThen(c: Pick<Row<'cases'>, 'area' | 'timeline'>, world: World): string[] {
  return world.places.pathThen(c.area, dayOf(whistledAt(c) ?? '') ?? undefined)
}
