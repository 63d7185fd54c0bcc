import { type Case, isResolved } from '../records/case.ts'
import type { Notice } from '../records/notice.ts'
import type { Event } from '../records/timeline.ts'
import type { FacetId } from '../world/facets.ts'
import type { CaseFacts } from './facts.ts'
import { isObjectedTo, objectionOutcome } from './objections.ts'

/** The row that a metric looks at: a case, one event of a case, or a notice. */
export type CaseRow = { row: Case; facts: CaseFacts }
export type EventRow = { row: Case; facts: CaseFacts; event: Event; index: number }
export type NoticeRow = { notice: Notice }
type RowsOf = { cases: CaseRow; events: EventRow; notices: NoticeRow }
export type MetricTable = keyof RowsOf

export const METRIC_IDS = [
  'whistles',
  'open',
  'resolved',
  'resolution-rate',
  'closure-rate',
  'arrival-on-time',
  'arrival-time',
  'cadre-arrival',
  'closure-time',
  'closures',
  'open-stock',
  'handled-on-time',
  'reopened',
  'reopened-30-days',
  'satisfaction',
  'households-satisfied',
  'asked',
  'notices',
  'notice-to-arrival',
  'objections',
  'objections-upheld',
] as const
export type MetricId = (typeof METRIC_IDS)[number]

/** Ways in which a metric may be split. */
export const DIMENSIONS = [
  'category',
  'duty',
  'area',
  'town',
  'department',
  'month',
  'urgency',
  'kind',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What a row gives to a numerator or denominator. */
export type Counts = boolean | number | null

type MetricOf<T extends MetricTable> = {
  id: MetricId
  label: string
  labelEn: string
  /** count: a number of rows; share: numerator ÷ denominator; time: median and slowest tenth of `value`. */
  shape: 'count' | 'share' | 'time'
  /** Unit in words: 件, 次, %, 小时, 天. */
  unit: string
  table: T
  /** How it is counted, in words that a reader can check. */
  definition: string
  numeratorWords: string
  denominatorWords: string
  /** true: counts; false: does not; null: says nothing (the cell is empty). A number where `summed` is added up, below 0 where it is taken away. */
  numerator: (row: RowsOf[T]) => Counts
  /** null where the row is outside what is counted at all. */
  denominator: (row: RowsOf[T]) => Counts
  /** Of times: why rows have none, in words. */
  withoutWords?: string
  /** Unit of the whole numbers that are added up over the rows, where rows are not what is counted: 户. */
  summed?: string
  /** Measured value in minutes (hours are minutes ÷ 60) or days, for times only. */
  value?: (row: RowsOf[T]) => number | null
  /** The figure that must stand beside it. */
  counter: MetricId
  /** Below this many rows in the denominator a share or time is not shown for a part. */
  minimum: number
  dimensions: readonly Dimension[]
  /** cohort: by the date raised; flow: by the date it happened. Never in one table. */
  basis: 'cohort' | 'flow'
  /** Facet page that shows exactly the rows of the numerator, where one facet says it. */
  rowsAt?: { facet: FacetId; value: string }
}
export type Metric = { [T in MetricTable]: MetricOf<T> }[MetricTable]

const everyCase = () => true
const isArrivalOf = (r: EventRow) => r.facts.calls.find((c) => c.arrivalIndex === r.index)
const isCallOf = (r: EventRow) => r.facts.calls.find((c) => c.dispatchIndex === r.index)
const isHandlingOf = (r: EventRow) => r.facts.handlings.find((h) => h.dispatchIndex === r.index)
const moveOf = (r: EventRow) => r.facts.moves.find((m) => m.index === r.index)?.by ?? null
const isReturnOf = (r: EventRow) => r.facts.returns.find((x) => x.closureIndex === r.index)
const isNoticedOf = (r: EventRow) => r.facts.noticed.find((n) => n.noticeIndex === r.index)
const upheld = (r: EventRow) =>
  r.event.kind === 'objection' ? objectionOutcome(r.row.timeline, r.index).upheld : undefined
const satisfied = (c: Case) => (c.satisfaction ? c.satisfaction.satisfied * 2 > c.satisfaction.asked : null)
const ALL: readonly Dimension[] = DIMENSIONS

const ofCases = (m: Omit<MetricOf<'cases'>, 'table'>): Metric => ({ ...m, table: 'cases' })
const ofEvents = (m: Omit<MetricOf<'events'>, 'table'>): Metric => ({ ...m, table: 'events' })

/** A closure is its community's, not one department's. */
const FLOW = ALL.filter((d) => d !== 'department')

/** Each statistic once: pages, tables, dictionary and checks all read these entries. */
export const METRICS: readonly Metric[] = [
  ofCases({
    id: 'whistles',
    label: '吹哨',
    labelEn: 'Whistles',
    shape: 'count',
    unit: '件',
    definition: '已公开的事项，一件算一件，不论来历和结果。',
    numeratorWords: '已公开的事项',
    denominatorWords: '已公开的事项',
    numerator: everyCase,
    denominator: everyCase,
    counter: 'open',
    minimum: 1,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'open',
    label: '还没解决',
    labelEn: 'Open',
    shape: 'count',
    unit: '件',
    definition: '状态不是“已结案”、也不是“报道称已解决”的事项。已办结、等村社点头的算还没解决。',
    numeratorWords: '还没解决的事项',
    denominatorWords: '已公开的事项',
    numerator: (r) => !isResolved(r.row),
    denominator: everyCase,
    counter: 'resolved',
    minimum: 1,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'resolved',
    label: '已经解决',
    labelEn: 'Resolved',
    shape: 'count',
    unit: '件',
    definition: '村社已结案的事项，加上报道称已解决的事项。',
    numeratorWords: '已结案或报道称已解决的事项',
    denominatorWords: '已公开的事项',
    numerator: (r) => isResolved(r.row),
    denominator: everyCase,
    counter: 'open',
    minimum: 1,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'resolution-rate',
    label: '解决率',
    labelEn: 'Resolution rate',
    shape: 'share',
    unit: '%',
    definition: '已经解决的事项 ÷ 吹哨的事项，按吹哨的时间归。它不是回访口径的“解决率”。',
    numeratorWords: '已经解决的事项',
    denominatorWords: '吹哨的事项',
    numerator: (r) => isResolved(r.row),
    denominator: everyCase,
    counter: 'reopened',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'closure-rate',
    label: '结案率',
    labelEn: 'Closure rate',
    shape: 'share',
    unit: '%',
    definition: '由村社自己结案的事项 ÷ 吹哨的事项。部门说办完、报道说解决，都不算结案。',
    numeratorWords: '村社已结案的事项',
    denominatorWords: '吹哨的事项',
    numerator: (r) => r.row.status === 'closed',
    denominator: everyCase,
    counter: 'open',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
    rowsAt: { facet: 'state', value: 'closed' },
  }),
  ofEvents({
    id: 'arrival-on-time',
    label: '按时到场',
    labelEn: 'Arrival on time',
    shape: 'share',
    unit: '%',
    definition:
      '一轮里派单派给一个部门算一次，再派给它不另算。从吹哨（重办从重办，后来加派的从加派；和这一轮第一条派单不挨着、或写着不同时间的，是后来加派）到这个部门到场，不超过这件事的到场时限，算按时；过了时限还没来，算迟。派单异议成立的，到那时为止，不在内；不成立的，照样从头算。时限或时间没有公布的不在内。',
    numeratorWords: '按时到场的次数',
    denominatorWords: '可判断是否按时的派单次数',
    numerator: (r) => {
      const late = isCallOf(r)?.late ?? null
      return late === null ? null : !late
    },
    denominator: (r) => {
      const call = isCallOf(r)
      return call ? call.late !== null : null
    },
    counter: 'arrival-time',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofEvents({
    id: 'arrival-time',
    label: '到场用时',
    labelEn: 'Time to arrival',
    shape: 'time',
    unit: '小时',
    definition:
      '从吹哨（重办从重办，后来加派的从加派）到部门到场，自然小时。中位是一半在这个时间之内；最慢的十分之一不少于第90百分位。时间没有公布到分钟的不在内。',
    numeratorWords: '有用时记录的到场次数',
    denominatorWords: '全部到场次数',
    numerator: (r) => {
      const call = isArrivalOf(r)
      return call ? call.minutes !== null : null
    },
    denominator: (r) => (isArrivalOf(r) ? true : null),
    value: (r) => isArrivalOf(r)?.minutes ?? null,
    counter: 'arrival-on-time',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'cadre-arrival',
    label: '干部报到',
    labelEn: 'Cadres came',
    shape: 'share',
    unit: '%',
    definition:
      '有村社或镇（处）干部报到的群众吹哨 ÷ 全部群众吹哨，一件算一件，不论报到几次、哪一轮。还没有人报到的算没有。部门到场不是干部报到，干部报到也不算任何部门的到场。',
    numeratorWords: '有干部报到的群众吹哨',
    denominatorWords: '群众吹哨的事项',
    numerator: ({ row }) =>
      row.kind === 'resident' ? row.timeline.some((e) => e.kind === 'cadre-arrival') : null,
    denominator: ({ row }) => (row.kind === 'resident' ? true : null),
    counter: 'arrival-on-time',
    minimum: 30,
    // Cadres come from a community or town: no department is told by it.
    dimensions: ALL.filter((d) => d !== 'department' && d !== 'kind'),
    basis: 'cohort',
  }),
  ofCases({
    id: 'closure-time',
    label: '结案用时',
    labelEn: 'Time to closure',
    shape: 'time',
    unit: '天',
    definition:
      '从吹哨到村社最后一次结案的自然天数，只算已结案、两头日子都知道的事项。还没结案的不在内，所以要和“还没解决”一起看。',
    numeratorWords: '有用时记录的已结案事项',
    denominatorWords: '已结案的事项',
    numerator: (r) => (r.row.status === 'closed' ? r.facts.closureDays !== null : null),
    denominator: (r) => (r.row.status === 'closed' ? true : null),
    value: (r) => r.facts.closureDays,
    counter: 'open',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofEvents({
    id: 'closures',
    label: '结案次数',
    labelEn: 'Closures',
    shape: 'count',
    unit: '次',
    definition:
      '村社结案的次数，按结案的月份归，不论哪个月吹的哨；一轮结了几次的只数第一次，重办以后再结案另算。吹哨、结案、重办的月份有一处没有公布的事项，和报道称已解决的，都不在内，这样才和“未结存量”对得上。',
    numeratorWords: '结案的次数',
    denominatorWords: '结案的次数',
    numerator: (r) => (moveOf(r) === -1 ? true : null),
    denominator: (r) => (moveOf(r) === -1 ? true : null),
    counter: 'open-stock',
    minimum: 1,
    dimensions: FLOW,
    basis: 'flow',
  }),
  ofEvents({
    id: 'open-stock',
    label: '未结存量',
    labelEn: 'Open stock',
    shape: 'count',
    unit: '件',
    definition:
      '还没结案的件数：吹哨加一，结案减一，结了案又重办再加一，从头加到哪一天，就是那天还没结的。吹哨、结案、重办的月份有一处没有公布的事项，和报道称已解决的，都不在内。它和“还没解决”不同：那个看现在的状态，不看月份。',
    numeratorWords: '吹哨和重办减去结案，还没结的',
    denominatorWords: '各月都知道的吹哨',
    numerator: moveOf,
    denominator: (r) => (moveOf(r) === null ? null : r.index === 0),
    summed: '件',
    counter: 'closures',
    minimum: 1,
    // What came in less what went out in one month is no stock: the months stand on a page of their own.
    dimensions: FLOW.filter((d) => d !== 'month'),
    basis: 'flow',
  }),
  ofEvents({
    id: 'handled-on-time',
    label: '按时办完',
    labelEn: 'Handled on time',
    shape: 'share',
    unit: '%',
    definition:
      '一件事办一轮（重办另算一轮）算一次，记在这一轮第一条派单上。从第一条派单那天的第二天起数工作日，数到最后一个部门办结那天，不超过这件事的办理时限，算按时；延过期的，延到的日子以内办结也算。过了时限和延到的日子还没办完，算没有按时；还没过的不在内。时限或日子没有公布的、节假日安排还没有公布的年份，不在内。',
    numeratorWords: '按时办完的轮次',
    denominatorWords: '可判断是否按时办完的轮次',
    numerator: (r) => isHandlingOf(r)?.onTime ?? null,
    denominator: (r) => {
      const handling = isHandlingOf(r)
      return handling ? handling.onTime !== null : null
    },
    counter: 'open',
    minimum: 30,
    // Several departments do a round together: it is none of theirs alone.
    dimensions: ALL.filter((d) => d !== 'department'),
    basis: 'cohort',
  }),
  ofCases({
    id: 'reopened',
    label: '重办',
    labelEn: 'Reopened',
    shape: 'share',
    unit: '%',
    definition: '结过案又重办的事项 ÷ 结过案的事项。没有结案就重办的不算，后来再次结案的也算重办过。',
    numeratorWords: '重办过的事项',
    denominatorWords: '结过案的事项',
    numerator: (r) => (r.facts.everClosed ? r.facts.reopened : null),
    denominator: (r) => r.facts.everClosed,
    counter: 'closure-rate',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofEvents({
    id: 'reopened-30-days',
    label: '三十天内重办',
    labelEn: 'Reopened within 30 days',
    shape: 'share',
    unit: '%',
    definition:
      '结案后三十天以内又重办的结案 ÷ 已满三十天的结案，一轮算一次，记在这一轮最后一条结案上。到截至日还没满三十天的不在内，不论重办没有；结案或重办的日子没有公布的不在内。',
    numeratorWords: '三十天以内又重办的结案',
    denominatorWords: '已满三十天、可判断的结案',
    numerator: (r) => isReturnOf(r)?.cameBack ?? null,
    denominator: (r) => {
      const found = isReturnOf(r)
      return found ? found.cameBack !== null : null
    },
    counter: 'reopened',
    minimum: 30,
    // A case comes back to its community, not to one of its departments alone.
    dimensions: ALL.filter((d) => d !== 'department'),
    basis: 'cohort',
  }),
  ofCases({
    id: 'satisfaction',
    label: '过半满意',
    labelEn: 'Mostly satisfied',
    shape: 'share',
    unit: '%',
    definition:
      '问到的住户超过一半满意的事项 ÷ 做过回访的事项，一件事项算一件，不论问了几户。正好一半的不算。没有回访的不算满意，也不算不满意，所以要和“回访过”一起看；按户数算的是“住户满意”。',
    numeratorWords: '问到的住户超过一半满意的事项',
    denominatorWords: '做过回访的事项',
    numerator: (r) => satisfied(r.row),
    denominator: (r) => (r.row.satisfaction ? true : null),
    counter: 'asked',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'households-satisfied',
    label: '住户满意',
    labelEn: 'Households satisfied',
    shape: 'share',
    unit: '%',
    definition:
      '回访时满意的户数 ÷ 问到的户数，各件事项的户数加起来，一户算一户。同一件事的住户往往想法相近，所以不给区间。按事项算的是“过半满意”。',
    numeratorWords: '满意的户数',
    denominatorWords: '问到的户数',
    numerator: (r) => r.row.satisfaction?.satisfied ?? null,
    denominator: (r) => r.row.satisfaction?.asked ?? null,
    summed: '户',
    counter: 'satisfaction',
    minimum: 100,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofCases({
    id: 'asked',
    label: '回访率',
    labelEn: 'Asked',
    shape: 'share',
    unit: '%',
    definition: '做过回访的事项 ÷ 已经解决的事项。',
    numeratorWords: '做过回访的已解决事项',
    denominatorWords: '已经解决的事项',
    numerator: (r) => (isResolved(r.row) ? r.row.satisfaction !== undefined : null),
    denominator: (r) => isResolved(r.row),
    counter: 'satisfaction',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  {
    id: 'notices',
    label: '督办文书',
    labelEn: 'Notices',
    shape: 'count',
    unit: '份',
    table: 'notices',
    definition: '已公开的提醒函、交办单、督办单，按发出的时间归。',
    numeratorWords: '已公开的督办文书',
    denominatorWords: '已公开的督办文书',
    numerator: () => true,
    denominator: () => true,
    counter: 'arrival-on-time',
    minimum: 1,
    dimensions: ['department', 'month'],
    basis: 'flow',
  },
  ofEvents({
    id: 'notice-to-arrival',
    label: '督办到到场',
    labelEn: 'From notice to arrival',
    shape: 'time',
    unit: '天',
    definition:
      '督办文书发出那天到收件部门到场那天的自然天数，只算发出时它在这一轮里还没到过场的，一份算一次，看的是事项经过里的次序。到场以后的催办不在内；到现在还没到场的没有天数，算在“全部”里。',
    numeratorWords: '知道用了几天到场的督办文书',
    denominatorWords: '发给还没到场的部门的督办文书',
    withoutWords: '还没到场或没有日子的',
    numerator: (r) => {
      const found = isNoticedOf(r)
      return found ? found.days !== null : null
    },
    denominator: (r) => (isNoticedOf(r) ? true : null),
    value: (r) => isNoticedOf(r)?.days ?? null,
    counter: 'arrival-on-time',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofEvents({
    id: 'objections',
    label: '派单异议',
    labelEn: 'Objections',
    shape: 'share',
    unit: '%',
    definition:
      '部门提出异议的派单 ÷ 全部派单。一条派单算一次，再派一次另算；异议只算在同一轮里它前面最近的那条派单上。',
    numeratorWords: '部门提出异议的派单',
    denominatorWords: '派单次数',
    numerator: (r) => (r.event.kind === 'dispatch' ? isObjectedTo(r.row.timeline, r.index) : null),
    denominator: (r) => (r.event.kind === 'dispatch' ? true : null),
    counter: 'arrival-on-time',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
  ofEvents({
    id: 'objections-upheld',
    label: '异议成立',
    labelEn: 'Objections upheld',
    shape: 'share',
    unit: '%',
    definition:
      '成立的派单异议 ÷ 有结果的派单异议。结果没有写的看后来：这一轮里它又被派或到了场，算不成立；否则后来改派了别的部门，算成立；都没有，是还没有结果，不在内。',
    numeratorWords: '成立的派单异议',
    denominatorWords: '有结果的派单异议',
    numerator: (r) => upheld(r) ?? null,
    denominator: (r) => {
      const outcome = upheld(r)
      return outcome === undefined ? null : outcome !== null
    },
    counter: 'objections',
    minimum: 30,
    dimensions: ALL,
    basis: 'cohort',
  }),
]

/** A metric by its id. */
export function metricOf(id: MetricId): Metric {
  return METRICS.find((m) => m.id === id) as Metric
}

const ROW_UNITS: Record<MetricTable, string> = { cases: '件', events: '次', notices: '份' }

/** Unit of what is counted in a numerator or denominator: 件, 次, 份, or what is added up over the rows. */
export function unitOfRows(metric: Metric): string {
  return metric.summed ?? ROW_UNITS[metric.table]
}
