import { AREA_LEVEL_LABELS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import { byName } from '../byName.ts'
import { countBy, type ScopedCount } from '../lists/scopedCount.ts'
import { recordPath } from '../urls.ts'

/** A place in the tree with what stands below it and how many published cases it holds. */
export type AreaNode = {
  href: string
  name: string
  level: string
  sample: boolean
  cases: ScopedCount
  below: AreaNode[]
}

/** The top places: those without a parent. */
export function topAreas(world: World): string[] {
  return world
    .all('areas')
    .filter((a) => !a.parent && !a.replacedBy)
    .map((a) => ({ key: a.slug, name: a.name, sample: a.origin === 'sample' }))
    .sort((a, b) => Number(a.sample) - Number(b.sample) || byName(a, b))
    .map((a) => a.key)
}

/** An area and everything below it, places of one level in the order of their names. */
export function areaNode(slug: string, world: World): AreaNode {
  const area = world.need('areas', slug)
  return {
    href: recordPath('areas', slug),
    name: area.name,
    level: AREA_LEVEL_LABELS[area.level],
    sample: area.origin === 'sample',
    cases: countBy((scope) => world.list('area', slug).total(scope)),
    below: childrenByName(slug, world).map((key) => areaNode(key, world)),
  }
}

/** Slugs of the places right below one, in the order of their names. */
export function childrenByName(slug: string, world: World): string[] {
  return world.places
    .childrenOf(slug)
    .map((key) => ({ key, name: world.need('areas', key).name }))
    .sort(byName)
    .map((a) => a.key)
}
