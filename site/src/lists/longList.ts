import type { TimedRows } from '#domain/world/timedKeys'
import { countOfAll, countOfKeys, type ScopedCount } from './scopedCount.ts'
import { monthOfSpan, monthSpanWords, type SpanName, spanWordsInMonth } from './timeSpans.ts'
import { spansOfAll, spansTouched, wasOtherwise } from './timeTouched.ts'
import { beside, type Leaf, leavesOf, placeAmongHundreds, ROWS_ON_A_PAGE, spansOf } from './timeTree.ts'

/** A list with a first page and, when it is long, pages of months and of parts of months. */
export type LongList = {
  rows: TimedRows
  /** Whether its months have pages also while all rows fit on the first page: pages of figures link to them. */
  hasMonthsAlways: boolean
  /** Address of a page; of the first one without a span. */
  pathOf: (span?: SpanName) => string
}

/**
 * A link to a page of rows with how many it holds of each scope; the bars beside it, one after the other, take `shares`
 * percent of the longest pair.
 */
export type SpanLink = { href: string; words: string; count: ScopedCount; shares: ScopedCount }
/** Bars under one head: the months of a year, or the parts of a month. */
export type BarGroup = { words: string; count: ScopedCount; links: SpanLink[] }

/** A page of a list below its first one. */
export type SpanPage = {
  words: string
  /** The rows, the latest first; of a month that is split the latest of them. */
  keys: readonly string[]
  /** The pages of a month that is split. */
  bars: BarGroup[]
  /** The month, where the page is a part of it. */
  month: { href: string; words: string } | null
  /** The pages just before and just after. */
  others: { href: string; words: string }[]
}

/** Rows shown before the rest of a list or month, which stands on pages of its own. */
export const MOST_SHOWN = 20

export function fitsOnFirstPage(rows: Pick<TimedRows, 'size'>): boolean {
  return rows.size <= ROWS_ON_A_PAGE
}

function isSplit(list: LongList): boolean {
  return list.hasMonthsAlways || !fitsOnFirstPage(list.rows)
}

/** Addresses of all pages of a list below its first one. */
export function pathsBelow(list: LongList): string[] {
  return isSplit(list) ? spansOf(list.rows).map(list.pathOf) : []
}

/** Addresses below the first page that may print something else after some rows came, went or changed. */
export function pathsTouchedBelow(list: LongList, keys: readonly string[], moved: number): string[] {
  const { rows } = list
  if (!list.hasMonthsAlways && wasOtherwise(rows.size, moved)) return spansOfAll(rows, keys).map(list.pathOf)
  return isSplit(list) ? spansTouched(rows, keys, moved).map(list.pathOf) : []
}

/** A page below the first one; null where the list has none of that name. */
export function spanPage(list: LongList, span: SpanName): SpanPage | null {
  const month = monthOfSpan(span)
  const leaves = isSplit(list) ? leavesOf(list.rows.inMonth(month)) : []
  if (leaves.length === 0) return null
  const words = (leaf: Leaf) =>
    leaf.name === month ? '' : spanWordsInMonth(leaf.name, placeAmongHundreds(leaves, leaf))
  const leaf = leaves.find((l) => l.name === span)
  if (leaf && span !== month)
    return {
      words: fullWords(month, words(leaf)),
      keys: [...leaf.keys].reverse(),
      bars: [],
      month: { href: list.pathOf(month), words: monthSpanWords(month) },
      others: neighbours(leaves, span, (l) => l.name).map(({ when, page }) => ({
        href: list.pathOf(page.name),
        words: `${when}：${words(page)}`,
      })),
    }
  if (span !== month) return null
  const latest = [...list.rows.inMonth(month)].reverse()
  const links = leaves.map((l) => ({
    href: list.pathOf(l.name),
    words: words(l),
    count: countOfKeys(l.keys),
  }))
  return {
    words: monthSpanWords(month),
    keys: leaf ? latest : latest.slice(0, MOST_SHOWN),
    bars: leaf ? [] : [{ words: '', count: countOfKeys(latest), links: withShares(links.reverse()) }],
    month: null,
    others: neighbours(list.rows.months(), month, (m) => m).map(({ when, page }) => ({
      href: list.pathOf(page),
      words: `${when}：${monthSpanWords(page)}`,
    })),
  }
}

function neighbours<T>(pages: readonly T[], span: SpanName, nameOf: (page: T) => SpanName) {
  const [before, after] = beside(pages, span, nameOf)
  return [
    ...(before ? [{ when: '较早', page: before }] : []),
    ...(after ? [{ when: '较新', page: after }] : []),
  ]
}

function fullWords(month: SpanName, words: string): string {
  const isApart = words.startsWith('日')
  return `${monthSpanWords(month)}${isApart ? '，' : ''}${words}`
}

/** The months of a list under their years, the latest first; none while all rows fit on its first page. */
export function yearsOf(list: LongList): BarGroup[] {
  if (fitsOnFirstPage(list.rows)) return []
  const links = withShares(
    [...list.rows.months()].reverse().map((month) => ({
      href: list.pathOf(month),
      words: monthSpanWords(month),
      count: countOfKeys(list.rows.inMonth(month)),
      year: month.slice(0, 4),
    })),
  )
  return [...new Set(links.map((l) => l.year))].map((year) => {
    const own = links.filter((l) => l.year === year).map(({ year: _, ...link }) => link)
    return { words: `${year}年`, count: countOfAll(own.map((l) => l.count)), links: own }
  })
}

function withShares<L extends { count: ScopedCount }>(links: readonly L[]): (L & { shares: ScopedCount })[] {
  const most = Math.max(...links.map(({ count }) => count.real + count.sample))
  const share = (rows: number) => Math.round((1000 * rows) / most) / 10
  return links.map((l) => ({ ...l, shares: { real: share(l.count.real), sample: share(l.count.sample) } }))
}
