import { isTown } from '#domain/records/area'
import { categoryTitle, FACETS } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import type { RowSection } from '../lists/listHead.ts'
import type { BarGroup } from '../lists/longList.ts'
import { countBy, scopedWords } from '../lists/scopedCount.ts'
import type { CaseLine } from '../rows/caseLine.ts'
import { facetPath, sectionPath } from '../urls.ts'
import { listOfCases, MONTHS } from './caseListOf.ts'
import { caseListHead } from './caseListPages.ts'
import { type ScopedTotal, scopedTotals } from './scopedTotals.ts'

/** A link to a list with how many it holds, in words. */
export type ListLink = { href: string; words: string; count: string }
/** A kind of filter; one with few values stands open. */
export type FacetGroup = {
  label: string
  isOpen: boolean
  values: ListLink[]
  more?: { href: string; words: string }
}

export type CasesView = {
  frame: Frame
  totals: ScopedTotal[]
  open: RowSection<CaseLine>[]
  /** The latest of the others. */
  sections: RowSection<CaseLine>[]
  bars: BarGroup[]
  facets: FacetGroup[]
}

export const casesKind: PageKind<CasesView> = {
  pattern: /^cases\/index\.html$/,
  paths: () => [sectionPath('cases')],
  view: (_params, context) => {
    const { world } = context
    return {
      frame: frameOf(
        sectionPath('cases'),
        {
          title: '事项',
          description: '村社和群众吹了哪些哨，哪些部门来了，办到了哪一步。没解决的排在最前。',
          keywords: ['事项', '吹哨'],
          demo: world.cases.total('sample') > 0,
        },
        world,
      ),
      totals: scopedTotals(world.cases),
      ...caseListHead(listOfCases(null, world), context),
      facets: facetGroups(world),
    }
  },
  affectedBy: ({ table }) =>
    table === 'cases' || table === 'departments' || table === 'areas' ? [sectionPath('cases')] : [],
  countedToAsOf: () => [sectionPath('cases')],
}

/** Values that stand open under the name of their kind; more of them open on demand. */
const FEW_VALUES = 7

/** Facets whose values are few enough to stand as links with counts; the others have a section of their own. */
const ELSEWHERE: Record<string, { href: string; words: string }> = {
  duty: { href: sectionPath('duties'), words: '按权责事项找' },
}

/** The column of filters: plain links with counts. Areas stop at the level of towns. */
function facetGroups(world: World): FacetGroup[] {
  const isOfInvented = world.cases.total('real') === 0
  return FACETS.filter((f) => f.id !== MONTHS).flatMap((facet) => {
    const elsewhere = ELSEWHERE[facet.id]
    if (elsewhere)
      return world.snapshot.tables.duties.size > 0
        ? [{ label: facet.label, isOpen: true, values: [], more: elsewhere }]
        : []
    const values = world.keysOf(facet.id).filter((v) => facet.id !== 'area' || namesTown(v, world))
    const order = facet.order
    values.sort((a, b) => (order ? order.indexOf(a) - order.indexOf(b) : a < b ? -1 : 1))
    if (values.length === 0) return []
    const links = values.map((v) => ({
      href: facetPath(facet.id, v),
      words: facet.id === 'category' ? categoryTitle(Number(v), world) : facet.labelOf(v, world),
      count: scopedWords(
        countBy((scope) => world.list(facet.id, v).total(scope)),
        '',
        isOfInvented,
      ),
    }))
    const more = facet.id === 'area' ? { href: sectionPath('areas'), words: '到社区、村和小区' } : undefined
    const isOpen = links.length <= FEW_VALUES
    return [{ label: facet.label, isOpen, values: links, ...(more ? { more } : {}) }]
  })
}

function namesTown(slug: string, world: World): boolean {
  const area = world.get('areas', slug)
  return area !== undefined && isTown(area)
}
