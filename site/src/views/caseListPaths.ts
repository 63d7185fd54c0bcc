import type { Case } from '#domain/case'
import type { CaseList } from '#domain/caseList'
import { FACETS, type FacetId } from '#domain/facets'
import type { TableName } from '#domain/snapshot'
import { type Change, SCOPES, type World } from '#domain/world'
import type { Context } from '../context.ts'
import { caseListPath, facetPath } from '../urls.ts'
import { leafWith, leavesBeside, leavesOf, spansTouched } from './caseLeaves.ts'
import { type Hundred, hundredOf, type Span, spanName } from './caseSpans.ts'

/** Records by whose name a list is called. */
const NAMED_AFTER: Partial<Record<TableName, FacetId>> = {
  duties: 'duty',
  departments: 'department',
  areas: 'area',
}

/** Address of a page of the list of all cases. */
export function leafPath(span: Span): string {
  const [year, ...hundreds] = spanName(span).split('-') as [string, ...string[]]
  return caseListPath(year, ...hundreds)
}

/** Address of a page of the list of one facet value; its first page without a span. */
export function facetLeafPath(facet: string, value: string, span?: Span): string {
  return facetPath(facet, value, span && spanName(span))
}

/** The cases that a facet value holds. */
export function casesOfFacet(
  facet: string,
  value: string,
  { world }: Context,
): Pick<CaseList, 'size' | 'blocks' | 'references' | 'total' | 'openCount'> | null {
  const found = FACETS.find((f) => f.id === facet)
  return found ? world.list(found.id, value) : null
}

/** Every facet value under which a case stands. */
function facetValuesOf(c: Case, world: World): [string, string][] {
  return FACETS.flatMap((f) => f.valuesOf(c, world).map((v): [string, string] => [f.id, v]))
}

/**
 * The cases whose rows in lists a change may alter: the case itself, or those that name a changed department or
 * stand in a changed area.
 */
export function casesTouchedBy({ table, key, before, after }: Change, { world }: Context): Case[] {
  if (table === 'cases') return [before, after].filter((c) => c !== undefined) as Case[]
  if (table === 'departments') return world.casesBy('department', key).map((r) => world.need('cases', r))
  if (table === 'areas') return world.casesBy('area', key).map((r) => world.need('cases', r))
  return []
}

/** Most rows of one list that came or went with some changes: a moved area brings all its cases. */
function rowsMoved(changes: readonly Change[], { world }: Context): number {
  const withAreas = changes.map(({ table, key }) => (table === 'areas' ? world.list('area', key).size : 1))
  return withAreas.reduce((sum, n) => sum + n, 0)
}

/** Pages of the list of all cases that a change may touch, with the neighbours that link to them. */
export function listPathsTouchedBy(change: Change, context: Context, together: readonly Change[]): string[] {
  const blocks = context.world.cases.blocks()
  const hundreds = hundredsOf(casesTouchedBy(change, context))
  const spans = spansTouched(blocks, hundreds, together.length)
  const beside = spans.flatMap((span) => leavesBeside(blocks, span))
  return [...new Set([...spans, ...beside].map(leafPath))]
}

/** The hundreds in which some cases stand, each once. */
function hundredsOf(cases: readonly Case[]): Hundred[] {
  const hundreds = cases.map((c) => hundredOf(c.reference))
  return [...new Map(hundreds.map((h) => [`${h.year} ${h.hundred}`, h])).values()]
}

/** Open cases: the only ones whose rows are counted to the as-of day. */
function openOnes({ world }: Context): Case[] {
  return SCOPES.flatMap((scope) => world.cases.open(scope)).map((r) => world.need('cases', r))
}

/** Pages of the list of all cases whose rows are counted to the as-of day. */
export function listPathsCountedToAsOf(context: Context): string[] {
  const blocks = context.world.cases.blocks()
  const leaves = hundredsOf(openOnes(context)).flatMap((hundred) => leafWith(blocks, hundred) ?? [])
  return [...new Set(leaves.map(leafPath))]
}

/** Pages of facet lists whose rows are counted to the as-of day. */
export function facetPathsCountedToAsOf(context: Context): string[] {
  const paths = openOnes(context).flatMap((c) =>
    facetValuesOf(c, context.world).map(([facet, value]) => {
      const blocks = casesOfFacet(facet, value, context)?.blocks() ?? []
      return facetLeafPath(facet, value, leafWith(blocks, hundredOf(c.reference)))
    }),
  )
  return [...new Set(paths)]
}

/** Pages of facet lists that a change may touch, also of values that it emptied. */
export function facetPathsTouchedBy(change: Change, context: Context, together: readonly Change[]): string[] {
  const paths = new Set<string>()
  const moved = rowsMoved(together, context)
  const left = placesLeft(together, context.world)
  const lists = new Map<string, { facet: string; value: string; cases: Case[] }>()
  for (const c of casesTouchedBy(change, context))
    for (const [facet, value] of [...facetValuesOf(c, context.world), ...left]) {
      const list = lists.get(`${facet} ${value}`) ?? { facet, value, cases: [] }
      lists.set(`${facet} ${value}`, list)
      list.cases.push(c)
    }
  for (const { facet, value, cases } of lists.values()) {
    paths.add(facetLeafPath(facet, value))
    const blocks = casesOfFacet(facet, value, context)?.blocks() ?? []
    for (const span of spansTouched(blocks, hundredsOf(cases), moved))
      paths.add(facetLeafPath(facet, value, span))
  }
  for (const path of pathsNamedAfter(change, context)) paths.add(path)
  return [...paths]
}

/** All pages of the list that bears the name of a changed record. */
function pathsNamedAfter({ table, key }: Change, context: Context): string[] {
  const facet = NAMED_AFTER[table]
  if (!facet) return []
  const leaves = leavesOf(casesOfFacet(facet, key, context)?.blocks() ?? [])
  return [facetLeafPath(facet, key), ...leaves.map((leaf) => facetLeafPath(facet, key, leaf))]
}

/** The places under which moved areas stood before. */
function placesLeft(changes: readonly Change[], world: World): [string, string][] {
  const parents = changes.flatMap(({ before }) => (before && 'parent' in before ? (before.parent ?? []) : []))
  return parents.flatMap((parent) => world.areaPath(parent)).map((slug) => ['area', slug])
}
