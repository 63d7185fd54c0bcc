import type { Scope } from '../../scope.ts'
import type { FacetId } from '../../world/facets.ts'
import { both, type DocSet } from '../index/docSet.ts'
import type { Merged } from '../index/merged.ts'
import type { FacetCount } from './answer.ts'

/** The filter by kind of record, which every record has. */
export const FACET_TABLE = 'table'

/** Counts of a filter's values among records: own result ∩ the lists of the filter. Values without any are left out. */
export async function facetCounts(
  id: FacetId | typeof FACET_TABLE,
  among: DocSet,
  merged: Merged,
): Promise<FacetCount[]> {
  if (id === FACET_TABLE) return tableCounts(among, merged)
  const counts = (await merged.settled.facet(id)).map(({ value, label, depth, docs }) => ({
    value,
    label,
    depth,
    // Dead records are not among the result.
    count: both(docs, among).length,
  }))
  const held = new Set(among)
  merged.recent.documents.forEach(({ facets }, place) => {
    if (!held.has(place + merged.settled.head.size)) return
    for (const value of facets[id] ?? []) {
      const known = counts.find((c) => c.value === value)
      if (known) known.count++
      // A value that no settled case has brings no label: it stands for itself until the index is made anew.
      else counts.push({ value, label: value, depth: 0, count: 1 })
    }
  })
  return counts.filter(({ count }) => count > 0)
}

/** Cases of each scope. */
export function scopeCounts(among: DocSet, merged: Merged): Record<Scope, number> {
  const counts = { real: 0, sample: 0 }
  for (const ordinal of among) {
    const [table, scope] = merged.table(ordinal)
    if (table === 'cases') counts[scope]++
  }
  return counts
}

/** Records of each table, under the table's own name. */
export function tableCounts(among: DocSet, merged: Merged): FacetCount[] {
  const counts = new Map<string, number>()
  for (const ordinal of among) {
    const [table] = merged.table(ordinal)
    counts.set(table, (counts.get(table) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, label: value, depth: 0, count }))
}
