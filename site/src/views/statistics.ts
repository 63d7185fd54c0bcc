import { categoryTitle } from '#domain/facets'
import { type MetricId, metricOf } from '#domain/metrics'
import type { Part } from '#domain/statistics'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/world'
import type { Context, PageKind } from '../context.ts'
import { dateWords, figureNumber, hoursNumber, monthWords, timeWords } from '../format.ts'
import { categoryPath, facetPath, sectionPath } from '../urls.ts'
import { boxStrip } from './boxStrip.ts'
import { computedMark, type FigureMark } from './figureMark.ts'
import { type Frame, frameOf } from './frame.ts'
import { type Histogram, histogram } from './histogram.ts'
import { monthBars } from './monthBars.ts'
import type { Drawing } from './relayStrip.ts'
import { type ReportedPair, reportedPair } from './reportedFigures.ts'
import { type PartFigure, type ScopeFigures, scopeFigures } from './scopeFigures.ts'

/** A figure and its counterweight under a heading of their own. */
export type Pair = { heading: string; left: PartFigure; right: PartFigure; note: string | null }
export type Cell = { text: string; mark: FigureMark }
export type MonthRow = {
  month: string
  href: string
  whistles: Cell
  open: Cell
  reopened: Cell
  middle: Cell
  slowest: string
}
export type CategoryRow = {
  title: string
  href: string
  whistles: Cell
  open: Cell
  middle: Cell
  strip: Drawing | null
}

export type ScopeStatistics = {
  scope: Scope
  label: string
  sample: boolean
  asOf: string
  figures: ScopeFigures
  pairs: Pair[]
  arrivals: Histogram | null
  months: { rows: MonthRow[]; drawing: Drawing } | null
  categories: { rows: CategoryRow[]; axis: string } | null
}

export type StatisticsView = {
  frame: Frame
  reported: ReportedPair | null
  /** Rows of 对账: reported, counted one by one from real rows, and the difference. */
  comparison: {
    label: string
    reported: number
    counted: number
    difference: number
    marks: [FigureMark, FigureMark, FigureMark]
  }[]
  scopes: ScopeStatistics[]
}

const ALL_IDS: readonly MetricId[] = [
  'open',
  'resolved',
  'whistles',
  'resolution-rate',
  'reopened',
  'closure-rate',
  'arrival-on-time',
  'arrival-time',
  'closure-time',
  'satisfaction',
  'asked',
  'notices',
  'objections',
]
const PAIRS: readonly [heading: string, left: MetricId, right: MetricId, note: string | null][] = [
  [
    '解决与没解决',
    'open',
    'resolved',
    '部门说办完了叫“办结”，村社认了才叫“结案”。已办结、等村社点头的算还没解决。',
  ],
  ['解决率与重办', 'resolution-rate', 'reopened', null],
  ['结案率', 'closure-rate', 'open', '只数村社自己结的案；报道说已经解决的不算。'],
  ['满意与问了多少', 'satisfaction', 'asked', null],
  ['督办文书与派单异议', 'notices', 'objections', null],
]

function comparisonOf(
  pair: ReportedPair | null,
  { world, statistics }: Context,
): StatisticsView['comparison'] {
  if (!pair) return []
  const rows: [string, MetricId, number, FigureMark][] = [
    ['吹哨', 'whistles', pair.whistles, pair.marks.whistles],
    ['解决', 'resolved', pair.resolved, pair.marks.resolved],
    ['没解决', 'open', pair.remainder, pair.marks.remainder],
  ]
  return rows.map(([label, id, reported, mark]) => {
    const figure = statistics.figure(metricOf(id), 'real')
    const difference = reported - figure.numerator
    const derived: FigureMark = {
      'data-figure': id,
      'data-kind': 'derived',
      'data-scope': 'real',
      'data-value': difference,
      'data-as-of': world.asOf('real'),
    }
    return {
      label,
      reported,
      counted: figure.numerator,
      difference,
      marks: [mark, computedMark(figure, 'real', world), derived],
    }
  })
}

function scopeView(scope: Scope, context: Context): ScopeStatistics {
  const figures = scopeFigures(ALL_IDS, 'all', context).find((f) => f.scope === scope) as ScopeFigures
  const of = (id: MetricId) => figures.figures.find((f) => f.id === id) as PartFigure
  const hours = of('arrival-time').values.map((minutes) => minutes / 60)
  return {
    scope,
    label: SCOPE_LABELS[scope],
    sample: scope === 'sample',
    asOf: dateWords(context.world.asOf(scope)),
    figures,
    pairs: PAIRS.map(([heading, left, right, note]) => ({ heading, left: of(left), right: of(right), note })),
    arrivals: of('arrival-time').enough && hours.length > 0 ? histogram(hours, '小时') : null,
    months: monthsOf(scope, context),
    categories: categoriesOf(scope, context),
  }
}

function cell(id: MetricId, scope: Scope, part: Part, { world, statistics }: Context): Cell {
  const figure = statistics.figure(metricOf(id), scope, part)
  const { metric } = figure
  const rows = metric.shape === 'time' ? figure.values.length : figure.denominator
  const mark = computedMark(figure, scope, world, part)
  if (metric.shape === 'share' && metric.id === 'reopened') return { text: String(figure.numerator), mark }
  if (metric.shape !== 'count' && rows < metric.minimum)
    return { text: '—', mark: { ...mark, 'data-value': '' } }
  return { text: metric.shape === 'time' ? timeWords(metric.unit, figure.value) : figureNumber(figure), mark }
}

function monthsOf(scope: Scope, context: Context): ScopeStatistics['months'] {
  const { world, statistics } = context
  const months = world.keysOf('month').filter((m) => statistics.has(scope, `month:${m}`))
  if (months.length === 0) return null
  const count = (id: MetricId, m: string) => statistics.figure(metricOf(id), scope, `month:${m}`).numerator
  return {
    rows: months.map((m) => {
      const part = `month:${m}` as const
      const time = statistics.figure(metricOf('closure-time'), scope, part)
      const enough = time.values.length >= metricOf('closure-time').minimum
      return {
        month: monthWords(m),
        href: facetPath('year-month', m),
        whistles: cell('whistles', scope, part, context),
        open: cell('open', scope, part, context),
        reopened: cell('reopened', scope, part, context),
        middle: cell('closure-time', scope, part, context),
        slowest: enough ? timeWords('天', time.slowest) : '—',
      }
    }),
    drawing: monthBars(
      months.map((month) => ({ month, whistles: count('whistles', month), open: count('open', month) })),
    ),
  }
}

function categoriesOf(scope: Scope, context: Context): ScopeStatistics['categories'] {
  const { world, statistics } = context
  const categories = world.keysOf('category').filter((c) => statistics.has(scope, `category:${c}`))
  if (categories.length === 0) return null
  const times = (c: string) => statistics.figure(metricOf('arrival-time'), scope, `category:${c}`)
  const end = Math.max(60, ...categories.map((c) => times(c).slowest ?? 0))
  return {
    axis: `到场时间，0—${hoursNumber(end)}小时`,
    rows: categories.map((c) => {
      const figure = times(c)
      return {
        title: categoryTitle(Number(c), world),
        href: categoryPath(Number(c)),
        whistles: cell('whistles', scope, `category:${c}`, context),
        open: cell('open', scope, `category:${c}`, context),
        middle: cell('arrival-time', scope, `category:${c}`, context),
        strip: figure.values.length >= figure.metric.minimum ? boxStrip(figure.values, end) : null,
      }
    }),
  }
}

export const statisticsKind: PageKind<StatisticsView> = {
  id: 'statistics',
  pattern: /^statistics\/index\.html$/,
  paths: () => [sectionPath('statistics')],
  view: (_params, context) => {
    const { world, statistics } = context
    const reported = reportedPair(world)
    const scopes = SCOPES.filter((scope) => statistics.has(scope)).map((scope) => scopeView(scope, context))
    return {
      frame: frameOf(
        sectionPath('statistics'),
        {
          title: '统计',
          description: '每个数下面都写着它怎么来、和谁对着看、由哪些行数出来。',
          keywords: ['统计', '口径', '解决率', '按时到场'],
          demo: scopes.some((s) => s.sample)
            ? '标着“演示”的各节由演示事项算出，只为展示软件怎样算、怎样写。'
            : false,
        },
        world,
      ),
      reported,
      comparison: comparisonOf(reported, context),
      scopes,
    }
  },
  affectedBy: ({ table }) =>
    ['cases', 'notices', 'reported-figures', 'sources'].includes(table) ? [sectionPath('statistics')] : [],
  countedToAsOf: () => [sectionPath('statistics')],
}
