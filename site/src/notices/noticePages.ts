import { isMarkedSample } from '#domain/keys'
import { SCOPE_LABELS, SCOPES } from '#domain/scope'
import { idOfKey } from '#domain/world/timedKeys'
import type { World } from '#domain/world/world'
import type { Context, PageKind } from '../context.ts'
import { frameOf } from '../frame/frame.ts'
import { listHead } from '../lists/listHead.ts'
import type { ListPageView } from '../lists/listPage.ts'
import { spanPage, yearsOf } from '../lists/longList.ts'
import { hasOpenPages, pathsOfList } from '../lists/openPages.ts'
import type { RowsLink } from '../lists/pickedFileLinks.ts'
import { countBy, countOfAll, countOfKeys, scopedWords } from '../lists/scopedCount.ts'
import { ROWS_ON_A_PAGE } from '../lists/timeTree.ts'
import { lineWithoutLateness, type NoticeLine, noticeLine } from '../rows/noticeLine.ts'
import { noticesToPath, recordPath, sectionPath } from '../urls.ts'
import { noticePathsCountedToAsOf, noticePathsTouchedBy, noticesMoved } from './noticePaths.ts'
import { listOfNotices, NOTICE_WORDS, recipients } from './notices.ts'
import { rowsLinksTo } from './rowsLinksTo.ts'

export type NoticePageView = ListPageView<NoticeLine> & {
  /** Whether all are to one department: then the rows need not say to whom. */
  isToOne: boolean
  /** The files of these rows; on the first page of a department alone. */
  files: RowsLink[]
}

type Body = Pick<NoticePageView, 'sections' | 'bars' | 'others' | 'total'> & {
  words: string[]
  demo: boolean
  month: NoticePageView['above']
}

const FIRST = { href: sectionPath('notices'), words: '督办文书' }

function headBody(to: string, world: World): Body | null {
  const { timed } = world.noticesTo(to)
  if (timed.size === 0) return null
  const { open, sections, bars } = listHead({
    list: listOfNotices(world, to),
    words: NOTICE_WORDS,
    linesOf: (numbers) => numbers.map((number) => noticeLine(world.need('notices', number), world)),
  })
  const count = countBy((scope) => timed.sizeOf(scope))
  return {
    words: [],
    total: scopedWords(count, '份'),
    sections: [...open, ...sections],
    bars,
    others: [],
    demo: count.sample > 0,
    month: [],
  }
}

function unansweredBody(to: string | undefined, world: World): Body | null {
  const list = listOfNotices(world, to)
  if (!hasOpenPages(list)) return null
  const { rows } = list.open
  const sections = SCOPES.flatMap((scope) => {
    const keys = rows.first(scope, ROWS_ON_A_PAGE)
    const isWhole = keys.length === rows.sizeOf(scope)
    const note = isWhole ? `${keys.length}份，发出最久的在前` : `发出最久的${keys.length}份`
    const lines = keys.map((key) => noticeLine(world.need('notices', idOfKey(key)), world))
    const head = { words: SCOPE_LABELS[scope], note, sample: false }
    return keys.length > 0 ? [{ ...head, lines, rest: null }] : []
  })
  const count = countBy((scope) => rows.sizeOf(scope))
  return {
    words: [NOTICE_WORDS.open],
    total: scopedWords(count, '份'),
    sections,
    bars: yearsOf(list.open),
    others: [],
    demo: count.sample > 0,
    month: [],
  }
}

function spanBody(
  { to, open, page: span }: { to?: string; open?: string; page: string },
  world: World,
): Body | null {
  const list = listOfNotices(world, to)
  if (open && !hasOpenPages(list)) return null
  const page = spanPage(open ? list.open : list.all, span)
  if (!page) return null
  const lines = page.keys.map((key) => lineWithoutLateness(world.need('notices', idOfKey(key)), world))
  const isSplit = page.bars.length > 0
  const head = isSplit
    ? { words: NOTICE_WORDS.latest, note: `${scopedWords(countOfKeys(page.keys), '份')}，新的在前` }
    : { words: null, note: '' }
  const month = [
    ...(open ? [{ href: list.open.pathOf(), words: NOTICE_WORDS.open }] : []),
    ...(page.month ? [page.month] : []),
  ]
  return {
    words: [...(open ? [NOTICE_WORDS.open] : []), page.words],
    total: scopedWords(isSplit ? countOfAll(page.bars.map((g) => g.count)) : countOfKeys(page.keys), '份'),
    sections: [{ ...head, sample: false, lines, rest: null }],
    bars: page.bars,
    others: page.others,
    demo: page.keys.some((key) => isMarkedSample(idOfKey(key))),
    month,
  }
}

/** The pages of lists of notices: those of a department, and of all of them the months, their parts and those without an outcome. */
export const noticePagesKind: PageKind<NoticePageView> = {
  pattern: /^notices\/(?!index)(?:to\/(?<to>[a-z0-9-]+)\/)?(?:(?<open>open)\/)?(?<page>index|[\dn-]+)\.html$/,
  paths: ({ world }) =>
    [undefined, ...recipients(world)]
      .flatMap((to) => pathsOfList(listOfNotices(world, to)))
      .filter((path) => path !== FIRST.href),
  view: ({ to, open, page }, { world }: Context) => {
    const span = page === 'index' ? undefined : page
    const department = to === undefined ? undefined : world.get('departments', to)
    if (to !== undefined && (!department || department.replacedBy)) return null
    const body = span
      ? spanBody({ page: span, ...(to ? { to } : {}), ...(open ? { open } : {}) }, world)
      : open
        ? unansweredBody(to, world)
        : to && headBody(to, world)
    if (!body) return null
    const { words, demo, month, ...rest } = body
    const list = listOfNotices(world, to)
    const isFirst = to !== undefined && !open && !span
    const sent = department ? `发给${department.name}` : null
    const title = isFirst ? `${sent}的督办文书` : [sent, ...words].filter(Boolean).join('，')
    return {
      frame: frameOf(
        (open ? list.open : list.all).pathOf(span),
        {
          title: isFirst ? title : `督办文书：${title}`,
          description: `${isFirst ? title : `督办文书，${title}`}：${rest.total}。`,
          demo,
        },
        world,
      ),
      above: [FIRST, ...aboveOf(department, isFirst), ...month],
      title,
      isToOne: to !== undefined,
      files: isFirst ? rowsLinksTo(to, world) : [],
      ...rest,
    }
  },
  affectedBy: (change, context, together) =>
    noticePathsTouchedBy(change, context.world, noticesMoved(together, context)),
  countedToAsOf: noticePathsCountedToAsOf,
}

function aboveOf(
  department: { slug: string; name: string } | undefined,
  isFirst: boolean,
): NoticePageView['above'] {
  if (!department) return []
  const { slug, name } = department
  return isFirst
    ? [{ href: recordPath('departments', slug), words: name }]
    : [{ href: noticesToPath(slug), words: `发给${name}` }]
}
