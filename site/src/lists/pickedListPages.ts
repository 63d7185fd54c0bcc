import { metricOf } from '#domain/figures/metrics'
import { PICKED_LISTS, type PickedList } from '#domain/figures/pickedLists'
import type { Row } from '#domain/records/snapshot'
import { SCOPE_LABELS, SCOPES } from '#domain/scope'
import { whistleKey } from '#domain/world/caseList'
import { idOfKey, TimedKeys } from '#domain/world/timedKeys'
import type { Change } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'
import type { Context, PageKind } from '../context.ts'
import { frameOf } from '../frame/frame.ts'
import { type CaseLine, caseLines, linesWithoutAges } from '../rows/caseLine.ts'
import { casesLinedOtherwise } from '../rows/caseParts.ts'
import { figurePath, pickedPagePath, sectionPath } from '../urls.ts'
import { listHead, type RowSection } from './listHead.ts'
import type { ListPageView } from './listPage.ts'
import { type LongList, pathsBelow, pathsTouchedBelow, spanPage } from './longList.ts'
import { MOMENT_HEADS, type MomentLine, type MomentListId, momentLines } from './momentLine.ts'
import { onceTogether } from './onceTogether.ts'
import { filesOfPicked, type RowsLink } from './pickedFileLinks.ts'
import { countBy, countOfAll, countOfKeys, countOfRows, scopedWords } from './scopedCount.ts'
import type { SpanName } from './timeSpans.ts'

type Line = CaseLine | MomentLine
/** A page of a picked list. Its rows are cases, or moments of cases under heads. */
export type PickedListView = ListPageView<Line> & {
  definition: string
  heads: readonly string[] | null
  /** The figures whose rows these are, and the files of these rows. */
  links: RowsLink[]
}

type Body = Pick<PickedListView, 'sections' | 'bars' | 'others' | 'total'> & {
  words: string
  month: PickedListView['above']
}
const NOTHING = new TimedKeys()
const isOfMoments = (list: PickedList): list is PickedList & { id: MomentListId } => list.table === 'events'

function longListOf(list: PickedList, { statistics }: Context): LongList {
  return {
    rows: statistics.picked.timed(list.id),
    hasMonthsAlways: false,
    pathOf: (span) => pickedPagePath(list.id, span),
  }
}

/** Rows of cases in the given order; without what grows with the days on pages that no new day may alter. */
function linesOf(
  list: PickedList,
  references: readonly string[],
  isFirst: boolean,
  context: Context,
): Line[] {
  if (!isOfMoments(list)) return (isFirst ? caseLines : linesWithoutAges)(references, context)
  return references.flatMap((reference) => {
    const c = context.world.need('cases', reference)
    return momentLines(list.id, c, list.picks(c, context.statistics.factsOf(c)), context)
  })
}

function totalWords(list: PickedList, { statistics }: Context): string {
  const { picked } = statistics
  const some = SCOPES.filter((scope) => picked.rows(list.id, scope) > 0)
  return some.map((s) => `${SCOPE_LABELS[s]}${picked.rows(list.id, s)}${list.unit}`).join('，')
}

function slowestBody(list: PickedList, context: Context): Body {
  const sections = SCOPES.flatMap((scope): RowSection<Line>[] => {
    const references = context.statistics.picked.slowest(scope)
    const note = `${references.length}件，最慢的在前`
    const lines = linesOf(list, references, true, context)
    return lines.length > 0 ? [{ words: SCOPE_LABELS[scope], note, sample: false, lines, rest: null }] : []
  })
  return { sections, bars: [], others: [], words: '', total: totalWords(list, context), month: [] }
}

function firstBody(list: PickedList, context: Context): Body {
  const all = longListOf(list, context)
  const { sections, bars } = listHead<Line>({
    list: { all, open: { ...all, rows: NOTHING } },
    words: { open: '', latest: '最近吹哨的', unit: '件', waiting: '' },
    linesOf: (references) => linesOf(list, references, true, context),
  })
  const isMany = list.unit === '次'
  const cases = scopedWords(
    countBy((scope) => all.rows.sizeOf(scope)),
    '件事项',
  )
  const total = `${totalWords(list, context)}${isMany ? `，在${cases}里` : ''}`
  return { sections, bars, others: [], words: '', total, month: [] }
}

function spanBody(list: PickedList, span: SpanName, context: Context): Body | null {
  const page = spanPage(longListOf(list, context), span)
  if (!page) return null
  const lines = linesOf(list, page.keys.map(idOfKey), false, context)
  const isPart = page.bars.length > 0
  const head = isPart
    ? { words: '最近的', note: `${scopedWords(countOfKeys(page.keys), '件')}，新的在前` }
    : { words: null, note: '' }
  return {
    sections: [{ ...head, sample: false, lines, rest: null }],
    bars: page.bars,
    others: page.others,
    words: `${page.words}吹哨的`,
    total: isPart
      ? scopedWords(countOfAll(page.bars.map((group) => group.count)), '件事项')
      : scopedWords(countOfRows(lines), list.unit),
    month: page.month ? [page.month] : [],
  }
}

/** Rows that no single column tells: late calls, objections, extensions, what was reopened, what took longest. */
export const pickedListKind: PageKind<PickedListView> = {
  pattern: /^lists\/(?<id>[a-z]+)\/(?<page>index|[\dn-]+)\.html$/,
  paths: (context) =>
    PICKED_LISTS.filter((list) => context.statistics.picked.size(list.id) > 0).flatMap((list) => [
      pickedPagePath(list.id),
      ...pathsBelow(longListOf(list, context)),
    ]),
  view: ({ id, page }, context) => {
    const list = PICKED_LISTS.find((one) => one.id === id)
    if (!list || context.statistics.picked.size(list.id) === 0) return null
    const span = page === 'index' ? undefined : page
    if (list.id === 'slowest' && span) return null
    const body = span
      ? spanBody(list, span, context)
      : (list.id === 'slowest' ? slowestBody : firstBody)(list, context)
    if (!body) return null
    const title = [list.label, body.words].filter(Boolean).join('，')
    const demo = body.sections.some(({ lines }) => lines.some((line) => line.sample))
    return {
      frame: frameOf(
        pickedPagePath(list.id, span),
        { title, description: `${title}：${list.definition}`, demo },
        context.world,
      ),
      above: [
        { href: sectionPath('statistics'), words: '统计' },
        ...(span ? [{ href: pickedPagePath(list.id), words: list.label }] : []),
        ...body.month,
      ],
      title,
      definition: list.definition,
      total: body.total,
      heads: isOfMoments(list) ? MOMENT_HEADS[list.id] : null,
      links: [
        ...list.of.map((metric) => ({ href: figurePath(metric), text: `统计：${metricOf(metric).label}` })),
        ...filesOfPicked(list, span, context),
      ],
      sections: body.sections,
      bars: body.bars,
      others: body.others,
    }
  },
  affectedBy: (change, context, together) => pathsTouchedBy(change, context, rowsMoved(together, context)),
  // Below the first page nothing printed grows with the days: rows only come and go.
  countedToAsOf: (context, together) =>
    PICKED_LISTS.flatMap((list) => {
      const keys = context.statistics.picked.movedByDay(list.id)
      return touchedIn(list, keys, keys.length + rowsMoved(together, context), context)
    }),
}

function touchedIn(list: PickedList, keys: readonly string[], moved: number, context: Context): string[] {
  const below = list.id === 'slowest' ? [] : pathsTouchedBelow(longListOf(list, context), keys, moved)
  return [pickedPagePath(list.id), ...below]
}

function pathsTouchedBy(change: Change, context: Context, moved: number): string[] {
  return PICKED_LISTS.flatMap((list) => {
    const cases = casesTouchedBy(change, list, context)
    const own = cases.filter((c) => list.picks(c, context.statistics.factsOf(c)).length > 0)
    return own.length > 0 ? touchedIn(list, own.map(whistleKey), moved, context) : []
  })
}

/** The cases whose rows in a list a change may alter: rows of moments print the full name of their own department. */
function casesTouchedBy(change: Change, list: PickedList, { world }: Context): Row<'cases'>[] {
  if (change.table === 'cases') return [change.before, change.after].filter((c) => c !== undefined)
  if (!isOfMoments(list)) return casesLinedOtherwise(change, world).map((r) => world.need('cases', r))
  const told = isCalledOtherwise(change, 'name') ? world.casesBy('told', change.key) : []
  return told.map((r) => world.need('cases', r))
}

/** Most rows of a list that came or went with some changes. */
const rowsMoved = onceTogether((changes) => changes.filter(({ table }) => table === 'cases').length)
