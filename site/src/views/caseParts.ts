import { type Case, caseCategory } from '#domain/case'
import type { AnyRow } from '#domain/snapshot'
import type { World } from '#domain/world'

/** The case rows among the two sides of a change of the table `cases`. */
function sides(before: AnyRow | undefined, after: AnyRow | undefined): Case[] {
  return [before, after].filter((row): row is Case => row !== undefined)
}
const unique = <T>(values: T[]): T[] => [...new Set(values)]

/** Duties that a changed case stood or stands under. */
export function caseDuties(before?: AnyRow, after?: AnyRow): string[] {
  return unique(sides(before, after).flatMap((c) => c.duties))
}

/** Categories that a changed case stood or stands under. */
export function caseCategories(before?: AnyRow, after?: AnyRow): number[] {
  return unique(sides(before, after).flatMap((c) => caseCategory(c) ?? []))
}

/** Areas that a changed case stood or stands in, with everything above them. */
export function caseAreas(world: World, before?: AnyRow, after?: AnyRow): string[] {
  return unique(sides(before, after).flatMap((c) => world.areaPath(c.area)))
}

/** Cases whose lines in lists print something of a changed department or place. */
export function casesNaming(table: 'departments' | 'areas', key: string, world: World): readonly string[] {
  return world.casesBy(table === 'departments' ? 'department' : 'area', key)
}
