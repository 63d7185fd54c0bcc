import type { Row } from '#domain/records/snapshot'
import type { Event } from '#domain/records/timeline'
import { CASE_STATES, EVENT_KINDS, URGENCIES, WHISTLE_KINDS } from '#domain/vocabulary'
import { seeded } from './randomEdits.ts'
import { caseRow } from './rows.ts'

const DEPARTMENTS = ['d-one', 'd-two', 'd-three']
const AREAS = ['z-one', 't-one', 't-two', 'a-one', 'a-two']
/** How precisely times are known: most to the minute, some to the day, month or year, some not at all. */
const LENGTHS = [22, 22, 22, 22, 10, 10, 7, 4, 0]
const BEGIN = Date.parse('2022-06-01T00:00Z') / 60_000

/**
 * Cases with timelines as editors might enter them: coarse and missing times, reopenings at any place, objections with
 * and without outcome, repeated dispatches, departments that come without being sent for. Every one passes its schema.
 */
export function randomCases(seed: number, count: number): Row<'cases'>[] {
  const random = seeded(seed)
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const pick = <T>(of: readonly T[]) => of[int(0, of.length - 1)] as T
  const moment = (minutes: number) => `${new Date(minutes * 60_000).toISOString().slice(0, 16)}+08:00`

  function timeline(): Event[] {
    let now = BEGIN + int(0, 20_000)
    const kinds = ['whistle' as const, ...Array.from({ length: int(0, 14) }, () => pick(KINDS))]
    return kinds.map((kind): Event => {
      now += pick([0, 0, 30, 600, 2000])
      const at = moment(now).slice(0, pick(LENGTHS))
      const department = BY_DEPARTMENT.includes(kind) || random() < 0.1 ? pick(DEPARTMENTS) : undefined
      const isDepartments = department && kind !== 'whistle' && kind !== 'cadre-arrival'
      return {
        kind,
        ...(at ? { at } : {}),
        ...(isDepartments ? { department } : {}),
        ...(kind === 'cadre-arrival' ? { body: '甲社区', post: '社区书记' } : {}),
        ...(kind === 'objection' && random() < 0.5 ? { upheld: random() < 0.5 } : {}),
        ...(kind === 'extension' ? { until: moment(now + int(0, 20_000)).slice(0, 10) } : {}),
      }
    })
  }

  return Array.from({ length: count }, (_, i): Row<'cases'> => {
    const {
      closedBy,
      kind: _kind,
      urgency: _urgency,
      lead: _lead,
      arrivalHours: _hours,
      ...plain
    } = caseRow(i + 1)
    const status = pick(CASE_STATES)
    const origin = status === 'reported-resolved' ? 'press' : pick(['record', 'sample'] as const)
    const [lead, ...others] = DEPARTMENTS.filter(() => random() < 0.6)
    const asked = int(1, 4)
    return {
      ...plain,
      origin,
      reference: `${origin === 'sample' ? 'DEMO' : 'WS'}-2022-${String(i + 1).padStart(6, '0')}`,
      changedOn: '2022-12-31',
      sources: origin === 'press' ? ['s-one'] : [],
      status,
      ...(status === 'closed' && closedBy ? { closedBy } : {}),
      ...(random() < 0.9 ? { urgency: pick(URGENCIES), kind: pick(WHISTLE_KINDS) } : {}),
      ...(random() < 0.9 ? { arrivalHours: pick([1, 24, 72]) } : {}),
      ...(random() < 0.9 ? { handlingDays: pick([1, 5, 20]) } : {}),
      ...(lead ? { lead } : {}),
      departments: others,
      area: pick(AREAS),
      duties: ['1-1', '2-1'].filter(() => random() < 0.5).map((d) => (origin === 'sample' ? `DEMO-${d}` : d)),
      ...(random() < 0.5 ? { satisfaction: { asked, satisfied: int(0, asked) } } : {}),
      timeline: timeline(),
    }
  })
}

const BY_DEPARTMENT: readonly Event['kind'][] = [
  'dispatch',
  'accepted',
  'objection',
  'arrival',
  'notice',
  'done',
]
/** What happens after a whistle, what is counted more often than the rest. */
const KINDS: readonly Event['kind'][] = [
  ...EVENT_KINDS.filter((kind) => kind !== 'whistle'),
  ...([
    'dispatch',
    'dispatch',
    'dispatch',
    'arrival',
    'arrival',
    'objection',
    'done',
    'reopened',
    'closure',
  ] as const),
]
