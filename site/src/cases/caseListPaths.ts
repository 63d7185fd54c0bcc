import { isCountedAlike } from '#domain/figures/countedAlike'
import { keyedPart } from '#domain/figures/rowLists'
import { type Case, isResolved } from '#domain/records/case'
import type { TableName } from '#domain/records/snapshot'
import { whistleKey } from '#domain/world/caseList'
import { FACETS, type FacetId } from '#domain/world/facets'
import { isMerged, partsLeft } from '#domain/world/partsLeft'
import type { Change, World } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'
import type { Context } from '../context.ts'
import { onceTogether } from '../lists/onceTogether.ts'
import { pathsCountedToAsOf, pathsOfList, pathsTouchedIn } from '../lists/openPages.ts'
import { casesLinedOtherwise } from '../rows/caseParts.ts'
import { type CaseListName, listOfCases, MONTHS, namesOfCaseLists } from './caseListOf.ts'

const ofTogether = onceTogether((changes, context) => ({
  moved: rowsMoved(changes, context),
  left: listsLeft(changes, context.world),
}))

/** Records by whose name a list is called. */
const NAMED_AFTER: Partial<Record<TableName, FacetId>> = {
  duties: 'duty',
  departments: 'department',
  areas: 'area',
}

/** Pages of lists that a change may touch, also of lists that it emptied. */
export function listPathsTouchedBy(change: Change, context: Context, together: readonly Change[]): string[] {
  const { world } = context
  const { moved, left } = ofTogether(together, context)
  const lists = new Map<string, { name: CaseListName; cases: Case[] }>()
  for (const c of casesTouchedBy(change, world))
    for (const name of [null, ...listsWith(c, world), ...left]) {
      const id = name ? `${name.facet} ${name.value}` : ''
      const list = lists.get(id) ?? { name, cases: [] }
      lists.set(id, list)
      list.cases.push(c)
    }
  const touched = [...lists.values()].flatMap(({ name, cases }) =>
    pathsTouchedIn(listOfCases(name, world), cases.map(whistleKey), cases.some(isResolved), moved),
  )
  return [...new Set([...touched, ...pathsNamedAfter(change, world)])]
}

/** First pages of lists in which a case is open: the only ones that print how long it has waited. */
export function listPathsCountedToAsOf({ world, statistics }: Context): string[] {
  const moved = statistics.movedScopes()
  return namesOfCaseLists(world).flatMap((name) => pathsCountedToAsOf(listOfCases(name, world), moved))
}

/** The lists of facet values under which a case stands; its month is a page of the list of all. */
function listsWith(c: Case, world: World): CaseListName[] {
  const facets = FACETS.filter((f) => f.id !== MONTHS)
  return facets.flatMap((f) => f.valuesOf(c, world).map((value) => ({ facet: f.id, value })))
}

/** The cases whose rows in lists a change may alter: the case itself, or those whose rows print a changed name. */
function casesTouchedBy(change: Change, world: World): Case[] {
  if (change.table === 'cases') return [change.before, change.after].filter((c) => c !== undefined)
  return casesLinedOtherwise(change, world).map((r) => world.need('cases', r))
}

/** Most rows of one list that came or went with some changes: a moved area brings all its cases, a merged department too. */
function rowsMoved(changes: readonly Change[], context: Context): number {
  const { world } = context
  const moved = (change: Change) => {
    if (change.table === 'cases') return isCountedAlike(change.before, change.after, context) ? 0 : 1
    if (change.table === 'areas') return world.list('area', change.key).size
    return isMerged(change) ? world.list('department', change.key).size : 0
  }
  return changes.reduce((sum, change) => sum + moved(change), 0)
}

/** All pages of the list that bears the name of a changed record. */
function pathsNamedAfter(change: Change, world: World): string[] {
  const { table, key } = change
  if (table === 'departments' && !isCalledOtherwise(change, 'name')) return []
  const facet = NAMED_AFTER[table]
  return facet ? pathsOfList(listOfCases({ facet, value: key }, world)) : []
}

/** The lists that moved areas and merged departments may have left. */
function listsLeft(changes: readonly Change[], world: World): CaseListName[] {
  return changes
    .flatMap((change) => partsLeft(change, world))
    .map((part) => {
      const { dimension, key } = keyedPart(part)
      return { facet: dimension as FacetId, value: key }
    })
}
