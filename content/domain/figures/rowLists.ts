import { monthOf } from '../dates.ts'
import type { Notice } from '../records/notice.ts'
import type { Row } from '../records/snapshot.ts'
import { SCOPES, type Scope, scopeOf } from '../scope.ts'
import { type IndexName, standingIn } from '../world/caseIndexes.ts'
import type { World } from '../world/world.ts'
import type { Dimension, Metric, MetricTable } from './metrics.ts'
import { type PartsWorld, partsOfCase } from './partsOfCase.ts'
import type { Part } from './statistics.ts'

/** The rows of one table that stand behind the figures of a part of a scope. */
export type RowList = { table: MetricTable; scope: Scope; part: Part }

/** Up to so many rows the file of a list is in the same switch as the pages that lead to it; a longer one follows. */
export const MOST_ROWS_OF_A_LIST = 1_000

/** A list of more rows has no file of its own: it is cut from the table by the columns that the file's words name. */
export const MOST_ROWS_THAT_FOLLOW = 10_000

/** Which files of lists have not followed yet, and of which snapshot each of them is: its address. */
export const ROW_LISTS_FILE = 'data/row-lists.json'

/** The look-up of cases that gives the cases of a dimension. A town is an area. */
export const INDEX_OF: Record<Dimension, IndexName> = {
  category: 'category',
  month: 'year-month',
  urgency: 'urgency',
  kind: 'kind',
  town: 'area',
  area: 'area',
  department: 'department',
  duty: 'duty',
}

type Keyed = { dimension: Dimension; key: string }

/** Dimension and key of a part; null for all records. */
export function keyedPart(part: Exclude<Part, 'all'>): Keyed
export function keyedPart(part: Part): Keyed | null
export function keyedPart(part: Part): Keyed | null {
  if (part === 'all') return null
  const at = part.indexOf(':')
  return { dimension: part.slice(0, at) as Dimension, key: part.slice(at + 1) }
}

/** Address of a list's file, relative to the root of the site. */
export function rowListPath({ table, scope, part }: RowList): string {
  const keyed = keyedPart(part)
  if (!keyed) return `data/${table}/by/${scope}/all.csv`
  const dimension = keyed.dimension === 'town' ? 'area' : keyed.dimension
  return `data/${table}/by/${scope}/${dimension}/${keyed.key}.csv`
}

/** The rows behind a figure of a part; null where events count by their own month, and not by their case's. */
export function listOf(metric: Metric, scope: Scope, part: Part): RowList | null {
  const isByOwnMonth = metric.table === 'events' && metric.basis === 'flow'
  return isByOwnMonth && keyedPart(part)?.dimension === 'month' ? null : { table: metric.table, scope, part }
}

/** The department whose own events alone are rows of a list; null where a case gives all of its rows. */
function ownDepartment({ table, part }: RowList): string | null {
  const keyed = keyedPart(part)
  return table === 'events' && keyed?.dimension === 'department' ? keyed.key : null
}

/** The departments whose events alone are rows of a list: one, and what was merged into it; null where all are. */
export function ownDepartments(list: RowList, { succession }: Pick<World, 'succession'>): string[] | null {
  const own = ownDepartment(list)
  return own === null ? null : [own, ...succession.departments.mergedInto(own)]
}

function casesOf(list: RowList, world: World) {
  const keyed = keyedPart(list.part)
  if (!keyed) return world.cases
  return world.list(ownDepartment(list) ? 'told' : INDEX_OF[keyed.dimension], keyed.key)
}

function noticesOf({ scope, part }: RowList, world: World): string[] {
  const keyed = keyedPart(part)
  const own = keyed?.dimension === 'department' ? world.noticesTo(keyed.key) : world.notices
  if (keyed && keyed.dimension !== 'department' && keyed.dimension !== 'month') return []
  return own.numbers().filter((number) => {
    const notice = world.need('notices', number)
    return (
      scopeOf(notice) === scope && (keyed?.dimension !== 'month' || monthOf(notice.issuedOn) === keyed.key)
    )
  })
}

/** Keys of the records that give the rows of a list, in order. */
export function recordsOfList(list: RowList, world: World): string[] {
  if (list.table === 'notices') return noticesOf(list, world).sort()
  return casesOf(list, world)
    .references()
    .filter((reference) => scopeOf(world.need('cases', reference)) === list.scope)
}

function noticeCount(list: RowList, world: World): number {
  const keyed = keyedPart(list.part)
  if (!keyed) return world.notices.timed.sizeOf(list.scope)
  if (keyed.dimension === 'department') return world.noticesTo(keyed.key).timed.sizeOf(list.scope)
  return noticesOf(list, world).length
}

/** Whether a list is of a place or department that was merged: its rows are in the list of its successor. */
function isOfMerged({ part }: RowList, world: World): boolean {
  const keyed = keyedPart(part)
  return keyed !== null && standingIn(INDEX_OF[keyed.dimension], keyed.key, world) !== keyed.key
}

/** Number of rows of a list. */
export function rowsOfList(list: RowList, world: World): number {
  if (isOfMerged(list, world)) return 0
  if (list.table === 'notices') return noticeCount(list, world)
  const own = ownDepartment(list)
  if (own) return world.eventsOf(list.scope, own)
  const cases = casesOf(list, world)
  return list.table === 'cases' ? cases.total(list.scope) : cases.events(list.scope)
}

/** When the file of a list is there: with the pages, some seconds after them, or never. */
export type RowFileTime = 'with-pages' | 'follows' | 'never'

export function rowFileTime(list: RowList, world: World): RowFileTime {
  const rows = rowsOfList(list, world)
  if (rows === 0 || rows > MOST_ROWS_THAT_FOLLOW) return 'never'
  return rows <= MOST_ROWS_OF_A_LIST ? 'with-pages' : 'follows'
}

/** The lists in which a case has rows. */
export function listsOfCase(row: Row<'cases'>, world: PartsWorld): RowList[] {
  const scope = scopeOf(row)
  const parts: Part[] = ['all', ...partsOfCase(row, world).map(([d, key]): Part => `${d}:${key}`)]
  const named = world.succession.departments.allStanding(row.timeline.flatMap((e) => e.department ?? []))
  const told = named.map((department): Part => `department:${department}`)
  return [
    ...parts.map((part): RowList => ({ table: 'cases', scope, part })),
    ...[...parts, ...told].map((part): RowList => ({ table: 'events', scope, part })),
  ]
}

/** The lists in which a notice is a row. */
export function listsOfNotice(notice: Notice, { succession }: Pick<World, 'succession'>): RowList[] {
  const month = monthOf(notice.issuedOn)
  const parts: Part[] = ['all', `department:${succession.departments.standing(notice.recipient)}`]
  if (month) parts.push(`month:${month}`)
  return parts.map((part) => ({ table: 'notices', scope: scopeOf(notice), part }))
}

/** Every list that has a row, each once by its address. */
export function everyList(world: World): RowList[] {
  const lists = new Map<string, RowList>()
  const take = (list: RowList) => lists.set(rowListPath(list), list)
  for (const scope of SCOPES)
    for (const table of ['cases', 'events'] as const) {
      take({ table, scope, part: 'all' })
      for (const [dimension, index] of Object.entries(INDEX_OF) as [Dimension, IndexName][])
        for (const key of world.keysOf(index)) take({ table, scope, part: `${dimension}:${key}` })
      for (const key of world.keysOf('told')) take({ table, scope, part: `department:${key}` })
    }
  for (const notice of world.all('notices')) for (const list of listsOfNotice(notice, world)) take(list)
  return [...lists.values()]
}
