import type { Case } from '../records/case.ts'
import type { Scope } from '../scope.ts'
import type { CaseFacts } from './facts.ts'
import type { MetricId } from './metrics.ts'

export const PICKED_IDS = ['late', 'reopened', 'objections', 'extensions', 'slowest'] as const
export type PickedId = (typeof PICKED_IDS)[number]

/** A list of rows that no single column tells: which rows of a case are on it. */
export type PickedList = {
  id: PickedId
  label: string
  /** What is on it, in a sentence. */
  definition: string
  /** Unit of its rows. */
  unit: '件' | '次'
  table: 'cases' | 'events'
  /** The figures whose rows it holds. */
  of: readonly MetricId[]
  /** Columns of the table that tell its rows, each with its value; none where only their order does. */
  columns: readonly { name: string; value: string }[]
  /** Positions in the timeline of the events that are on it; 0 alone where the case itself is. */
  picks: (c: Case, facts: CaseFacts) => readonly number[]
}

/** So many cases are on the list of the slowest. */
export const SLOWEST_CASES = 20

const eventsOf = (c: Case, kind: Case['timeline'][number]['kind']) =>
  c.timeline.flatMap((e, i) => (e.kind === kind ? [i] : []))

/** Each list once: pages, files and links read these entries. */
export const PICKED_LISTS: readonly PickedList[] = [
  {
    id: 'late',
    label: '迟到的派单',
    definition: '可判断是否按时的派单里，没有按时到场的，连同过了时限还没来的。',
    unit: '次',
    table: 'events',
    of: ['arrival-on-time'],
    columns: [
      { name: 'arrival-on-time.denominator', value: 'true' },
      { name: 'arrival-on-time.numerator', value: 'false' },
    ],
    picks: (_c, { calls }) =>
      calls.flatMap((call) =>
        call.late === true && call.dispatchIndex !== null ? [call.dispatchIndex] : [],
      ),
  },
  {
    id: 'reopened',
    label: '重办过的事项',
    definition: '结过案又重办的事项，后来再次结案的也在内。',
    unit: '件',
    table: 'cases',
    of: ['reopened', 'reopened-30-days'],
    columns: [{ name: 'reopened.numerator', value: 'true' }],
    picks: (_c, { reopened }) => (reopened ? [0] : []),
  },
  {
    id: 'objections',
    label: '派单异议清单',
    definition: '部门对派单提出的每一次异议，连同它的结果。',
    unit: '次',
    table: 'events',
    of: ['objections', 'objections-upheld'],
    columns: [{ name: 'kind', value: 'objection' }],
    picks: (c) => eventsOf(c, 'objection'),
  },
  {
    id: 'extensions',
    label: '延期清单',
    definition: '每一次延期，延到哪天，说了什么理由。',
    unit: '次',
    table: 'events',
    of: ['handled-on-time'],
    columns: [{ name: 'kind', value: 'extension' }],
    picks: (c) => eventsOf(c, 'extension'),
  },
  {
    id: 'slowest',
    label: '结案最慢的事项',
    definition: `从吹哨到最后一次结案用了最多天的${SLOWEST_CASES}件，最慢的在前。`,
    unit: '件',
    table: 'cases',
    of: ['closure-time'],
    columns: [],
    picks: (_c, { closureDays }) => (closureDays === null ? [] : [0]),
  },
]

/** A list by its id. */
export function pickedList(id: PickedId): PickedList {
  return PICKED_LISTS.find((list) => list.id === id) as PickedList
}

/**
 * Address of the CSV file of a list, relative to the root of the site.
 * @param month only the rows of cases whistled then; a year where the month is not known
 */
export function pickedPath({ table, id }: PickedList, scope: Scope, month?: string): string {
  const folder = `data/${table}/by/${scope}/list/${id}`
  return month ? `${folder}/${month}.csv` : `${folder}.csv`
}
