import { isMarkedSample } from '#domain/keys'
import { SCOPE_LABELS, SCOPES } from '#domain/scope'
import { standingIn } from '#domain/world/caseIndexes'
import { FACETS } from '#domain/world/facets'
import { idOfKey } from '#domain/world/timedKeys'
import type { Context, PageKind } from '../context.ts'
import { frameOf } from '../frame/frame.ts'
import { type ListHead, listHead } from '../lists/listHead.ts'
import type { ListPageView } from '../lists/listPage.ts'
import { type LongList, spanPage, yearsOf } from '../lists/longList.ts'
import { hasOpenPages, pathsOfList } from '../lists/openPages.ts'
import { countBy, countOfAll, countOfKeys, scopedWords } from '../lists/scopedCount.ts'
import { monthOfSpan } from '../lists/timeSpans.ts'
import { ROWS_ON_A_PAGE } from '../lists/timeTree.ts'
import { type CaseLine, caseLines, linesWithoutAges } from '../rows/caseLine.ts'
import { sectionPath } from '../urls.ts'
import { type ListOfCases, listOfCases, MONTHS, namesOfCaseLists } from './caseListOf.ts'
import { listPathsCountedToAsOf, listPathsTouchedBy } from './caseListPaths.ts'
import { scopedTotals, totalsOf, totalsWords } from './scopedTotals.ts'

const CASE_WORDS = {
  open: '还没解决的',
  latest: '最近吹哨的',
  unit: '件',
  waiting: '等得最久',
}

export type CaseListView = ListPageView<CaseLine>

/** What the first page of a list shows. */
export function caseListHead(list: ListOfCases, context: Context): ListHead<CaseLine> {
  return listHead({
    list,
    words: CASE_WORDS,
    linesOf: (references) => caseLines(references, context),
  })
}

type Body = Pick<CaseListView, 'sections' | 'bars' | 'others' | 'total'> & {
  words: string
  demo: boolean
  month: CaseListView['above']
}

function headBody(list: ListOfCases, context: Context): Body {
  const totals = scopedTotals(list.cases)
  const { open, sections, bars } = caseListHead(list, context)
  return {
    sections: [...open, ...sections],
    bars,
    words: '',
    total: totalsWords(totals),
    demo: totals.some((t) => t.scope === 'sample'),
    month: [],
    others: [],
  }
}

/** The open cases of a list, the longest waiting first: all of them while they fit on a page. */
function openBody(list: ListOfCases, context: Context): Body | null {
  if (!hasOpenPages(list)) return null
  const { waiting } = list.cases
  const sections = SCOPES.flatMap((scope) => {
    const keys = waiting.first(scope, ROWS_ON_A_PAGE)
    const note =
      keys.length < waiting.sizeOf(scope) ? `等得最久的${keys.length}件` : `${keys.length}件，等得最久的在前`
    const lines = caseLines(keys.map(idOfKey), context)
    const head = { words: SCOPE_LABELS[scope], note, sample: false }
    return keys.length > 0 ? [{ ...head, lines, rest: null }] : []
  })
  const count = countBy((scope) => list.cases.openCount(scope))
  const total = scopedWords(count, '件')
  const demo = count.sample > 0
  return { sections, bars: yearsOf(list.open), words: '', total, demo, month: [], others: [] }
}

function spanBody(list: LongList, span: string, context: Context): Body | null {
  const page = spanPage(list, span)
  if (!page) return null
  const lines = linesWithoutAges(page.keys.map(idOfKey), context)
  const isPart = page.bars.length > 0
  const count = countOfAll(page.bars.map((group) => group.count))
  const total = isPart
    ? scopedWords(count, '件')
    : totalsWords(totalsOf(page.keys.map(idOfKey), context.world))
  const head = isPart
    ? { words: '最近的', note: `${scopedWords(countOfKeys(page.keys), '件')}，新的在前` }
    : { words: null, note: '' }
  return {
    words: page.words,
    total,
    sections: [{ ...head, sample: false, lines, rest: null }],
    bars: page.bars,
    others: page.others,
    demo: page.keys.some((key) => isMarkedSample(idOfKey(key))),
    month: page.month ? [page.month] : [],
  }
}

/** The pages of lists of cases: of every facet value, of the open ones, and of the months of all cases. */
export const caseListKind: PageKind<CaseListView> = {
  pattern:
    /^cases\/(?:by\/(?<facet>[a-z-]+)\/(?<value>[A-Za-z0-9-]+)\/)?(?:(?<open>open)\/)?(?<page>index|[\dn-]+)\.html$/,
  paths: ({ world }) => {
    const paths = namesOfCaseLists(world).flatMap((name) => pathsOfList(listOfCases(name, world)))
    return paths.filter((path) => path !== sectionPath('cases'))
  },
  view: ({ facet: id, value, open, page }, context) => {
    const { world } = context
    const isMonth = id === MONTHS
    const facet = FACETS.find((f) => f.id === id)
    if (id && !facet) return null
    // What was merged has no list of its own: its cases stand in that of its successor.
    if (facet && standingIn(facet.id, value as string, world) !== value) return null
    const list = listOfCases(facet && !isMonth ? { facet: facet.id, value: value as string } : null, world)
    const own = page === 'index' ? undefined : page
    const span = isMonth ? [value, own].filter(Boolean).join('-') : own
    if (list.cases.size === 0 || (isMonth && open) || (!facet && !open)) return null
    if (isMonth && monthOfSpan(span as string) !== value) return null
    const pages = open ? list.open : list.all
    const body = span
      ? open && !hasOpenPages(list)
        ? null
        : spanBody(pages, span, context)
      : open
        ? openBody(list, context)
        : headBody(list, context)
    if (!body) return null
    const label = facet && !isMonth ? facet.labelOf(value as string, world) : null
    const words = [label, open && CASE_WORDS.open, body.words].filter(Boolean)
    const title = words.join('，')
    const kind = facet && label ? facet.label : '事项'
    return {
      frame: frameOf(
        pages.pathOf(span),
        {
          title: `${kind}：${title}`,
          description: `${label ? `${kind}是“${label}”的事项` : '事项'}${[open && CASE_WORDS.open, body.words]
            .filter(Boolean)
            .map((w) => `，${w}`)
            .join('')}：${body.total}。`,
          demo: body.demo,
        },
        world,
      ),
      above: [
        ...aboveList(facet && label ? { kind, label, href: list.all.pathOf() } : null, !open && !span),
        ...(open && span ? [{ href: list.open.pathOf(), words: CASE_WORDS.open }] : []),
        ...body.month,
      ],
      title,
      total: body.total,
      sections: body.sections,
      bars: body.bars,
      others: body.others,
    }
  },
  affectedBy: listPathsTouchedBy,
  countedToAsOf: listPathsCountedToAsOf,
}

function aboveList(
  list: { kind: string; label: string; href: string } | null,
  isFirstPage: boolean,
): CaseListView['above'] {
  const all = { href: sectionPath('cases'), words: '事项' }
  if (!list) return [all]
  const filters = { href: `${sectionPath('cases')}#shaixuan`, words: '事项的筛选' }
  return isFirstPage ? [filters] : [filters, { href: list.href, words: `${list.kind}：${list.label}` }]
}
