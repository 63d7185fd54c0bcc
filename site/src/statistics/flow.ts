import { type Metric, metricOf } from '#domain/figures/metrics'
import type { Part } from '#domain/figures/statistics'
import { monthWords } from '#domain/monthWords'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/scope'
import type { Context, PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { DEMO_PAGE, type Frame, frameOf } from '../frame/frame.ts'
import { type FigureMark, markedNumber } from '../numbers/figureMark.ts'
import { howCounted, type ProofPiece, tableFile } from '../numbers/proofPiece.ts'
import { dataFile, FLOW, figurePath } from '../urls.ts'
import { mayCountOtherwise } from './countedTables.ts'

/** One month: what came in, what was closed, and what was open at its end. */
export type FlowRow = {
  label: string
  whistled: string
  reopened: string
  closed: { text: string; mark: FigureMark | null }
  stock: { text: string; mark: FigureMark | null }
}
export type FlowScope = {
  label: string
  sample: boolean
  rows: FlowRow[]
  total: FlowRow
  /** Cases of which a month is not known, or which no closure ended: they are in no row. */
  outside: string | null
  proof: ProofPiece[]
}
export type FlowView = {
  frame: Frame
  scopes: FlowScope[]
  /** Sentence before the sample scope; null where the frame carries it. */
  demo: string | null
  definitions: { href: string; label: string; definition: string }[]
}

const [CLOSURES, STOCK, WHISTLES] = [metricOf('closures'), metricOf('open-stock'), metricOf('whistles')]
/** Months told one by one; what lies before is one row. */
const MOST_ROWS = 36

/** Months from one to another, both included. */
function monthsFrom(first: string, last: string): string[] {
  const months: string[] = []
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5))]
  for (let at = first; at <= last; at = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(at)
    if (month === 12) year++
    month = (month % 12) + 1
  }
  return months
}

/** What came in and went out in one part of time, as whole numbers. */
type Moves = { whistled: number; reopened: number; closed: number; net: number }

function movesIn(part: Part, scope: Scope, { statistics }: Context): Moves {
  const stock = statistics.figure(STOCK, scope, part)
  const closed = statistics.figure(CLOSURES, scope, part).numerator
  const whistled = stock.denominator
  return { whistled, reopened: stock.numerator + closed - whistled, closed, net: stock.numerator }
}

function scopeFlow(scope: Scope, context: Context): FlowScope | null {
  const { world, statistics } = context
  const asOf = world.asOf(scope)
  const known = statistics.keysOf(scope, 'month').filter((m) => {
    const { whistled, reopened, closed } = movesIn(`month:${m}`, scope, context)
    return whistled + reopened + closed > 0
  })
  if (known.length === 0) return null
  // An event may lie after the day to which a scope is counted: invented cases are entered long after theirs.
  const last = [...known, asOf.slice(0, 7)].sort().at(-1) as string
  const months = monthsFrom(known[0] as string, last)
  const told = months.map((month) => ({ month, ...movesIn(`month:${month}`, scope, context) }))
  const cut = Math.max(0, told.length - MOST_ROWS)
  const sum = (of: readonly Moves[], what: keyof Moves) => of.reduce((all, m) => all + m[what], 0)
  const marked = (value: number, metric: Metric, name: string) => {
    const figure = { ...statistics.figure(metric, scope), numerator: value, value }
    const { number, mark } = markedNumber(figure, scope, world)
    return { text: number, mark: { ...mark, 'data-scope': `${scope}${name}` } }
  }
  const rowOf = (label: string, of: readonly Moves[], until: number, month: string | null): FlowRow => ({
    label,
    whistled: String(sum(of, 'whistled')),
    reopened: String(sum(of, 'reopened')),
    closed: marked(sum(of, 'closed'), CLOSURES, month ? `/month:${month}` : ''),
    stock: marked(sum(told.slice(0, until), 'net'), STOCK, month ? `/until:${month}` : ''),
  })
  const rows = told.map((m, i) => rowOf(monthWords(m.month), [m], i + 1, m.month)).slice(cut)
  const before = told.slice(0, cut)
  const first = told[cut]?.month as string
  const early = before.length > 0 ? [{ ...rowOf(`${monthWords(first)}以前`, before, cut, null) }] : []
  const total = rowOf('合计', told, told.length, null)
  const all = movesIn('all', scope, context)
  const outside = statistics.figure(WHISTLES, scope).numerator - all.whistled
  return {
    label: SCOPE_LABELS[scope],
    sample: scope === 'sample',
    rows: [...early.map(unmarked), ...rows],
    total,
    outside:
      outside > 0
        ? `另有${outside}件不在这张表里：吹哨、结案或重办的月份有一处没有公布，或是报道称已解决的。`
        : null,
    proof: [
      { text: `${all.whistled} ＋ ${all.reopened} － ${all.closed} ＝ ${total.stock.text}` },
      { text: '每行：上月末＋吹哨＋重办－结案＝月末' },
      { text: '按事情发生的月份归' },
      { text: `截至${dateWords(asOf)}，最后一个月数到这一天` },
      howCounted(figurePath(STOCK.id), STOCK.label),
      tableFile(dataFile('events', 'csv')),
    ],
  }
}

/** Sums of several months are no figure of the statistics: they carry no marks. */
function unmarked(row: FlowRow): FlowRow {
  return { ...row, closed: { ...row.closed, mark: null }, stock: { ...row.stock, mark: null } }
}

/** 进出和存量: closures by the month in which they happened, and what was open at the end of each. */
export const flowKind: PageKind<FlowView> = {
  pattern: /^figures\/flow-and-stock\.html$/,
  paths: () => [FLOW],
  view: (_params, context) => {
    const scopes = SCOPES.flatMap((scope) => scopeFlow(scope, context) ?? [])
    const sample = scopes.some((s) => s.sample)
    const only = sample && scopes.length === 1
    return {
      frame: frameOf(
        FLOW,
        {
          title: '每月结案和月末存量',
          description: '哪个月结了多少，月末还有多少没结；按事情发生的月份归。',
          keywords: [CLOSURES.label, STOCK.label],
          demo: only ? DEMO_PAGE : false,
        },
        context.world,
      ),
      scopes,
      demo: sample && !only ? '从这里到“口径”之前，由演示数据算出，不是真实情况。' : null,
      definitions: [CLOSURES, STOCK].map(({ id, label, definition }) => ({
        href: figurePath(id),
        label,
        definition,
      })),
    }
  },
  affectedBy: (change, context) => (mayCountOtherwise(change, context) ? [FLOW] : []),
  countedToAsOf: () => [FLOW],
}
