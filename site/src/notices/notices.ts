import type { Row } from '#domain/records/snapshot'
import { NOTICE_KINDS } from '#domain/vocabulary'
import type { Change, World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { listHead, type RowSection } from '../lists/listHead.ts'
import type { BarGroup } from '../lists/longList.ts'
import type { ListWithOpen } from '../lists/openPages.ts'
import { type NoticeLine, noticeLine } from '../rows/noticeLine.ts'
import { listPath, sectionPath } from '../urls.ts'
import { type NoticeSum, noticeSums } from './noticeSums.ts'

export const NOTICE_WORDS = { open: '还没有结果的', latest: '最近发出的', unit: '份', waiting: '发出最久' }

export type NoticesView = {
  frame: Frame
  sums: NoticeSum[]
  open: RowSection<NoticeLine>[]
  /** The latest of the others. */
  sections: RowSection<NoticeLine>[]
  bars: BarGroup[]
}

/**
 * The pages of notices by their day of issue, and of those without an outcome.
 * @param to only those that this department received
 */
export function listOfNotices(world: World, to?: string): ListWithOpen {
  const notices = to === undefined ? world.notices : world.noticesTo(to)
  const base = to === undefined ? 'notices' : `notices/to/${to}`
  const pathOf = (folder: string) => (span?: string) => listPath(folder, span)
  return {
    all: { rows: notices.timed, hasMonthsAlways: to === undefined, pathOf: pathOf(base) },
    open: { rows: notices.waiting, hasMonthsAlways: false, pathOf: pathOf(`${base}/open`) },
  }
}

/** Departments that received any notice. */
export function recipients(world: World): string[] {
  return world
    .keys('departments')
    .filter((slug) => world.department(slug) === slug && world.noticesTo(slug).size > 0)
}

/** The notices whose lines a change may touch, as they were and as they are. */
export function noticesTouchedBy({ table, key, before, after }: Change, world: World): Row<'notices'>[] {
  if (table === 'notices') return [before, after].filter((n) => n !== undefined)
  const numbers =
    table === 'cases' ? world.noticesOf(key) : table === 'departments' ? world.noticesTo(key).numbers() : []
  return numbers.map((number) => world.need('notices', number))
}

export const noticesKind: PageKind<NoticesView> = {
  pattern: /^notices\/index\.html$/,
  paths: () => [sectionPath('notices')],
  view: (_params, { world }) => ({
    frame: frameOf(
      sectionPath('notices'),
      {
        title: '督办文书',
        description: '提醒函、交办单、督办单：发给谁、为哪件事、要求哪天办完、后来怎样。',
        demo: NOTICE_KINDS.some((kind) => world.notices.countOf('sample', kind).sent > 0),
      },
      world,
    ),
    sums: noticeSums(world.notices, world),
    ...listHead({
      list: listOfNotices(world),
      words: NOTICE_WORDS,
      linesOf: (numbers) => numbers.map((number) => noticeLine(world.need('notices', number), world)),
    }),
  }),
  affectedBy: (change, { world }) =>
    noticesTouchedBy(change, world).length > 0 ? [sectionPath('notices')] : [],
  countedToAsOf: () => [sectionPath('notices')],
}
