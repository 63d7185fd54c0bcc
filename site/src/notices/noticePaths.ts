import { issueKey } from '#domain/world/noticeList'
import type { Change, World } from '#domain/world/world'
import type { Context } from '../context.ts'
import { pathsCountedToAsOf, pathsTouchedIn } from '../lists/openPages.ts'
import { sectionPath } from '../urls.ts'
import { listOfNotices, noticesTouchedBy, recipients } from './notices.ts'

const isBelow = (path: string) => path !== sectionPath('notices')

/**
 * Pages of lists of notices that may print something else after a change: of the list of all, and of those of the
 * departments whose notices the change touches.
 * @param moved most notices that came or went at once
 */
export function noticePathsTouchedBy(change: Change, world: World, moved: number): string[] {
  const touched = noticesTouchedBy(change, world)
  const lists = touched.length > 0 ? [undefined, ...new Set(touched.map((n) => n.recipient))] : []
  const paths = lists.flatMap((to) => {
    const some = to === undefined ? touched : touched.filter((n) => n.recipient === to)
    const someSettled = some.some((n) => n.outcome !== undefined)
    return pathsTouchedIn(listOfNotices(world, to), some.map(issueKey), someSettled, moved)
  })
  return paths.filter(isBelow)
}

/** First pages below that of all notices that print which notices are late. */
export function noticePathsCountedToAsOf({ world, statistics }: Context): string[] {
  const moved = statistics.movedScopes()
  return [undefined, ...recipients(world)]
    .flatMap((to) => pathsCountedToAsOf(listOfNotices(world, to), moved))
    .filter(isBelow)
}
