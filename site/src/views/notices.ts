import type { Row } from '#domain/snapshot'
import { NOTICE_KINDS } from '#domain/vocabulary'
import type { Change, World } from '#domain/world'
import type { PageKind } from '../context.ts'
import { noticeGroupPath, sectionPath } from '../urls.ts'
import { type Frame, frameOf } from './frame.ts'
import { type NoticeLine, newestFirst, noticeLine } from './noticeLine.ts'
import { type NoticeSum, noticeSums } from './noticeSums.ts'

/** Above so many rows the index shows groups of a hundred numbers instead of the rows. */
const MOST_ROWS = 100
/** Near that number the groups may open or close when some notices come or go at once. */
const NEAR_MOST_ROWS = 3 * MOST_ROWS

export type NoticesView = {
  frame: Frame
  sums: NoticeSum[]
  /** The rows themselves, or the groups that hold them; both are empty while nothing is published. */
  lines: NoticeLine[]
  groups: { href: string; label: string; count: number; sample: boolean }[]
}

/** Group of a notice: kind, year and hundred of its number: `TX-2022-0107` → `TX-2022-01`. */
export function noticeGroupOf(number: string): string {
  return number.slice(0, -2)
}

/** Numbers from and to which a group may hold: `TX-2022-01` → `TX-2022-0100—0199`. */
function groupLabel(group: string): string {
  return `${group}00—${group.slice(-2)}99`
}

/** Names of the groups that hold a notice, in order. */
function groupsOf(numbers: readonly string[]): string[] {
  return [...new Set(numbers.map(noticeGroupOf))]
}

function rowsOf(group: string, world: World): Row<'notices'>[] {
  return world
    .keys('notices')
    .filter((number) => noticeGroupOf(number) === group)
    .map((number) => world.need('notices', number))
}

const lines = (notices: readonly Row<'notices'>[], world: World) =>
  [...notices].sort(newestFirst).map((n) => noticeLine(n, world))

/** Numbers of the notices whose lines a change may touch. */
function touchedBy({ table, key }: Change, world: World): readonly string[] {
  if (table === 'notices') return [key]
  if (table === 'cases') return world.noticesOf(key)
  return table === 'departments' ? world.noticesTo(key).numbers() : []
}

export const noticesKind: PageKind<NoticesView> = {
  id: 'notices',
  pattern: /^notices\/index\.html$/,
  paths: () => [sectionPath('notices')],
  view: (_params, { world }) => {
    const whole = world.notices.size <= MOST_ROWS
    return {
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
      lines: whole ? lines(world.all('notices'), world) : [],
      groups: whole ? [] : groupLines(world),
    }
  },
  affectedBy: (change, { world }) => (touchedBy(change, world).length > 0 ? [sectionPath('notices')] : []),
  countedToAsOf: () => [sectionPath('notices')],
}

function groupLines(world: World): NoticesView['groups'] {
  const groups = new Map<string, { count: number; sample: boolean }>()
  for (const n of world.all('notices')) {
    const group = noticeGroupOf(n.number)
    const { count, sample } = groups.get(group) ?? { count: 0, sample: false }
    groups.set(group, { count: count + 1, sample: sample || n.origin === 'sample' })
  }
  return [...groups].map(([group, of]) => ({
    href: noticeGroupPath(group),
    label: groupLabel(group),
    ...of,
  }))
}

export type NoticeGroupView = { frame: Frame; lines: NoticeLine[] }

/** A hundred numbers of one kind and year; these pages exist only while the index is too long. */
export const noticeGroupKind: PageKind<NoticeGroupView> = {
  id: 'notice-group',
  pattern: /^notices\/(?<group>(?:DEMO-)?(?:TX|JB|DB)-\d{4}-\d{2})\.html$/,
  paths: ({ world }) =>
    world.notices.size > MOST_ROWS ? groupsOf(world.keys('notices')).map(noticeGroupPath) : [],
  view: ({ group }, { world }) => {
    const rows = world.notices.size > MOST_ROWS ? rowsOf(group as string, world) : []
    if (rows.length === 0) return null
    return {
      frame: frameOf(
        noticeGroupPath(group as string),
        {
          title: `督办文书 ${groupLabel(group as string)}`,
          description: `编号在 ${groupLabel(group as string)} 的督办文书。`,
          demo: rows.some((n) => n.origin === 'sample'),
        },
        world,
      ),
      lines: lines(rows, world),
    }
  },
  affectedBy: (change, { world }) => {
    const opening = change.table === 'notices' && world.notices.size <= NEAR_MOST_ROWS
    const touched = [...(opening ? world.keys('notices') : []), ...touchedBy(change, world)]
    return groupsOf(touched).map(noticeGroupPath)
  },
  countedToAsOf: ({ world }) => groupsOf(world.notices.unanswered()).map(noticeGroupPath),
}
