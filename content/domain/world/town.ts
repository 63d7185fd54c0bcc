import { isTown } from '../records/area.ts'
import type { World } from './world.ts'

/** The town or management office in which an area lies, or which it is; undefined above that level. */
export function townOf(area: string, world: Pick<World, 'areaPath' | 'get'>): string | undefined {
  return world.areaPath(area).find((slug) => {
    const place = world.get('areas', slug)
    return place !== undefined && isTown(place)
  })
}
