import { categoryTitle } from '#domain/facets'
import type { Figure } from '#domain/figure'
import type { Dimension, Metric } from '#domain/metrics'
import type { Part } from '#domain/statistics'
import { DUTY_CATEGORY_NUMBERS } from '#domain/vocabulary'
import type { Scope } from '#domain/world'
import type { Context } from '../context.ts'
import { figureNumber, monthWords, percentWords, timeWords } from '../format.ts'
import { facetPath } from '../urls.ts'
import { byName } from './departmentBands.ts'
import { computedMark, type FigureMark } from './figureMark.ts'

export type SplitRow = {
  label: string
  href: string | null
  /** The rows that stand behind it: `13 ÷ 40`, or a number of them. */
  rows: string
  value: string
  /** Interval of a share, slowest tenth of a time; empty for counts. */
  spread: string
  mark: FigureMark
}
export type Split = {
  dimension: Dimension
  title: string
  rows: SplitRow[]
  note: string | null
  folded: boolean
}

const TITLES: Record<Dimension, string> = {
  category: '按大类',
  month: '按月份',
  area: '按镇（处）',
  department: '按部门',
  duty: '按权责事项',
}
const ORDER: readonly Dimension[] = ['category', 'month', 'area', 'department', 'duty']
/** Tables longer than this are folded. */
const FOLDED_FROM = 25

/** The splits that a metric allows, each with its parts that have rows; a split of which nothing can be said is left out. Departments stand by name, never by rank. */
export function splitsOf(metric: Metric, scope: Scope, context: Context): Split[] {
  return ORDER.filter((d) => metric.dimensions.includes(d)).flatMap((dimension) => {
    const rows = keysOf(dimension, scope, context).flatMap(({ key, label }) => {
      const part: Part = `${dimension}:${key}`
      const figure = context.statistics.figure(metric, scope, part)
      return figure.denominator > 0 ? [splitRow(figure, scope, part, label, context)] : []
    })
    if (rows.every((row) => row.value === '—')) return []
    return [
      {
        dimension,
        title: TITLES[dimension],
        rows,
        note: noteOf(dimension, metric),
        folded: rows.length > FOLDED_FROM,
      },
    ]
  })
}

function keysOf(
  dimension: Dimension,
  scope: Scope,
  { world, statistics }: Context,
): { key: string; label: string }[] {
  switch (dimension) {
    case 'category':
      return DUTY_CATEGORY_NUMBERS.map((n) => ({ key: String(n), label: categoryTitle(n, world) }))
    case 'month':
      return statistics.keysOf(scope, 'month').map((key) => ({ key, label: monthWords(key) }))
    case 'area':
      return world
        .all('areas')
        .filter((a) => a.level === 'town' || a.level === 'office')
        .map((a) => ({ key: a.slug, label: a.name }))
    case 'department':
      return world
        .all('departments')
        .map((d) => ({ key: d.slug, name: d.name }))
        .sort(byName)
        .map(({ key, name }) => ({ key, label: name }))
    case 'duty':
      return world.keysOf('duty').map((key) => ({ key, label: world.need('duties', key).title }))
  }
}

function splitRow(figure: Figure, scope: Scope, part: Part, label: string, { world }: Context): SplitRow {
  const { metric, numerator, denominator, interval, slowest, values } = figure
  const [dimension, key] = part.split(':') as [Dimension, string]
  const known = metric.shape === 'time' ? values.length : denominator
  const enough = metric.shape === 'count' || known >= metric.minimum
  const mark = computedMark(figure, scope, world, part)
  const facet = dimension === 'month' ? 'year-month' : dimension
  const cases = world.casesBy(facet, key).length > 0
  return {
    label,
    href: cases ? facetPath(facet, key) : null,
    rows: metric.shape === 'share' ? `${numerator} ÷ ${denominator}` : String(known),
    value: !enough
      ? '—'
      : metric.shape === 'time'
        ? timeWords(metric.unit, figure.value)
        : `${figureNumber(figure)}${metric.shape === 'share' ? '%' : ''}`,
    spread: !enough
      ? '太少，不算'
      : metric.shape === 'time'
        ? timeWords(metric.unit, slowest)
        : interval
          ? `${percentWords(interval[0])}—${percentWords(interval[1])}`
          : '',
    mark: enough ? mark : { ...mark, 'data-value': '' },
  }
}

function noteOf(dimension: Dimension, metric: Metric): string | null {
  if (dimension === 'department' && metric.table === 'cases')
    return '一件事叫了几个部门，就在几个部门下各算一次，所以加起来会比总数多。按名称拼音排，不是名次。'
  if (dimension === 'department') return '按名称拼音排，不是名次。难办的事叫得多，率自然低。'
  if (dimension === 'duty') return '一件事属于几项权责，就在几项下各算一次，所以加起来会比总数多。'
  return null
}
