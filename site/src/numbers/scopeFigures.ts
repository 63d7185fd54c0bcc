import type { Figure } from '#domain/figures/figure'
import { type Metric, type MetricId, metricOf, unitOfRows } from '#domain/figures/metrics'
import { PICKED_LISTS } from '#domain/figures/pickedLists'
import { INDEX_OF, keyedPart, listOf } from '#domain/figures/rowLists'
import type { Part } from '#domain/figures/statistics'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/scope'
import type { World } from '#domain/world/world'
import type { Context } from '../context.ts'
import { dateWords, divisionWords, percentWords } from '../format.ts'
import { dataFile, figurePath, pickedPagePath } from '../urls.ts'
import { casesHref } from './casesHref.ts'
import { type FigureMark, type MarkedNumber, markedNumber } from './figureMark.ts'
import { howCounted, type ProofPiece, tableFile } from './proofPiece.ts'
import { rowsPieces } from './rowsLink.ts'

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
    figures: ids.map((id) => partFigure(statistics.figure(metricOf(id), scope, part), scope, part, context)),
  }))
}

/** A figure as pages print it. Below the metric's minimum number of rows no share or time is said. */
function partFigure(figure: Figure, scope: Scope, part: Part, context: Context): PartFigure {
  const { metric } = figure
  const { world } = context
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
      ...pageOfRows(figure, part, world),
      ...(part === 'all' ? pickedPages(metric, scope, context) : []),
      { text: `数${metric.id}的列`, recount: true },
      ...rowsOf(metric, scope, part, world),
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

/** The page that lists exactly the rows of a figure, where one facet says it. */
function pageOfRows({ metric, numerator }: Figure, part: Part, world: World): ProofPiece[] {
  const keyed = keyedPart(part)
  if (metric.id !== 'whistles' || !keyed || keyed.dimension === 'month') return []
  const href = casesHref(INDEX_OF[keyed.dimension], keyed.key, world)
  return href ? [{ text: `查看这${numerator}件 ↓`, href }] : []
}

/** The lists of rows of a figure that no single column tells. */
function pickedPages({ id }: Metric, scope: Scope, { statistics }: Context): ProofPiece[] {
  return PICKED_LISTS.filter((list) => list.of.includes(id))
    .map((list) => ({ list, rows: statistics.picked.rows(list.id, scope) }))
    .filter(({ rows }) => rows > 0)
    .map(({ list, rows }) => ({ text: `${list.label}${rows}${list.unit}`, href: pickedPagePath(list.id) }))
}

function rowsOf(metric: Metric, scope: Scope, part: Part, world: World): ProofPiece[] {
  const list = listOf(metric, scope, part)
  return list ? rowsPieces(list, world) : [tableFile(dataFile(metric.table, 'csv'))]
}
