import { isMarkedSample } from '#domain/keys'
import { SCOPE_LABELS, SCOPES } from '#domain/scope'
import { issueKey } from '#domain/world/noticeList'
import { idOfKey } from '#domain/world/timedKeys'
import type { Context, PageKind } from '../context.ts'
import { frameOf } from '../frame/frame.ts'
import type { ListPageView } from '../lists/listPage.ts'
import { spanPage, yearsOf } from '../lists/longList.ts'
import { hasOpenPages, pathsCountedToAsOf, pathsOfList, pathsTouchedIn } from '../lists/openPages.ts'
import { countBy, countOfAll, countOfKeys, scopedWords } from '../lists/scopedCount.ts'
import { ROWS_ON_A_PAGE } from '../lists/timeTree.ts'
import { lineWithoutLateness, type NoticeLine, noticeLine } from '../rows/noticeLine.ts'
import { sectionPath } from '../urls.ts'
import { listOfNotices, NOTICE_WORDS, noticesTouchedBy } from './notices.ts'

export type NoticePageView = ListPageView<NoticeLine>

type Body = Omit<NoticePageView, 'frame'> & { demo: boolean }

function unansweredBody({ world }: Context): Body | null {
  if (!hasOpenPages(listOfNotices(world))) return null
  const { waiting } = world.notices
  const sections = SCOPES.flatMap((scope) => {
    const keys = waiting.first(scope, ROWS_ON_A_PAGE)
    const note = `${keys.length}份，发出最久的在前`
    const lines = keys.map((key) => noticeLine(world.need('notices', idOfKey(key)), world))
    const head = { words: SCOPE_LABELS[scope], note, sample: false }
    return keys.length > 0 ? [{ ...head, lines, rest: null }] : []
  })
  return {
    above: [{ href: sectionPath('notices'), words: '督办文书' }],
    title: NOTICE_WORDS.open,
    total: scopedWords(
      countBy((scope) => waiting.sizeOf(scope)),
      '份',
    ),
    sections,
    bars: yearsOf(listOfNotices(world).open),
    others: [],
    demo: waiting.sizeOf('sample') > 0,
  }
}

function spanBody(span: string, ofUnanswered: boolean, { world }: Context): Body | null {
  const list = listOfNotices(world)
  if (ofUnanswered && !hasOpenPages(list)) return null
  const page = spanPage(ofUnanswered ? list.open : list.all, span)
  if (!page) return null
  const lines = page.keys.map((key) => lineWithoutLateness(world.need('notices', idOfKey(key)), world))
  const isSplit = page.bars.length > 0
  const head = isSplit
    ? { words: NOTICE_WORDS.latest, note: `${scopedWords(countOfKeys(page.keys), '份')}，新的在前` }
    : { words: null, note: '' }
  const first = { href: sectionPath('notices'), words: '督办文书' }
  const open = { href: list.open.pathOf(), words: NOTICE_WORDS.open }
  return {
    above: [first, ...(ofUnanswered ? [open] : []), ...(page.month ? [page.month] : [])],
    title: [ofUnanswered && NOTICE_WORDS.open, page.words].filter(Boolean).join('，'),
    total: scopedWords(isSplit ? countOfAll(page.bars.map((g) => g.count)) : countOfKeys(page.keys), '份'),
    sections: [{ ...head, sample: false, lines, rest: null }],
    bars: page.bars,
    others: page.others,
    demo: page.keys.some((key) => isMarkedSample(idOfKey(key))),
  }
}

/** The pages of a long list of notices: its months, their parts, and those without an outcome. */
export const noticePagesKind: PageKind<NoticePageView> = {
  pattern: /^notices\/(?:(?<open>open)\/(?:index|(?<part>[\dn-]+))|(?<span>[\dn-]+))\.html$/,
  paths: ({ world }) => pathsOfList(listOfNotices(world)).filter(isBelow),
  view: ({ open, part, span }, context) => {
    const name = part ?? span
    const found = name ? spanBody(name, open !== undefined, context) : unansweredBody(context)
    if (!found) return null
    const { demo, ...body } = found
    const list = listOfNotices(context.world)
    const frame = frameOf(
      (open ? list.open : list.all).pathOf(name),
      {
        title: `督办文书：${body.title}`,
        description: `督办文书，${body.title}：${body.total}。`,
        demo,
      },
      context.world,
    )
    return { frame, ...body }
  },
  affectedBy: (change, { world }, together) => {
    const touched = noticesTouchedBy(change, world)
    if (touched.length === 0) return []
    const someSettled = touched.some((n) => n.outcome !== undefined)
    const keys = touched.map(issueKey)
    return pathsTouchedIn(listOfNotices(world), keys, someSettled, together.length).filter(isBelow)
  },
  countedToAsOf: ({ world }) => pathsCountedToAsOf(listOfNotices(world)).filter(isBelow),
}

const isBelow = (path: string) => path !== sectionPath('notices')
