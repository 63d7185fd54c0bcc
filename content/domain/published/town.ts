import { isTown } from '../records/area.ts'
import type { World } from '../world/world.ts'

/** The town or management office in which an area lies, or which it is; undefined above that level. */
export function townOf(area: string, world: Pick<World, 'areaPath' | 'need'>): string | undefined {
  return world.areaPath(area).find((slug) => isTown(world.need('areas', slug)))
}
