import { monthOf } from '../dates.ts'
import { type Case, caseCategory, departmentsOf, whistledAt } from '../records/case.ts'
import { townOf } from '../world/town.ts'
import type { World } from '../world/world.ts'
import type { Dimension } from './metrics.ts'

/** A dimension and the key under which a record counts in it. */
export type KeyedPart = [Dimension, string]

/** What of a world tells in which parts a record counts. */
export type PartsWorld = Pick<World, 'areaPath' | 'get' | 'succession'>

/** The parts of all records in which a case counts: each of its duties, places upwards and departments, and one of the rest. */
export function partsOfCase(row: Case, world: PartsWorld): KeyedPart[] {
  const at = whistledAt(row)
  const month = at ? monthOf(at) : null
  const category = caseCategory(row)
  const parts: KeyedPart[] = [
    ...row.duties.map((d): KeyedPart => ['duty', d]),
    ...world.areaPath(row.area).map((a): KeyedPart => ['area', a]),
    ...world.succession.departments.allStanding(departmentsOf(row)).map((d): KeyedPart => ['department', d]),
  ]
  if (category) parts.push(['category', String(category)])
  if (month) parts.push(['month', month])
  const town = townOf(row.area, world)
  if (town) parts.push(['town', town])
  if (row.urgency) parts.push(['urgency', row.urgency])
  if (row.kind) parts.push(['kind', row.kind])
  return parts
}

/** One list for all the records of which nobody else is told: there are many. */
export const NOBODY: readonly string[] = []

/** Departments of a timeline that the case does not list, as they stand now. */
export function toldOnly(row: Case, { succession }: Pick<World, 'succession'>): readonly string[] {
  let found: string[] | null = null
  const listed = succession.departments.allStanding(departmentsOf(row))
  for (const { department } of row.timeline) {
    const standing = department && succession.departments.standing(department)
    if (standing && !listed.includes(standing)) found = [...(found ?? []), standing]
  }
  return found ?? NOBODY
}
