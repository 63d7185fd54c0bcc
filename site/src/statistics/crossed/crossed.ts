import { type Dimension, METRICS, type Metric } from '#domain/figures/metrics'
import { PAIR_METRICS, PAIRS, type Pair, pairPart } from '#domain/figures/pairs'
import { SCOPE_LABELS, SCOPES } from '#domain/scope'
import type { Context, PageKind } from '../../context.ts'
import { DEMO_PAGE, type Frame, frameOf } from '../../frame/frame.ts'
import { crossedPath, figurePath } from '../../urls.ts'
import { mayCountOtherwise } from '../countedTables.ts'
import { type Crossing, type CrossTable, crossTable } from './crossTable.ts'

export type CrossedView = {
  frame: Frame
  title: string
  metric: { label: string; href: string; definition: string }
  /** Head of the first column. */
  head: string
  scopes: { label: string; sample: boolean; table: CrossTable }[]
  /** Sentence before the sample scope; null where the frame carries it. */
  demo: string | null
  /** The same statistic crossed otherwise. */
  others: { label: string; href: string }[]
}

const WORDS: Partial<Record<Dimension, string>> = {
  department: '部门',
  month: '月份',
  category: '大类',
  town: '镇（处）',
}
const words = (dimension: Dimension) => WORDS[dimension] as string

/** Departments are many, so they always go down the page. */
function crossingOf(pair: Pair): Crossing {
  const [first, second] = pair
  return second === 'department'
    ? { rows: second, columns: first, name: (row, column) => pairPart(pair, column, row) }
    : { rows: first, columns: second, name: (row, column) => pairPart(pair, row, column) }
}

const titleOf = ([first, second]: Pair) => `按${words(first)}和${words(second)}`

/** The pages on which a metric is crossed; none for most metrics. */
export function crossedLinks(metric: Metric): { label: string; href: string }[] {
  if (!PAIR_METRICS.some((id) => id === metric.id)) return []
  return PAIRS.map((pair) => ({ label: titleOf(pair), href: crossedPath(metric.id, pair) }))
}

function pathsOf(): string[] {
  return PAIR_METRICS.flatMap((id) => PAIRS.map((pair) => crossedPath(id, pair)))
}

function viewOf(metric: Metric, pair: Pair, context: Context): CrossedView {
  const crossing = crossingOf(pair)
  const scopes = SCOPES.flatMap((scope) => {
    const table = crossTable(metric, crossing, scope, context)
    return table ? [{ label: SCOPE_LABELS[scope], sample: scope === 'sample', table }] : []
  })
  const sample = scopes.some((s) => s.sample)
  const only = sample && scopes.length === 1
  const path = crossedPath(metric.id, pair)
  const title = `${metric.label}，${titleOf(pair)}`
  return {
    frame: frameOf(
      path,
      {
        title,
        description: `${title}：一格一个数，不到${metric.minimum}的不算。${metric.definition}`,
        keywords: [metric.label, words(pair[0]), words(pair[1])],
        demo: only ? DEMO_PAGE : false,
      },
      context.world,
    ),
    title,
    metric: { label: metric.label, href: figurePath(metric.id), definition: metric.definition },
    head: words(crossing.rows),
    scopes,
    demo: sample && !only ? '下面这张表由演示数据算出，不是真实情况。' : null,
    others: crossedLinks(metric).filter((link) => link.href !== path),
  }
}

/** One statistic over two dimensions at once. */
export const crossedKind: PageKind<CrossedView> = {
  pattern: /^figures\/(?<id>[a-z0-9-]+)\/(?<first>[a-z]+)-by-(?<second>[a-z]+)\.html$/,
  paths: pathsOf,
  view: ({ id, first, second }, context) => {
    const metric = METRICS.find((m) => m.id === id && crossedLinks(m).length > 0)
    const pair = PAIRS.find(([a, b]) => a === first && b === second)
    return metric && pair ? viewOf(metric, pair, context) : null
  },
  affectedBy: (change, context) =>
    change.table !== 'notices' && mayCountOtherwise(change, context) ? pathsOf() : [],
  countedToAsOf: pathsOf,
}
