import { keyedPart } from '#domain/figures/rowLists'
import { issueKey } from '#domain/world/noticeList'
import { isMerged, partsLeft } from '#domain/world/partsLeft'
import type { Change, World } from '#domain/world/world'
import type { Context } from '../context.ts'
import { onceTogether } from '../lists/onceTogether.ts'
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
  const left = partsLeft(change, world).map((part) => keyedPart(part).key)
  const own = touched.map((n) => world.department(n.recipient))
  const lists = touched.length > 0 ? [undefined, ...new Set([...own, ...left])] : []
  const paths = lists.flatMap((to) => {
    const isAll = to === undefined || left.includes(to)
    const some = isAll ? touched : touched.filter((n) => world.department(n.recipient) === to)
    const someSettled = some.some((n) => n.outcome !== undefined)
    return pathsTouchedIn(listOfNotices(world, to), some.map(issueKey), someSettled, moved)
  })
  return paths.filter(isBelow)
}

/** Most notices of one list that came or went with some changes: a merged department brings all of its own. */
export const noticesMoved = onceTogether((changes, { world }) => {
  const moved = changes.map((change) => (isMerged(change) ? world.noticesTo(change.key).size : 1))
  return moved.reduce((sum, n) => sum + n, 0)
})

/** First pages below that of all notices that print which notices are late. */
export function noticePathsCountedToAsOf({ world, statistics }: Context): string[] {
  const moved = statistics.movedScopes()
  return [undefined, ...recipients(world)]
    .flatMap((to) => pathsCountedToAsOf(listOfNotices(world, to), moved))
    .filter(isBelow)
}
