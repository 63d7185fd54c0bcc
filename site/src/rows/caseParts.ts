import { type Case, caseCategory } from '#domain/records/case'
import type { World } from '#domain/world/world'

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

/** Cases whose lines in lists print something of a changed department or place. */
export function casesNaming(table: 'departments' | 'areas', key: string, world: World): readonly string[] {
  return world.casesBy(table === 'departments' ? 'department' : 'area', key)
}
