import type { FacetId } from '../../world/facets.ts'
import { anyOf, both, type DocSet } from '../index/docSet.ts'
import type { Merged } from '../index/merged.ts'
import type { Asked } from './answer.ts'
import { FACET_TABLE } from './facetCounts.ts'

/** The records that chosen values of filters allow; null where none are chosen. */
export async function allowedBy(facets: Asked['facets'], merged: Merged): Promise<DocSet | null> {
  let allowed: DocSet | null = null
  for (const [id, values] of Object.entries(facets ?? {})) {
    if (!values || values.length === 0) continue
    const under =
      id === FACET_TABLE ? ofTables(values, merged) : await ofValues(id as FacetId, values, merged)
    allowed = allowed ? both(allowed, under) : under
  }
  return allowed
}

function ofTables(tables: readonly string[], merged: Merged): DocSet {
  return merged.all().filter((ordinal) => tables.includes(merged.table(ordinal)[0]))
}

async function ofValues(id: FacetId, values: readonly string[], merged: Merged): Promise<DocSet> {
  const known = await merged.settled.facet(id)
  const settled = known.filter(({ value }) => values.includes(value)).map(({ docs }) => docs)
  const recent = merged.recent.documents.flatMap(({ facets }, place) =>
    facets[id]?.some((value) => values.includes(value)) ? [place] : [],
  )
  return merged.withRecent(settled.length > 0 ? anyOf(settled) : new Uint32Array(0), recent)
}
