import { type Case, caseCategory, departmentsOf } from '#domain/records/case'
import { isMerged } from '#domain/world/partsLeft'
import type { Change, World } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'

/** The sides of a change of a case that are there. */
function sides(before: Case | undefined, after: Case | undefined): Case[] {
  return [before, after].filter((row) => row !== undefined)
}
const unique = <T>(values: T[]): T[] => [...new Set(values)]

/** Duties that a changed case stood or stands under. */
export function caseDuties(before?: Case, after?: Case): string[] {
  return unique(sides(before, after).flatMap((c) => c.duties))
}

/** Categories that a changed case stood or stands under. */
export function caseCategories(before?: Case, after?: Case): number[] {
  return unique(sides(before, after).flatMap((c) => caseCategory(c) ?? []))
}

/** Areas that a changed case stood or stands in, with everything above them. */
export function caseAreas(world: World, before?: Case, after?: Case): string[] {
  return unique(sides(before, after).flatMap((c) => world.areaPath(c.area)))
}

/** Cases whose lines in lists print the name of a changed department or place: the short one of their first department; with a merger all cases, which stand in other lists. */
export function casesLinedOtherwise(change: Change, world: World): readonly string[] {
  const { table, key } = change
  if (table === 'areas') return world.casesBy('area', key)
  if (table !== 'departments' || !isCalledOtherwise(change, 'shortName')) return []
  if (isMerged(change)) return world.casesBy('department', key)
  return world.casesBy('department', key).filter((r) => departmentsOf(world.need('cases', r))[0] === key)
}
