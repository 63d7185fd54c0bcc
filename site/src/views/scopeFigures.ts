import { datasetOf } from '#domain/datasets'
import type { Figure } from '#domain/figure'
import { type Metric, type MetricId, metricOf, unitOfRows } from '#domain/metrics'
import type { Part } from '#domain/statistics'
import { SCOPE_LABELS, SCOPES, type Scope, type World } from '#domain/world'
import type { Context } from '../context.ts'
import { dateWords, divisionWords, percentWords } from '../format.ts'
import { dataFile, facetPath, figurePath } from '../urls.ts'
import { type FigureMark, type MarkedNumber, markedNumber } from './figureMark.ts'
import { howCounted, type ProofPiece, tableFile } from './proofPiece.ts'

/** One figure over a part of the records, ready to print. */
export type PartFigure = {
  id: MetricId
  label: string
  number: string
  unit: string
  mark: FigureMark
  /** Whether there are enough rows to say a share or a time. */
  enough: boolean
  /** Rows in the denominator. */
  rows: number
  /** Half are within the first, the slowest tenth is no less than the second; null for other shapes or too few rows. */
  time: { middle: string; slowest: MarkedNumber } | null
  /** Measured values in minutes or days, ascending: what a distribution strip draws. Empty where too few. */
  values: number[]
  /** How it came about, then as-of day, definition and rows: the two halves of the proof line. */
  counts: ProofPiece[]
  rest: ProofPiece[]
}
/** Figures of one scope under its own head. */
export type ScopeFigures = {
  scope: Scope
  label: string
  sample: boolean
  asOf: string
  figures: PartFigure[]
}

/** The figures of a part for each scope that has records of it; real and sample rows are never added up. */
export function scopeFigures(ids: readonly MetricId[], part: Part, context: Context): ScopeFigures[] {
  const { world, statistics } = context
  return SCOPES.filter((scope) => statistics.has(scope, part)).map((scope) => ({
    scope,
    label: SCOPE_LABELS[scope],
    sample: scope === 'sample',
    asOf: dateWords(world.asOf(scope)),
    figures: ids.map((id) => partFigure(statistics.figure(metricOf(id), scope, part), scope, part, world)),
  }))
}

/** A figure as pages print it. Below the metric's minimum number of rows no share or time is said. */
function partFigure(figure: Figure, scope: Scope, part: Part, world: World): PartFigure {
  const { metric } = figure
  const known = metric.shape === 'time' ? figure.values.length : figure.denominator
  const enough = metric.shape === 'count' || known >= metric.minimum
  const main = markedNumber(figure, scope, world, part, { isSaid: enough })
  return {
    id: metric.id,
    label: metric.label,
    number: main.number,
    unit: main.unit,
    mark: main.mark,
    enough,
    rows: known,
    time:
      enough && metric.shape === 'time'
        ? { middle: main.text, slowest: markedNumber(figure, scope, world, part, { isSlowest: true }) }
        : null,
    values: enough && metric.shape === 'time' ? figure.values : [],
    counts: countsOf(figure, enough),
    rest: [
      { text: `截至${dateWords(world.asOf(scope))}` },
      howCounted(figurePath(metric.id)),
      ...rowsOf(figure, scope, part),
    ],
  }
}

function countsOf(figure: Figure, enough: boolean): ProofPiece[] {
  const { metric, numerator, denominator, interval } = figure
  if (metric.shape === 'count') return [{ text: `${metric.numeratorWords}${numerator}${metric.unit}` }]
  const unit = unitOfRows(metric)
  const few = { text: `不到${metric.minimum}${unit}，太少，不算` }
  if (metric.shape === 'time')
    return [
      { text: `${metric.numeratorWords}${figure.values.length}${unit}` },
      ...(denominator > numerator
        ? [{ text: `${metric.withoutWords ?? '没有时间的'}${denominator - numerator}${unit}，不在内` }]
        : []),
      ...(enough ? [] : [few]),
    ]
  if (denominator === 0) return [{ text: `${metric.denominatorWords}：0${unit}` }]
  if (!enough) return [{ text: `${numerator} ÷ ${denominator}` }, few]
  return [
    { text: divisionWords(numerator, denominator, figure.value) },
    ...(interval ? [{ text: `95%区间${percentWords(interval[0])}—${percentWords(interval[1])}%` }] : []),
  ]
}

/** Which rows stand behind a figure: the facet page where one facet says it, otherwise table and filter in words. */
function rowsOf({ metric, numerator }: Figure, scope: Scope, part: Part): ProofPiece[] {
  const [dimension, value] = part === 'all' ? [null, ''] : splitPart(part)
  const table = datasetOf(metric.table)
  const file = dataFile(table.id, 'csv')
  if (metric.id === 'whistles' && dimension && dimension !== 'month')
    return [{ text: `查看这${numerator}件 ↓`, href: facetPath(dimension, value) }]
  const filters = [
    ...(dimension ? [FILTERS[dimension](metric, value)] : []),
    scope === 'sample' ? 'origin为sample' : 'origin不是sample',
  ]
  return [
    { text: `在${table.id}.csv里，${filters.join('，')}`, recount: true },
    { text: `数${metric.id}的列`, recount: true },
    tableFile(file),
  ]
}

function splitPart(part: Exclude<Part, 'all'>): [keyof typeof FILTERS, string] {
  const at = part.indexOf(':')
  return [part.slice(0, at) as keyof typeof FILTERS, part.slice(at + 1)]
}

const inCases = (metric: Metric, filter: string) =>
  metric.table === 'events' ? `所属事项（cases.csv）的${filter}` : filter
const FILTERS = {
  category: (_m: Metric, v: string) => `category为${v}`,
  duty: (m: Metric, v: string) => inCases(m, `duties含${v}`),
  area: (m: Metric, v: string) => inCases(m, `area为${v}或它下面的地方`),
  department: (m: Metric, v: string) =>
    m.table === 'events'
      ? `department为${v}`
      : m.table === 'notices'
        ? `recipient为${v}`
        : `lead或departments含${v}`,
  town: (_m: Metric, v: string) => `town为${v}`,
  urgency: (_m: Metric, v: string) => `urgency为${v}`,
  kind: (m: Metric, v: string) => (m.table === 'events' ? `whistleKind为${v}` : `kind为${v}`),
  month: (m: Metric, v: string) => (m.table === 'notices' ? `issuedOn在${v}` : `month为${v}`),
} as const
