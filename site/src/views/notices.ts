import type { Row } from '#domain/snapshot'
import type { Change, World } from '#domain/world'
import type { PageKind } from '../context.ts'
import { noticeGroupPath, sectionPath } from '../urls.ts'
import { type Frame, frameOf } from './frame.ts'
import { type NoticeLine, noticeLine } from './noticeLine.ts'
import { type NoticeSum, noticeSums } from './noticeSums.ts'

/** Above so many rows the index shows groups of a hundred numbers instead of the rows. */
const MOST_ROWS = 100

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

function groupsOf(world: World): Map<string, Row<'notices'>[]> {
  const groups = new Map<string, Row<'notices'>[]>()
  for (const n of world.all('notices')) {
    const group = noticeGroupOf(n.number)
    groups.set(group, [...(groups.get(group) ?? []), n])
  }
  return groups
}

/** Newest first, the number where days are equal. */
export function newestFirst(a: Row<'notices'>, b: Row<'notices'>): number {
  return a.issuedOn > b.issuedOn ? -1 : a.issuedOn < b.issuedOn ? 1 : a.number < b.number ? -1 : 1
}

const lines = (notices: readonly Row<'notices'>[], world: World) =>
  [...notices].sort(newestFirst).map((n) => noticeLine(n, world))

const touches = ({ table }: Change) => table === 'notices' || table === 'departments' || table === 'cases'

export const noticesKind: PageKind<NoticesView> = {
  id: 'notices',
  pattern: /^notices\/index\.html$/,
  paths: () => [sectionPath('notices')],
  view: (_params, { world }) => {
    const notices = world.all('notices')
    const whole = notices.length <= MOST_ROWS
    return {
      frame: frameOf(
        sectionPath('notices'),
        {
          title: '督办文书',
          description: '提醒函、交办单、督办单：发给谁、为哪件事、要求哪天办完、后来怎样。',
          demo: notices.some((n) => n.origin === 'sample'),
        },
        world,
      ),
      sums: noticeSums(notices, world),
      lines: whole ? lines(notices, world) : [],
      groups: whole
        ? []
        : [...groupsOf(world)].map(([group, rows]) => ({
            href: noticeGroupPath(group),
            label: groupLabel(group),
            count: rows.length,
            sample: rows.some((n) => n.origin === 'sample'),
          })),
    }
  },
  affectedBy: (change) => (touches(change) ? [sectionPath('notices')] : []),
  countedToAsOf: () => [sectionPath('notices')],
}

export type NoticeGroupView = { frame: Frame; lines: NoticeLine[] }

/** A hundred numbers of one kind and year; these pages exist only while the index is too long. */
export const noticeGroupKind: PageKind<NoticeGroupView> = {
  id: 'notice-group',
  pattern: /^notices\/(?<group>(?:DEMO-)?(?:TX|JB|DB)-\d{4}-\d{2})\.html$/,
  paths: ({ world }) =>
    world.snapshot.tables.notices.size > MOST_ROWS ? [...groupsOf(world).keys()].map(noticeGroupPath) : [],
  view: ({ group }, { world }) => {
    const rows =
      world.snapshot.tables.notices.size > MOST_ROWS ? groupsOf(world).get(group as string) : undefined
    if (!rows) return null
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
  affectedBy: (change, { world }) =>
    touches(change)
      ? [...groupsOf(world).keys(), ...(change.table === 'notices' ? [noticeGroupOf(change.key)] : [])].map(
          noticeGroupPath,
        )
      : [],
  countedToAsOf: (context) => noticeGroupKind.paths(context),
}
