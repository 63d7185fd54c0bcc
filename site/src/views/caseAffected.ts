import { isResolved } from '#domain/case'
import type { Row } from '#domain/snapshot'
import type { Change } from '#domain/world'
import type { Context } from '../context.ts'
import { showingSimilar, shownWith } from './similarCases.ts'

/** References of the cases whose pages may print something else after a change. */
export function casesAffectedBy({ table, key, before, after }: Change, { world }: Context): Set<string> {
  const named = (isNamed: (c: Row<'cases'>) => boolean) =>
    world
      .all('cases')
      .filter(isNamed)
      .map((c) => c.reference)
  switch (table) {
    case 'cases': {
      const sides = [before, after].filter((c) => c !== undefined) as Row<'cases'>[]
      return new Set([key, ...sides.flatMap((c) => showingSimilar(c, world))])
    }
    case 'notices': {
      const sides = [before, after].filter((n) => n !== undefined) as Row<'notices'>[]
      return new Set([
        ...sides.flatMap((n) => n.case ?? []),
        ...named((c) => c.timeline.some((e) => e.notice === key)),
      ])
    }
    case 'departments': {
      const sentTo = [...world.snapshot.tables.notices.values()].filter((n) => n.recipient === key)
      const told = named((c) => c.timeline.some((e) => e.department === key))
      return new Set([
        ...shownWith(world.casesBy('department', key), world),
        ...told,
        ...sentTo.flatMap((n) => n.case ?? []),
      ])
    }
    case 'areas':
      return shownWith(world.casesBy('area', key), world)
    case 'duties':
      return new Set(world.casesBy('duty', key))
    case 'sources':
      return new Set(named((c) => c.sources.includes(key)))
    default:
      return new Set()
  }
}

/** References of the cases whose pages print something counted to the as-of day: ages, lateness, notices that are due. */
export function casesCountedToAsOf({ world, statistics }: Context): Set<string> {
  const all = world.all('cases')
  const open = all.filter((c) => !isResolved(c)).map((c) => c.reference)
  const absent = all.filter((c) => statistics.factsOf(c).calls.some((call) => call.arrivalIndex === null))
  const withNotices = [...world.snapshot.tables.notices.values()].flatMap((n) => n.case ?? [])
  return new Set([...shownWith(open, world), ...absent.map((c) => c.reference), ...withNotices])
}
