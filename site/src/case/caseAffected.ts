import { scopeOf } from '#domain/scope'
import type { Change } from '#domain/world/world'
import type { Context } from '../context.ts'
import { casesLinedOtherwise } from '../rows/caseParts.ts'
import { showingSimilar, shownWith } from './similarCases.ts'

/** References of the cases whose pages may print something else after a change. */
export function casesAffectedBy(change: Change, { world }: Context): Set<string> {
  const { table, key, before, after } = change
  switch (table) {
    case 'cases': {
      const sides = [before, after].filter((c) => c !== undefined)
      return new Set([key, ...sides.flatMap((c) => showingSimilar(c, world))])
    }
    case 'notices': {
      const sides = [before, after].filter((n) => n !== undefined)
      return new Set([...sides.flatMap((n) => n.case ?? []), ...world.casesBy('notice', key)])
    }
    case 'departments': {
      const sent = world.noticesTo(key).numbers()
      return new Set([
        ...world.casesBy('department', key),
        ...shownWith(casesLinedOtherwise(change, world), world),
        ...world.casesBy('told', key),
        ...sent.flatMap((number) => world.need('notices', number).case ?? []),
      ])
    }
    case 'areas':
      return shownWith(world.casesBy('area', key), world)
    case 'duties':
      return new Set(world.casesBy('duty', key))
    case 'sources':
      return new Set(world.casesBy('source', key))
    default:
      return new Set()
  }
}

/** References of the cases whose pages print something counted to the as-of day: ages, lateness, notices that are due. */
export function casesCountedToAsOf({ world, statistics }: Context): Set<string> {
  const moved = statistics.movedScopes()
  const open = moved.flatMap((scope) => world.cases.open(scope))
  const waiting = world.notices
    .unanswered()
    .map((number) => world.need('notices', number))
    .flatMap((notice) => (moved.includes(scopeOf(notice)) ? (notice.case ?? []) : []))
  return new Set([...shownWith(open, world), ...statistics.countedToAsOf(), ...waiting])
}
