import { isTown } from '#domain/area'
import { categoryTitle, FACETS } from '#domain/facets'
import { SCOPES } from '#domain/world'
import type { PageKind } from '../context.ts'
import { facetPath, sectionPath } from '../urls.ts'
import { leafNamed, leavesBeside, leavesOf, referencesOf } from './caseLeaves.ts'
import { type CaseLine, caseLines } from './caseLine.ts'
import { leafPath, listPathsCountedToAsOf, listPathsTouchedBy } from './caseListPaths.ts'
import { spanWords } from './caseSpans.ts'
import { type Frame, frameOf } from './frame.ts'
import { type ScopedTotal, scopedTotals, totalsOf, totalsWords } from './scopedTotals.ts'

/** A page of rows somewhere below, with how many it holds. */
export type ListLink = { href: string; words: string; count: number }
export type FacetGroup = { label: string; values: ListLink[]; more?: { href: string; words: string } }

export type CasesView = {
  frame: Frame
  totals: ScopedTotal[]
  /** Real and invented cases that are not resolved, each under its own head; at most a page of each. */
  open: { sample: boolean; count: number; lines: CaseLine[]; more: number }[]
  /** All cases themselves while they fit on one page, otherwise the leaves that hold them. */
  lines: CaseLine[]
  leaves: ListLink[]
  facets: FacetGroup[]
}

/** Open cases shown on the first page of each kind; the rest stands in the list of their state. */
const MOST_OPEN = 50

export const casesKind: PageKind<CasesView> = {
  id: 'cases',
  pattern: /^cases\/index\.html$/,
  paths: () => [sectionPath('cases')],
  view: (_params, context) => {
    const { world } = context
    const leaves = leavesOf(world.cases.blocks())
    const whole = leaves.length === 0
    const open = SCOPES.flatMap((scope) => {
      const count = world.cases.openCount(scope)
      const lines = caseLines(world.cases.open(scope, MOST_OPEN), context)
      return count > 0
        ? [{ sample: scope === 'sample', count, lines, more: Math.max(0, count - MOST_OPEN) }]
        : []
    })
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
      open,
      lines: whole ? caseLines(world.cases.references(), context) : [],
      leaves: whole ? [] : leaves.map((l) => ({ href: leafPath(l), words: spanWords(l), count: l.rows })),
      facets: facetGroups(context.world),
    }
  },
  affectedBy: ({ table }) =>
    table === 'cases' || table === 'departments' || table === 'areas' ? [sectionPath('cases')] : [],
  countedToAsOf: () => [sectionPath('cases')],
}

/** Facets whose values are few enough to stand as links with counts; the others have a section of their own. */
const ELSEWHERE: Record<string, { href: string; words: string }> = {
  duty: { href: sectionPath('duties'), words: '按权责事项找' },
}

type CaseWorld = Parameters<PageKind['view']>[1]['world']

/** The column of filters: plain links with counts. Areas stop at the level of towns. */
function facetGroups(world: CaseWorld): FacetGroup[] {
  return FACETS.flatMap((facet) => {
    const elsewhere = ELSEWHERE[facet.id]
    if (elsewhere)
      return world.snapshot.tables.duties.size > 0
        ? [{ label: facet.label, values: [], more: elsewhere }]
        : []
    const values = world.keysOf(facet.id).filter((v) => facet.id !== 'area' || namesTown(v, world))
    const order = facet.order
    values.sort((a, b) => (order ? order.indexOf(a) - order.indexOf(b) : a < b ? -1 : 1))
    if (values.length === 0) return []
    const links = values.map((v) => ({
      href: facetPath(facet.id, v),
      words: facet.id === 'category' ? categoryTitle(Number(v), world) : facet.labelOf(v, world),
      count: world.list(facet.id, v).size,
    }))
    const more = facet.id === 'area' ? { href: sectionPath('areas'), words: '到社区、村和小区' } : undefined
    return [{ label: facet.label, values: links, ...(more ? { more } : {}) }]
  })
}

function namesTown(slug: string, world: CaseWorld): boolean {
  const area = world.get('areas', slug)
  return area !== undefined && isTown(area)
}

export type CaseListView = {
  frame: Frame
  words: string
  total: string
  lines: CaseLine[]
  /** The neighbouring pages of the list. */
  others: { href: string; words: string }[]
}

/** One leaf of the list of all cases; it exists only while the list does not fit on its first page. */
export const caseListKind: PageKind<CaseListView> = {
  id: 'case-list',
  pattern: /^cases\/(?<year>\d{4})\/(?:index|(?<span>\d{4}-\d{4})|(?<hundred>\d{4})\/index)\.html$/,
  paths: ({ world }) => leavesOf(world.cases.blocks()).map(leafPath),
  view: ({ year, span, hundred }, context) => {
    const { world } = context
    const blocks = world.cases.blocks()
    const leaf = leafNamed(blocks, [year, span ?? hundred].filter(Boolean).join('-'))
    if (!leaf) return null
    const words = spanWords(leaf)
    const references = referencesOf(leaf)
    return {
      frame: frameOf(
        leafPath(leaf),
        {
          title: `事项 ${words}`,
          description: `编号在${words}的事项。`,
          column: '事项',
          demo: references.some((r) => world.need('cases', r).origin === 'sample'),
        },
        world,
      ),
      words,
      total: totalsWords(totalsOf(references, world)),
      lines: caseLines(references, context),
      others: leavesBeside(blocks, leaf).map((l) => ({ href: leafPath(l), words: spanWords(l) })),
    }
  },
  affectedBy: listPathsTouchedBy,
  countedToAsOf: listPathsCountedToAsOf,
}
