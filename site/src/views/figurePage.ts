import { categoryTitle } from '#domain/facets'
import { type Dimension, METRIC_IDS, type Metric, type MetricId, metricOf } from '#domain/metrics'
import type { Part } from '#domain/statistics'
import { SCOPE_LABELS, SCOPES, type Scope } from '#domain/world'
import type { Context, PageKind } from '../context.ts'
import { figureNumber, monthWords, percentWords, timeWords } from '../format.ts'
import { categoryPath, dataFile, facetPath, figurePath, recordPath } from '../urls.ts'
import { computedMark, type FigureMark } from './figureMark.ts'
import { type Frame, frameOf } from './frame.ts'
import { type Histogram, histogram } from './histogram.ts'
import { type ReportedPair, reportedPair } from './reportedFigures.ts'
import { type PartFigure, scopeFigures } from './scopeFigures.ts'

export type SplitRow = {
  name: string
  href: string
  numerator: number
  denominator: number
  value: string
  interval: string
  mark: FigureMark
}
export type Split = { label: string; rows: SplitRow[] }
export type FigureScope = {
  scope: Scope
  label: string
  sample: boolean
  figure: PartFigure
  counter: PartFigure
  histogram: Histogram | null
  splits: Split[]
  columns: string
}
export type FigureView = {
  frame: Frame
  id: MetricId
  label: string
  labelEn: string
  definition: string
  words: { label: string; text: string }[]
  counter: { label: string; href: string }
  reported: ReportedPair | null
  scopes: FigureScope[]
  csv: string
  json: string
  others: { label: string; href: string; here: boolean }[]
}

const DIMENSION_LABELS: Record<Dimension, string> = {
  category: '按大类',
  duty: '按权责事项',
  area: '按镇（处）',
  department: '按部门',
  month: '按月',
}
/** Metrics of which a report may give a number. */
const REPORTED: readonly MetricId[] = ['whistles', 'resolved', 'open', 'resolution-rate']

/** Keys, names and pages of the parts of a dimension that hold records of a scope. */
function partsOf(
  dimension: Dimension,
  scope: Scope,
  { world, statistics }: Context,
): { key: string; name: string; href: string }[] {
  const held = (key: string) => statistics.has(scope, `${dimension}:${key}`)
  switch (dimension) {
    case 'category':
      return world
        .keysOf('category')
        .filter(held)
        .map((key) => ({ key, name: categoryTitle(Number(key), world), href: categoryPath(Number(key)) }))
    case 'month':
      return world
        .keysOf('month')
        .filter(held)
        .map((key) => ({ key, name: monthWords(key), href: facetPath('year-month', key) }))
    case 'duty':
      return world
        .all('duties')
        .filter((d) => held(d.code))
        .map((d) => named(d.code, `${d.code} ${d.title}`, 'duties'))
    case 'area':
      return world
        .all('areas')
        .filter((a) => (a.level === 'town' || a.level === 'office') && held(a.slug))
        .map((a) => named(a.slug, a.name, 'areas'))
    case 'department':
      return world
        .all('departments')
        .filter((d) => held(d.slug))
        .map((d) => named(d.slug, d.name, 'departments'))
  }
}

function named(key: string, name: string, table: 'duties' | 'areas' | 'departments') {
  return { key, name, href: recordPath(table, key) }
}

function splitOf(metric: Metric, dimension: Dimension, scope: Scope, context: Context): Split {
  const rows = partsOf(dimension, scope, context).map(({ key, name, href }): SplitRow => {
    const part = `${dimension}:${key}` as Part
    const figure = context.statistics.figure(metric, scope, part)
    const known = metric.shape === 'time' ? figure.values.length : figure.denominator
    const enough = metric.shape === 'count' || known >= metric.minimum
    const mark = computedMark(figure, scope, context.world, part)
    return {
      name,
      href,
      numerator: metric.shape === 'time' ? figure.values.length : figure.numerator,
      denominator: figure.denominator,
      value: !enough
        ? '—'
        : metric.shape === 'time'
          ? timeWords(metric.unit, figure.value)
          : figureNumber(figure),
      interval: !enough
        ? '太少，不算'
        : figure.interval
          ? `${percentWords(figure.interval[0])}—${percentWords(figure.interval[1])}`
          : figure.slowest === null
            ? ''
            : timeWords(metric.unit, figure.slowest),
      mark: enough ? mark : { ...mark, 'data-value': '' },
    }
  })
  return { label: DIMENSION_LABELS[dimension], rows }
}

function scopeOfFigure(metric: Metric, scope: Scope, context: Context): FigureScope {
  const pair = scopeFigures([metric.id, metric.counter], 'all', context).find((s) => s.scope === scope)
  const [figure, counter] = (pair as { figures: PartFigure[] }).figures as [PartFigure, PartFigure]
  const unit = metric.unit === '小时' ? 60 : 1
  return {
    scope,
    label: SCOPE_LABELS[scope],
    sample: scope === 'sample',
    figure,
    counter,
    histogram:
      figure.values.length > 0
        ? histogram(
            figure.values.map((v) => v / unit),
            metric.unit,
          )
        : null,
    splits: metric.dimensions.map((d) => splitOf(metric, d, scope, context)).filter((s) => s.rows.length > 0),
    columns: columnsWords(metric, scope),
  }
}

/** How anybody counts the figure from the file, in words. */
function columnsWords(metric: Metric, scope: Scope): string {
  const rows = scope === 'sample' ? 'origin 是 sample 的行' : 'origin 不是 sample 的行'
  const file = `${metric.table}.csv`
  if (metric.shape === 'count') return `在 ${file} 里，只看${rows}，数 ${metric.id}.numerator 为 true 的。`
  if (metric.shape === 'time')
    return `在 ${file} 里，只看${rows}，把 ${metric.id}.value 不空的从小到大排，取中间和第十分之九的一个（近秩）。`
  return `在 ${file} 里，只看${rows}，${metric.id}.numerator 为 true 的个数 ÷ ${metric.id}.denominator 为 true 的个数。`
}

function wordsOf(metric: Metric): FigureView['words'] {
  return [
    { label: metric.shape === 'time' ? '数什么' : '分子', text: metric.numeratorWords },
    ...(metric.shape === 'count'
      ? []
      : [{ label: metric.shape === 'time' ? '在什么里' : '分母', text: metric.denominatorWords }]),
    { label: '按什么时间归', text: metric.basis === 'cohort' ? '吹哨的时间' : '发生的时间' },
    {
      label: '至少要有',
      text:
        metric.shape === 'count'
          ? '不限'
          : `${metric.minimum}${metric.table === 'cases' ? '件' : '次'}，不到就不算`,
    },
  ]
}

export const figureKind: PageKind<FigureView> = {
  id: 'figure',
  pattern: /^figures\/(?<id>[a-z-]+)\.html$/,
  paths: () => METRIC_IDS.map(figurePath),
  view: ({ id }, context) => {
    const { world, statistics } = context
    const known = METRIC_IDS.find((m) => m === id)
    if (!known) return null
    const metric = metricOf(known)
    const counter = metricOf(metric.counter)
    const scopes = SCOPES.filter((s) => statistics.has(s)).map((s) => scopeOfFigure(metric, s, context))
    return {
      frame: frameOf(figurePath(known), frameWords(metric, scopes), world),
      id: known,
      label: metric.label,
      labelEn: metric.labelEn,
      definition: metric.definition,
      words: wordsOf(metric),
      counter: { label: counter.label, href: figurePath(counter.id) },
      reported: REPORTED.includes(known) ? reportedPair(world) : null,
      scopes,
      csv: dataFile(metric.table, 'csv'),
      json: dataFile(metric.table, 'json'),
      others: METRIC_IDS.map((m) => ({ label: metricOf(m).label, href: figurePath(m), here: m === known })),
    }
  },
  affectedBy: ({ table }) =>
    ['cases', 'notices', 'departments', 'areas', 'duties', 'reported-figures', 'sources'].includes(table)
      ? METRIC_IDS.map(figurePath)
      : [],
  countedToAsOf: () => METRIC_IDS.map(figurePath),
}

function frameWords(metric: Metric, scopes: readonly FigureScope[]) {
  return {
    title: metric.label,
    description: `${metric.label}：${metric.definition}`,
    column: '统计',
    keywords: [metric.label, '口径'],
    demo: scopes.some((s) => s.sample),
  }
}
