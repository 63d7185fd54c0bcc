import type { IndexName } from '#domain/world/caseIndexes'
import type { World } from '#domain/world/world'
import { facetPath } from '../urls.ts'

/** The list of the cases of one facet value; null where there is none, because no case is in it. */
export function casesHref(facet: IndexName, value: string, world: World): string | null {
  return world.list(facet, value).size > 0 ? facetPath(facet, value) : null
}
