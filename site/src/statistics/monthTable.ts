import type { Figure } from '#domain/figures/figure'
import { metricOf } from '#domain/figures/metrics'
import type { Part } from '#domain/figures/statistics'
import { monthWords } from '#domain/monthWords'
import type { Scope } from '#domain/scope'
import type { Context } from '../context.ts'
import { type MonthBar, monthBars } from '../drawing/monthBars.ts'
import type { Drawing } from '../drawing/strokes.ts'
import { dateWords, shortDateWords } from '../format.ts'
import { type FigureMark, markedNumber } from '../numbers/figureMark.ts'
import { howCounted, type ProofPiece } from '../numbers/proofPiece.ts'
import { rowsPieces } from '../numbers/rowsLink.ts'
import { FLOW, facetPath, figurePath } from '../urls.ts'
import { isYoung, YOUNG_MARK, YOUNG_WORDS } from './youngMonths.ts'

export type MonthRow = {
  label: string
  href: string | null
  whistles: { text: string; mark: FigureMark | null }
  open: { text: string; mark: FigureMark | null; any: boolean }
  reopened: string
  middle: TimeCell
  slowest: TimeCell
}
/** Days without their unit, which stands in the head; — where there are too few. */
type TimeCell = { text: string; mark: FigureMark | null }
const NO_TIME: TimeCell = { text: '—', mark: null }
export type MonthTable = {
  /** Head of the first column: the year, where all months are of one. */
  head: string
  chart: { drawing: Drawing; label: string } | null
  rows: MonthRow[]
  total: MonthRow
  /** Whether any month has enough closed cases for times. */
  timed: boolean
  proof: ProofPiece[]
}

/** Months told one by one, and months in the chart; what lies before is one row. */
const MOST_ROWS = 24
const MOST_BARS = 12
const FEWEST_BARS = 3

/** Cases of a scope by the month of their whistle; null while no month is known. */
export function monthTable(scope: Scope, context: Context): MonthTable | null {
  const { world, statistics } = context
  const asOf = world.asOf(scope)
  const known = world.keysOf('year-month').filter((m) => statistics.has(scope, `month:${m}`))
  const months = lastMonths(known, MOST_ROWS)
  if (months.length === 0) return null
  const years = new Set(months.map((m) => m.slice(0, 4)))
  const rows = months.map((m, i) =>
    rowOf(
      `${monthLabel(m, years.size > 1 && (i === 0 || m.endsWith('-01')))}${isYoung(m, asOf) ? YOUNG_MARK : ''}`,
      `month:${m}`,
      scope,
      context,
    ),
  )
  const total = rowOf('合计', 'all', scope, context)
  const young = months.some((m) => isYoung(m, asOf)) ? [{ text: YOUNG_WORDS }] : []
  const rest = restRow(months, known, scope, context)
  const shown = rest ? [rest, ...rows] : rows
  const bars = months.slice(-MOST_BARS).map((m): MonthBar => {
    const count = (id: 'whistles' | 'open') => statistics.figure(metricOf(id), scope, `month:${m}`).numerator
    return { month: m, whistles: count('whistles'), open: count('open') }
  })
  const [first, last] = [bars[0]?.month as string, bars.at(-1)?.month as string]
  return {
    head: years.size === 1 ? `${[...years][0]}年` : '月份',
    chart:
      bars.length >= FEWEST_BARS
        ? { drawing: monthBars(bars), label: `${monthWords(first)}至${monthWords(last)}每月吹哨件数` }
        : null,
    rows: shown,
    total,
    timed: rows.some((r) => r.middle.text !== '—'),
    proof: [
      { text: `${shown.map((r) => r.whistles.text).join('＋')} ＝ ${total.whistles.text}` },
      { text: '按吹哨的月份计，不按结案的月份' },
      { text: '按结案月份看', href: FLOW },
      { text: '天数从吹哨到结案，只算已结案的；不到30件不算' },
      ...young,
      { text: `截至${dateWords(asOf)}` },
      howCounted(figurePath('whistles')),
      ...rowsPieces({ table: 'cases', scope, part: 'all' }, world),
    ],
  }
}

/** A month without its year, which stands at the head or at the first month of it: narrow enough for a phone. */
function monthLabel(month: string, withYear: boolean): string {
  return withYear ? monthWords(month) : shortDateWords(month)
}

/** The last months up to the last known one, also those without a case, and none before the first known. */
function lastMonths(known: readonly string[], most: number): string[] {
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return []
  const months = [last]
  while (months.length < most && (months[0] as string) > first)
    months.unshift(monthBefore(months[0] as string))
  return months
}

function monthBefore(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

function rowOf(label: string, part: Part, scope: Scope, { world, statistics }: Context): MonthRow {
  const figure = (id: 'whistles' | 'open' | 'reopened' | 'closure-time') =>
    statistics.figure(metricOf(id), scope, part)
  const [whistles, open, reopened, time] = [
    figure('whistles'),
    figure('open'),
    figure('reopened'),
    figure('closure-time'),
  ]
  const enough = time.values.length >= time.metric.minimum
  const month = part === 'all' ? null : part.slice('month:'.length)
  const count = (of: Figure) => {
    const { number, mark } = markedNumber(of, scope, world, part)
    return { text: number, mark }
  }
  const cell = (isSlowest: boolean): TimeCell => {
    const { number, mark } = markedNumber(time, scope, world, part, { isSaid: enough, isSlowest })
    return { text: number, mark }
  }
  return {
    label,
    href: month && whistles.numerator > 0 ? facetPath('year-month', month) : null,
    whistles: count(whistles),
    open: { ...count(open), any: open.numerator > 0 },
    reopened: String(reopened.numerator),
    middle: cell(false),
    slowest: cell(true),
  }
}

/** Cases before the months told one by one, and cases whose month is not published: the sum stays whole. */
function restRow(
  months: readonly string[],
  known: readonly string[],
  scope: Scope,
  context: Context,
): MonthRow | null {
  const { statistics } = context
  const left = (id: 'whistles' | 'open' | 'reopened') => {
    const of = (part: Part) => statistics.figure(metricOf(id), scope, part).numerator
    return of('all') - months.reduce((sum, m) => sum + of(`month:${m}`), 0)
  }
  const whistles = left('whistles')
  if (whistles <= 0) return null
  const [first, start] = [known[0] as string, months[0] as string]
  return {
    label: first < start ? `${monthWords(start)}以前或月份不详` : '月份不详',
    href: null,
    whistles: { text: String(whistles), mark: null },
    open: { text: String(left('open')), mark: null, any: left('open') > 0 },
    reopened: String(left('reopened')),
    middle: NO_TIME,
    slowest: NO_TIME,
  }
}
