import { FACETS } from '#domain/facets'
import type { Context, PageKind } from '../context.ts'
import { facetPath } from '../urls.ts'
import { leafNamed, leavesOf, referencesOf } from './caseLeaves.ts'
import { type CaseLine, caseLines } from './caseLine.ts'
import { casesOfFacet, facetLeafPath, facetPathsCountedToAsOf, facetPathsTouchedBy } from './caseListPaths.ts'
import type { ListLink } from './caseLists.ts'
import { spanWords } from './caseSpans.ts'
import { type Frame, frameOf } from './frame.ts'
import { scopedTotals, totalsOf, totalsWords } from './scopedTotals.ts'

export type FacetListView = {
  frame: Frame
  facet: string
  value: string
  total: string
  /** Numbers that this page holds, or null on the first page. */
  words: string | null
  first: string
  lines: CaseLine[]
  /** Pages that hold the rows, while they do not fit on the first. */
  leaves: ListLink[]
}

function pathsOf(facet: string, value: string, context: Context): string[] {
  const leaves = leavesOf(casesOfFacet(facet, value, context)?.blocks() ?? [])
  return [facetPath(facet, value), ...leaves.map((l) => facetLeafPath(facet, value, l))]
}

/** The cases of one value of one facet: a static page, and its leaves when they are many. */
export const facetListKind: PageKind<FacetListView> = {
  id: 'facet-list',
  pattern:
    /^cases\/by\/(?<facet>[a-z-]+)\/(?<value>[A-Za-z0-9-]+)\/(?:index|(?<span>\d{4}(?:-\d{4}){0,2}))\.html$/,
  paths: (context) =>
    FACETS.flatMap((f) => context.world.keysOf(f.id).flatMap((v) => pathsOf(f.id, v, context))),
  view: (params, context) => {
    const { world } = context
    const facet = FACETS.find((f) => f.id === params.facet)
    const value = params.value as string
    const list = facet ? casesOfFacet(facet.id, value, context) : null
    if (!facet || !list || list.size === 0) return null
    const leaves = leavesOf(list.blocks())
    const leaf = params.span ? leafNamed(list.blocks(), params.span) : undefined
    if (params.span && !leaf) return null
    const label = facet.labelOf(value, world)
    const words = leaf ? spanWords(leaf) : null
    const shown = leaf ? referencesOf(leaf) : leaves.length > 0 ? [] : list.references()
    // A leaf says nothing of the rest of its list: a case that comes there is none of its business.
    const totals = leaf ? totalsOf(shown, world) : scopedTotals(list)
    const total = totalsWords(totals)
    return {
      frame: frameOf(
        facetLeafPath(facet.id, value, leaf),
        {
          title: `${facet.label}：${label}${words ? `，${words}` : ''}`,
          description: `${facet.label}是“${label}”的事项${words ? `，编号在${words}` : ''}：${total}。`,
          column: '事项',
          demo: totals.some((t) => t.scope === 'sample'),
        },
        world,
      ),
      facet: facet.label,
      value: label,
      total,
      words,
      first: facetPath(facet.id, value),
      lines: caseLines(shown, context),
      leaves: leaf
        ? []
        : leaves.map((l) => ({
            href: facetLeafPath(facet.id, value, l),
            words: spanWords(l),
            count: l.rows,
          })),
    }
  },
  affectedBy: facetPathsTouchedBy,
  countedToAsOf: facetPathsCountedToAsOf,
}
