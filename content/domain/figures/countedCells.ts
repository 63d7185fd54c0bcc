import { dayOf, monthOf } from '../dates.ts'
import type { Row } from '../records/snapshot.ts'
import { AROUND_NOTICE } from './aroundNotice.ts'
import type { CaseFacts } from './facts.ts'
import { type Counts, METRICS, type MetricId } from './metrics.ts'

/** What one row of a record gives to one metric. */
export type CountedCell = {
  /** Place of the metric among all metrics. */
  metric: number
  numerator: number
  denominator: number
  value: number | null
  /** The department of the row, where it has one: among departments it counts there only. */
  department?: string
  /** The month of the row, where it counts by its own and not by that of the whistle; empty where it is not known. */
  month?: string
  /** The day of the row, where the metric is also summed by days. */
  day?: string
}

const CASE_METRICS = METRICS.filter((m) => m.table === 'cases')
const EVENT_METRICS = METRICS.filter((m) => m.table === 'events')
const PLACES = new Map<MetricId, number>(METRICS.map((m, place) => [m.id, place]))

/** Place of a metric among all metrics. */
export function placeOf(id: MetricId): number {
  return PLACES.get(id) as number
}

/** What a case and the events of its timeline give to every metric; rows that give nothing are left out. */
export function cellsOfCase(row: Row<'cases'>, facts: CaseFacts): CountedCell[] {
  const cells: CountedCell[] = []
  for (const m of CASE_METRICS) {
    const r = { row, facts }
    push(cells, m.id, m.numerator(r), m.denominator(r), m.value?.(r) ?? null)
  }
  row.timeline.forEach((event, index) => {
    const r = { row, facts, event, index }
    for (const m of EVENT_METRICS) {
      const day = m.id === AROUND_NOTICE.of ? dayOf(event.at ?? '') : null
      const own = {
        ...(event.department ? { department: event.department } : {}),
        ...(m.basis === 'flow' ? { month: monthOf(event.at ?? '') ?? '' } : {}),
        ...(day ? { day } : {}),
      }
      push(cells, m.id, m.numerator(r), m.denominator(r), m.value?.(r) ?? null, own)
    }
  })
  return cells
}

/** What a notice gives. */
export const NOTICE_CELL: CountedCell = {
  metric: placeOf('notices'),
  numerator: 1,
  denominator: 1,
  value: null,
}

function push(
  cells: CountedCell[],
  metric: MetricId,
  numerator: Counts,
  denominator: Counts,
  value: number | null,
  own: Pick<CountedCell, 'department' | 'month' | 'day'> = {},
): void {
  if (!numerator && !denominator) return
  cells.push({
    metric: placeOf(metric),
    numerator: Number(numerator),
    denominator: Number(denominator),
    value,
    ...own,
  })
}
