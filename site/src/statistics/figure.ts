import {
  METRIC_IDS,
  METRICS,
  type Metric,
  type MetricId,
  metricOf,
  unitOfRows,
} from '#domain/figures/metrics'
import { datasetOf } from '#domain/published/datasets'
import type { Context, PageKind } from '../context.ts'
import { type Distribution, distribution } from '../drawing/distribution.ts'
import { percentWords } from '../format.ts'
import { DEMO_PAGE, type Frame, frameOf } from '../frame/frame.ts'
import { casesHref } from '../numbers/casesHref.ts'
import type { FigureMark } from '../numbers/figureMark.ts'
import { counterSideOf, SLOWEST, type TwinSide } from '../numbers/figureSides.ts'
import { INTERVAL_METHOD, QUANTILE_METHOD } from '../numbers/method.ts'
import { isHow, type ProofPiece } from '../numbers/proofPiece.ts'
import { reportedPair } from '../numbers/reportedFigures.ts'
import { type PartFigure, scopeFigures } from '../numbers/scopeFigures.ts'
import { dataFile, FLOW, figurePath, sectionPath } from '../urls.ts'
import { mayCountOtherwise } from './countedTables.ts'
import { crossedLinks } from './crossed/crossed.ts'
import { type Split, splitsOf } from './figureSplits.ts'

export type ScopeFigure = {
  /** Its anchor on the page. */
  id: string
  label: string
  sample: boolean
  left: TwinSide
  right: TwinSide
  /** Why no share or time is said, or what the middle is. */
  sentence: string
  proof: ProofPiece[]
  counterProof: ProofPiece[]
  chart: Distribution | null
  splits: Split[]
  /** List page that shows exactly the rows of the numerator. */
  list: string | null
}
export type FigureView = {
  frame: Frame
  title: string
  definition: string
  facts: { label: string; text: string; href?: string }[]
  /** What a report said of the same thing. */
  reported: { number: string; unit: string; mark: FigureMark; derived: boolean; proof: ProofPiece[] } | null
  scopes: ScopeFigure[]
  /** Sentence before the sample scope; null where the frame carries it. */
  demo: string | null
  /** Names of the columns by which the rows are counted. */
  heads: { rows: string; value: string; spread: string | null }
  table: { id: string; label: string; csv: string; json: string; rowIs: string }
  columns: string[]
  english: string
  data: string
}

const BASIS = {
  cohort: '按吹哨的时间计：一件事从头到尾算在它吹哨的那个月。',
  flow: '按发生的时间计：哪个月发生，就算在哪个月。',
}

/** What a page of its own tells month by month. */
const FLOW_METRICS: readonly MetricId[] = ['closures', 'open-stock']

function factsOf(metric: Metric): FigureView['facts'] {
  const counter = metricOf(metric.counter)
  const unit = unitOfRows(metric)
  return [
    { label: metric.shape === 'time' ? '数的是' : '分子', text: metric.numeratorWords },
    { label: metric.shape === 'time' ? '全部' : '分母', text: metric.denominatorWords },
    {
      label: '单位',
      text:
        metric.shape === 'share'
          ? '百分比，由整数相除一次，留两位小数'
          : metric.shape === 'time'
            ? `${metric.unit}；说中位和最慢的十分之一，不说平均`
            : metric.unit,
    },
    { label: '按什么时间计', text: BASIS[metric.basis] },
    ...crossedLinks(metric).map(({ label, href }) => ({ label: '交叉看', text: label, href })),
    ...(FLOW_METRICS.includes(metric.id) ? [{ label: '逐月', text: '每月结案和月末存量', href: FLOW }] : []),
    ...(metric.minimum > 1
      ? [{ label: '多少才算', text: `不到${metric.minimum}${unit}不算比率和中位，只写个数` }]
      : []),
    ...(metric.shape === 'share' && !metric.summed ? [{ label: '95%区间', text: INTERVAL_METHOD }] : []),
    ...(metric.shape === 'time' ? [{ label: '怎样取', text: QUANTILE_METHOD }] : []),
    { label: '对照指标', text: counter.label, href: figurePath(counter.id) },
  ]
}

function sentenceOf(f: PartFigure): string {
  if (f.time) return `一半在${f.time.middle}之内，最慢的十分之一不少于${f.time.slowest.text}。`
  if (f.enough) return ''
  if (f.rows === 0) return '还没有能统计的，所以不写数。'
  return '能统计的太少，不算比率和中位；个数写在下面。'
}

/** A facet page that shows exactly the numerator's rows of a scope; null where it would show others too. */
function listOf(metric: Metric, sample: boolean, { world }: Context): string | null {
  if (metric.table === 'notices') return sectionPath('notices')
  if (metric.id === 'whistles') {
    if (sample) return casesHref('origin', 'sample', world)
    return world.cases.total('sample') === 0 ? sectionPath('cases') : null
  }
  const at = metric.rowsAt
  if (at?.facet !== 'state') return null
  const rows = world.list('state', at.value)
  const exact = rows.total(sample ? 'sample' : 'real') === rows.size
  return exact ? casesHref(at.facet, at.value, world) : null
}

function scopesOf(metric: Metric, context: Context): ScopeFigure[] {
  return scopeFigures([metric.id, metric.counter], 'all', context).map(
    ({ scope, label, sample, figures }) => {
      const [own, counter] = figures as [PartFigure, PartFigure]
      return {
        id: scope,
        label,
        sample,
        left: own.time ? { ...counterSideOf(own), label: SLOWEST } : counterSideOf(own),
        right: counterSideOf(counter),
        sentence: sentenceOf(own),
        proof: [...own.counts, ...own.rest.filter((p) => !isHow(p))],
        counterProof: [
          { text: `对照指标：${counter.label}`, href: figurePath(counter.id) },
          ...counter.counts,
        ],
        chart:
          metric.shape === 'time'
            ? distribution({
                unit: metric.unit,
                values: own.values,
                of: metric.table === 'cases' ? '件' : '次',
              })
            : null,
        splits: splitsOf(metric, scope, context),
        list: listOf(metric, sample, context),
      }
    },
  )
}

function reportedOf(id: MetricId, { world }: Context): FigureView['reported'] {
  const pair = reportedPair(world)
  if (!pair) return null
  const known = {
    whistles: [pair.marks.whistles, String(pair.whistles), '件', null],
    resolved: [pair.marks.resolved, String(pair.resolved), '件', null],
    open: [pair.marks.remainder, String(pair.remainder), '件', pair.subtraction],
    'resolution-rate': [pair.marks.rate, percentWords(pair.rate), '%', pair.division],
  } as const
  const found = known[id as keyof typeof known]
  if (!found) return null
  const [mark, number, unit, how] = found
  return {
    number,
    unit,
    mark,
    derived: how !== null,
    proof: [
      ...(how ? [{ text: how }] : []),
      { text: `截至${pair.asOf}` },
      { text: pair.source.words, href: pair.source.href },
      { text: '没有公布清单，所以不能逐件核对' },
      { text: '和本站逐件统计的对账', href: `${sectionPath('statistics')}#duizhang` },
    ],
  }
}

/** One statistic: how it is counted, what it says of each scope, how it splits, and the rows behind it. */
export const figureKind: PageKind<FigureView> = {
  pattern: /^figures\/(?<id>[a-z0-9-]+)\.html$/,
  paths: () => METRIC_IDS.map(figurePath),
  view: (params, context) => {
    const metric = METRICS.find((m) => m.id === params.id)
    if (!metric) return null
    const dataset = datasetOf(metric.table)
    const scopes = scopesOf(metric, context)
    const reported = reportedOf(metric.id, context)
    const sample = scopes.find((s) => s.sample)
    const only = sample && scopes.length === 1 && !reported
    return {
      frame: frameOf(
        figurePath(metric.id),
        {
          title: metric.label,
          description: `“${metric.label}”怎样统计：${metric.definition}`,
          keywords: [metric.label, '口径'],
          demo: only ? DEMO_PAGE : false,
        },
        context.world,
      ),
      title: metric.label,
      definition: metric.definition,
      facts: factsOf(metric),
      reported,
      scopes,
      demo: sample && !only ? '从这里到“由哪些记录统计出来”之前，由演示数据算出，不是真实情况。' : null,
      heads: {
        rows: metric.shape === 'share' ? '分子 ÷ 分母' : metric.shape === 'time' ? '有用时记录的' : '',
        value: metric.shape === 'time' ? '一半不超过' : metric.label,
        spread:
          metric.shape === 'share' && !metric.summed
            ? '95%区间'
            : metric.shape === 'time'
              ? '最慢的十分之一不少于'
              : null,
      },
      table: {
        id: dataset.id,
        label: dataset.label,
        csv: dataFile(dataset.id, 'csv'),
        json: dataFile(dataset.id, 'json'),
        rowIs: dataset.rowIs,
      },
      columns: [
        `${metric.id}.numerator`,
        `${metric.id}.denominator`,
        ...(metric.value ? [`${metric.id}.value`] : []),
      ],
      english: metric.labelEn,
      data: `${sectionPath('data')}#${dataset.id}`,
    }
  },
  affectedBy: (change, context) => (mayCountOtherwise(change, context) ? METRIC_IDS.map(figurePath) : []),
  countedToAsOf: () => METRIC_IDS.map(figurePath),
}
