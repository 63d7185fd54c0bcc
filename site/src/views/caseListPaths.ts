import type { Case } from '#domain/case'
import type { CaseList } from '#domain/caseList'
import { FACETS } from '#domain/facets'
import { type Change, SCOPES, type World } from '#domain/world'
import type { Context } from '../context.ts'
import { caseListPath, facetPath, sectionPath } from '../urls.ts'
import { type Level, leavesOf, levelName, levelsOf, ROWS_ON_A_PAGE } from './caseLeaves.ts'

/** A list this long or shorter may open or close levels when some of its cases come or go at once. */
const NEAR_A_LEVEL = 3 * ROWS_ON_A_PAGE

/** Address of a leaf of the list of all cases. */
export function leafPath(leaf: Level): string {
  return caseListPath(leaf.year, leaf)
}

/** Address of a leaf of the list of one facet value; the index itself while the list is short. */
export function facetLeafPath(facet: string, value: string, leaf?: Level): string {
  return facetPath(facet, value, leaf && levelName(leaf))
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

/** Pages of the list of all cases that a change may touch. */
export function listPathsTouchedBy(change: Change, context: Context): string[] {
  const touched = casesTouchedBy(change, context)
  if (touched.length === 0) return []
  const paths = new Set([sectionPath('cases')])
  for (const c of touched) for (const level of levelsOf(c.reference)) paths.add(leafPath(level))
  const all = context.world.cases
  if (all.size <= NEAR_A_LEVEL) for (const leaf of leavesOf(all.blocks())) paths.add(leafPath(leaf))
  return [...paths]
}

/** Open cases: the only ones whose rows are counted to the as-of day. */
function openOnes({ world }: Context): Case[] {
  return SCOPES.flatMap((scope) => world.cases.open(scope)).map((r) => world.need('cases', r))
}

/** Pages of the list of all cases whose rows are counted to the as-of day. */
export function listPathsCountedToAsOf(context: Context): string[] {
  return [...new Set(openOnes(context).flatMap((c) => levelsOf(c.reference).map(leafPath)))]
}

/** Pages of facet lists whose rows are counted to the as-of day. */
export function facetPathsCountedToAsOf(context: Context): string[] {
  const paths = openOnes(context).flatMap((c) =>
    facetValuesOf(c, context.world).flatMap(([facet, value]) => [
      facetLeafPath(facet, value),
      ...levelsOf(c.reference).map((level) => facetLeafPath(facet, value, level)),
    ]),
  )
  return [...new Set(paths)]
}

/** Pages of facet lists that a change may touch, also of values that it emptied. */
export function facetPathsTouchedBy(change: Change, context: Context): string[] {
  const paths = new Set<string>()
  const near = new Set<string>()
  const left = change.table === 'areas' ? placesLeft(change, context.world) : []
  for (const c of casesTouchedBy(change, context))
    for (const [facet, value] of [...facetValuesOf(c, context.world), ...left]) {
      paths.add(facetLeafPath(facet, value))
      for (const level of levelsOf(c.reference)) paths.add(facetLeafPath(facet, value, level))
      near.add(`${facet} ${value}`)
    }
  if (change.table === 'areas') for (const slug of areasTouchedBy(change)) near.add(`area ${slug}`)
  if (change.table === 'duties') near.add(`duty ${change.key}`)
  if (change.table === 'departments') near.add(`department ${change.key}`)
  for (const name of near) {
    const [facet, value] = name.split(' ') as [string, string]
    paths.add(facetLeafPath(facet, value))
    const list = casesOfFacet(facet, value, context)
    const named = facet === change.table.replace(/ies$/, 'y').replace(/s$/, '')
    if (!list || (list.size > NEAR_A_LEVEL && !named)) continue
    for (const leaf of leavesOf(list.blocks())) paths.add(facetLeafPath(facet, value, leaf))
  }
  return [...paths]
}

/** The places above which a moved area stood before. */
function placesLeft({ before }: Change, world: World): [string, string][] {
  const parent = (before as { parent?: string } | undefined)?.parent
  return parent ? world.areaPath(parent).map((slug) => ['area', slug]) : []
}

function areasTouchedBy({ key, before, after }: Change): string[] {
  const parents = [before, after].flatMap((a) => (a as { parent?: string } | undefined)?.parent ?? [])
  return [key, ...parents]
}
