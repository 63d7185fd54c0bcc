import { CASE_STATE_LABELS, type CaseState } from '../vocabulary.ts'
import type { PlannedEvent } from './caseTimeline.ts'
import type { RowReading } from './rowReading.ts'

/** States of which a case that one department alone handles has no day on which it was done. */
const UNFINISHED: readonly CaseState[] = ['waiting', 'handling']

/** What of a case decides its state. */
export type Told = {
  status: CaseState | undefined
  lead: string | undefined
  closedBy: string | undefined
  evidence: readonly string[]
  /** The other departments: where there are some, one may be done while another goes on. */
  departments: readonly string[]
}

/**
 * Brings state and timeline of a row together without guessing: done is never closed by itself, a closure asks for who
 * closed it and on what evidence, and an event that the state implies is there without a time.
 */
export function caseState(
  row: RowReading,
  told: Told,
  timeline: PlannedEvent[],
): { status: CaseState | undefined; timeline: PlannedEvent[] } {
  const round = timeline.slice(timeline.findLastIndex((e) => e.kind === 'reopened') + 1)
  const has = (kind: PlannedEvent['kind']) => round.some((e) => e.kind === kind)
  // A day of closure says more than the word 已办结, which offices write for both.
  const status =
    (told.status === 'done' || told.status === undefined) && has('closure')
      ? 'closed'
      : (told.status ?? stateOf(timeline, has))
  const added: PlannedEvent[] = []
  if (status === 'done' && !has('done')) {
    if (told.lead) added.push({ kind: 'done', department: told.lead })
    else row.tell('missing-evidence', '已办结，却没有写是哪个部门办的：请补上主办部门', 'lead')
  }
  if (told.status && UNFINISHED.includes(told.status) && has('done') && told.departments.length === 0)
    row.tell('workflow', `状态是“${CASE_STATE_LABELS[told.status]}”，却有办结的时间：请看哪一个对`, 'status')
  const byWhom = told.closedBy ? { body: told.closedBy } : {}
  const all = [...timeline, ...added].map((event) =>
    event.kind === 'closure' && !event.body && !event.department ? { ...event, ...byWhom } : event,
  )
  if (status === 'closed') {
    if (!has('closure')) all.push({ kind: 'closure', ...byWhom })
    if (!told.closedBy || told.evidence.length === 0)
      row.tell(
        'missing-evidence',
        `结案由村社认定：没有写${told.closedBy ? '' : '谁结的案'}${!told.closedBy && told.evidence.length === 0 ? '、' : ''}${told.evidence.length === 0 ? '凭什么结案' : ''}。请补上，或改作已办结`,
        'status',
      )
  }
  return { status, timeline: all }
}

/** The state that the events alone tell, where no column tells it. */
function stateOf(
  timeline: readonly PlannedEvent[],
  has: (kind: PlannedEvent['kind']) => boolean,
): CaseState | undefined {
  if (has('done')) return 'done'
  if (timeline.some((e) => e.kind === 'reopened') && !has('arrival')) return 'reopened'
  if (has('arrival') || has('plan') || has('progress') || has('joint-meeting')) return 'handling'
  return has('dispatch') || has('accepted') ? 'waiting' : undefined
}
