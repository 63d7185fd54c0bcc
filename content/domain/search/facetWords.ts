import { FACETS, type FacetId } from '../world/facets.ts'
import type { World } from '../world/world.ts'

/** The values of a filter in display order with their words; `depth` is the level of a value in a tree, 0 at the top. */
export type FacetWords = { id: FacetId; values: { value: string; label: string; depth: number }[] }

/**
 * The words of the values under which cases stand.
 * @param used values that some case has, by filter
 */
export function facetWordsOf(world: World, used: ReadonlyMap<FacetId, ReadonlySet<string>>): FacetWords[] {
  return FACETS.filter(({ id }) => used.has(id)).map((facet) => {
    const values = used.get(facet.id) as ReadonlySet<string>
    const order = facet.id === 'area' ? treeOrder(world) : (facet.order ?? [...values].sort())
    return {
      id: facet.id,
      values: order
        .filter((value) => values.has(value))
        .map((value) => ({
          value,
          label: facet.labelOf(value, world),
          depth: facet.id === 'area' ? world.areaPath(value).length - 1 : 0,
        })),
    }
  })
}

/** Places, each before those below it. */
function treeOrder(world: World): string[] {
  const below = (slug: string): string[] => [slug, ...world.places.childrenOf(slug).flatMap(below)]
  return world
    .all('areas')
    .filter((area) => !area.parent && !area.replacedBy)
    .flatMap(({ slug }) => below(slug))
}
