import type { Figure } from '#domain/figures/figure'
import type { Dimension, Metric } from '#domain/figures/metrics'
import { INDEX_OF, listOf, MOST_ROWS_THAT_FOLLOW } from '#domain/figures/rowLists'
import type { Part } from '#domain/figures/statistics'
import { monthWords } from '#domain/monthWords'
import { datasetOf } from '#domain/published/datasets'
import { isTown } from '#domain/records/area'
import type { Scope } from '#domain/scope'
import {
  DUTY_CATEGORY_NUMBERS,
  URGENCIES,
  URGENCY_LABELS,
  WHISTLE_KIND_LABELS,
  WHISTLE_KINDS,
} from '#domain/vocabulary'
import { categoryTitle } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import { byName } from '../byName.ts'
import type { Context } from '../context.ts'
import { percentWords } from '../format.ts'
import { casesHref } from '../numbers/casesHref.ts'
import { type FigureMark, markedNumber } from '../numbers/figureMark.ts'
import { manyComparisons } from '../numbers/method.ts'
import { rowsFile } from '../numbers/rowsLink.ts'
import { listPath, noticesToPath } from '../urls.ts'
import { changesLater, isYoung, YOUNG_MARK, YOUNG_WORDS } from './youngMonths.ts'

export type SplitRow = {
  /** Its anchor on the page of the figure. */
  id: string
  label: string
  href: string | null
  /** The rows that stand behind it: `13 ÷ 40`, or a number of them. */
  rows: string
  /** File of exactly these rows; null where there are too many for one. */
  rowsFile: string | null
  value: string
  /** Interval of a share, slowest tenth of a time; empty for counts. */
  spread: string
  mark: FigureMark
  spreadMark: FigureMark | null
}
/** A key of a dimension and its words. */
export type NamedKey = { key: string; label: string }
export type Split = {
  /** Its anchor on the page of the figure. */
  id: string
  dimension: Dimension
  title: string
  rows: SplitRow[]
  note: string | null
  /** What is said of parts whose rows have no file of their own. */
  cut: string | null
  folded: boolean
}

const TITLES: Record<Dimension, string> = {
  category: '按大类',
  month: '按月份',
  urgency: '按紧急程度',
  kind: '按吹哨者',
  town: '按镇（处）',
  area: '按地方',
  department: '按部门',
  duty: '按权责事项',
}
/** Every place is split by on its own page; here stand the towns. */
const ORDER: readonly Dimension[] = ['category', 'urgency', 'kind', 'month', 'town', 'department', 'duty']
/** Tables longer than this are folded. */
const FOLDED_FROM = 25

/** The splits that a metric allows, each with its parts that have rows; a split of which nothing can be said is left out. Departments stand by name, never by rank. */
export function splitsOf(metric: Metric, scope: Scope, context: Context): Split[] {
  return ORDER.filter((d) => metric.dimensions.includes(d)).flatMap((dimension) => {
    const isMarked = (key: string) =>
      dimension === 'month' && changesLater(metric) && isYoung(key, context.world.asOf(scope))
    const told = namedKeys(dimension, scope, context).flatMap(({ key, label }) => {
      const part: Part = `${dimension}:${key}`
      const figure = context.statistics.figure(metric, scope, part)
      return figure.denominator > 0
        ? [{ figure, part, label: isMarked(key) ? `${label}${YOUNG_MARK}` : label }]
        : []
    })
    const rows = told.map(({ figure, part, label }) => splitRow(figure, scope, part, label, context))
    if (rows.every((row) => row.value === '—')) return []
    const parts = rows.filter((row) => row.value !== '—').length
    const young = told.some(({ label }) => label.endsWith(YOUNG_MARK)) ? `${YOUNG_WORDS}。` : ''
    const sum = told.reduce((all, { figure }) => all + figure.denominator, 0)
    const whole = context.statistics.figure(metric, scope).denominator
    return [
      {
        id: `${scope}-${dimension}`,
        dimension,
        title: TITLES[dimension],
        rows,
        note: [young, noteOf(dimension, metric, sum - whole, parts)].join('') || null,
        cut: rows.some((row) => row.rowsFile === null)
          ? `没有链接的一项超过${MOST_ROWS_THAT_FOLLOW}条，没有单独的文件；全部在“数据”的${datasetOf(metric.table).label}表里。`
          : null,
        folded: rows.length > FOLDED_FROM,
      },
    ]
  })
}

/** Every key of a dimension with its words, in the order in which pages tell them. */
export function namedKeys(dimension: Dimension, scope: Scope, { world, statistics }: Context): NamedKey[] {
  switch (dimension) {
    case 'category':
      return DUTY_CATEGORY_NUMBERS.map((n) => ({ key: String(n), label: categoryTitle(n, world) }))
    case 'month':
      return statistics.keysOf(scope, 'month').map((key) => ({ key, label: monthWords(key) }))
    case 'urgency':
      return URGENCIES.map((key) => ({ key, label: URGENCY_LABELS[key] }))
    case 'kind':
      return WHISTLE_KINDS.map((key) => ({ key, label: WHISTLE_KIND_LABELS[key] }))
    case 'area':
    case 'town':
      return world
        .all('areas')
        .filter((a) => dimension === 'area' || isTown(a))
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
  const { metric, numerator, denominator, interval, values } = figure
  const [dimension, key] = part.split(':') as [Dimension, string]
  const known = metric.shape === 'time' ? values.length : denominator
  const isSaid = metric.shape === 'count' || known >= metric.minimum
  const main = markedNumber(figure, scope, world, part, { isSaid })
  const slowest = markedNumber(figure, scope, world, part, { isSaid, isSlowest: true })
  const list = listOf(metric, scope, part)
  const range = interval ? `${percentWords(interval[0])}—${percentWords(interval[1])}` : ''
  return {
    id: `${scope}-${dimension}-${key}`,
    label,
    href: pageOf(metric, dimension, key, world),
    rowsFile: list && rowsFile(list, world),
    rows: metric.shape === 'share' ? `${numerator} ÷ ${denominator}` : String(known),
    value: metric.shape === 'count' ? main.number : main.text,
    mark: main.mark,
    spread: !isSaid ? '太少，不算' : metric.shape === 'time' ? slowest.text : range,
    spreadMark: isSaid && metric.shape === 'time' ? slowest.mark : null,
  }
}

/** The list page of the records of a part; null where there is none, or it would hold those of other months. */
function pageOf(metric: Metric, dimension: Dimension, key: string, world: World): string | null {
  if (metric.table === 'notices' && dimension === 'department') return noticesToPath(key)
  if (metric.table === 'notices' && dimension === 'month') return listPath('notices', key)
  if (metric.table !== 'cases' || (dimension === 'month' && metric.basis === 'flow')) return null
  return casesHref(INDEX_OF[dimension], key, world)
}

/** What must be said of a split: that it is no ranking, and why its parts do not add up to the whole where they do not. */
function noteOf(dimension: Dimension, metric: Metric, beyond: number, parts: number): string | null {
  const said: string[] = []
  if (beyond > 0 && dimension === 'department')
    said.push('一件事叫了几个部门，就在几个部门下各算一次，所以加起来比总数多。')
  else if (beyond > 0 && dimension === 'duty')
    said.push('一件事属于几项权责，就在几项下各算一次，所以加起来比总数多。')
  if (beyond < 0) said.push(`没有写${MISSING[dimension]}的不在这张表里，所以加起来比总数少。`)
  if (dimension === 'department') said.push('按名称拼音排，不是名次。')
  if (dimension === 'department' && metric.shape === 'share' && parts > 1) said.push(manyComparisons(parts))
  if (dimension === 'department' && metric.table === 'events') said.push('难办的事叫得多，率自然低。')
  return said.length > 0 ? said.join('') : null
}

/** What is not published where a row stands in no part of a dimension. */
export const MISSING: Record<Dimension, string> = {
  category: '大类',
  month: '月份',
  urgency: '紧急程度',
  kind: '吹哨者',
  town: '镇（处）',
  area: '地方',
  department: '部门',
  duty: '权责事项',
}
