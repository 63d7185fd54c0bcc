import type { Row } from '#domain/records/snapshot'
import type { Event } from '#domain/records/timeline'
import { caseRow } from './rows.ts'

type Told = Omit<Partial<Row<'cases'>>, 'timeline'> & { timeline: Event[] }

const at = (day: number, time: string) => `2022-06-${String(day).padStart(2, '0')}T${time}+08:00`
const on = (day: number) => `2022-06-${String(day).padStart(2, '0')}`
const whistle = (moment?: string): Event => ({ kind: 'whistle', ...(moment ? { at: moment } : {}) })
const of =
  (kind: Event['kind']) =>
  (department: string, moment?: string, more: Partial<Event> = {}): Event => ({
    kind,
    department,
    ...(moment ? { at: moment } : {}),
    ...more,
  })
const [dispatch, arrival, objection, done] = [of('dispatch'), of('arrival'), of('objection'), of('done')]
const notice = of('notice')
const NO_LIMITS = { arrivalHours: undefined, handlingDays: undefined }
const closure = (moment: string): Event => ({ kind: 'closure', at: moment })
const reopened = (moment: string): Event => ({ kind: 'reopened', at: moment })

/** A case told by its timeline: 24 hours to arrive, 5 working days to handle, routine, by a community. */
function told(number: number, { timeline, ...more }: Told): Row<'cases'> {
  const { closedBy: _closedBy, ...open } = caseRow(number)
  const isClosed = more.status === 'closed'
  return { ...open, handlingDays: 5, ...(isClosed ? { closedBy: '甲社区' } : {}), ...more, timeline }
}

/** Working days of June 2022: 1, 2, 6–10, 13–17, 20–24, 27–30 (the 3rd is the Dragon Boat Festival). */
export const GOLDEN_CASES: readonly Row<'cases'>[] = [
  // Plain: 300 minutes, four working days, eight days to closure; exactly half of those asked are satisfied.
  told(1, {
    status: 'closed',
    satisfaction: { asked: 4, satisfied: 2 },
    timeline: [
      whistle(at(1, '09:00')),
      dispatch('d-one', at(1, '09:30')),
      arrival('d-one', at(1, '14:00')),
      done('d-one', at(8, '16:00')),
      closure(at(9, '09:00')),
    ],
  }),
  // Closed, reopened, closed again: arrivals after 1440, 120 and 1441 minutes; the second round took six working days.
  told(2, {
    status: 'closed',
    departments: ['d-two'],
    satisfaction: { asked: 5, satisfied: 3, households: 40 },
    timeline: [
      whistle(at(1, '08:00')),
      dispatch('d-one', at(1, '08:00')),
      arrival('d-one', at(2, '08:00')),
      done('d-one', at(6, '10:00')),
      closure(on(7)),
      reopened(at(13, '09:00')),
      dispatch('d-one', at(13, '09:30')),
      dispatch('d-two', at(13, '09:30')),
      arrival('d-one', at(13, '11:00')),
      arrival('d-two', at(14, '09:01')),
      done('d-one', at(20, '10:00')),
      done('d-two', at(21, '10:00')),
      closure(on(24)),
    ],
  }),
  // Reopened before any closure: two rounds, but not a closed case that came back.
  told(3, {
    status: 'closed',
    timeline: [
      whistle(at(2, '09:00')),
      dispatch('d-one', at(2, '09:00')),
      arrival('d-one', at(2, '10:00')),
      done('d-one', at(6, '10:00')),
      reopened(at(7, '09:00')),
      dispatch('d-one', at(7, '10:00')),
      arrival('d-one', at(7, '12:00')),
      done('d-one', at(8, '10:00')),
      closure(on(10)),
    ],
  }),
  // An upheld objection; another department added by a dispatch of its own; still being handled past the limit.
  told(4, {
    status: 'handling',
    departments: ['d-two', 'd-three'],
    timeline: [
      whistle(at(6, '09:00')),
      dispatch('d-one', at(6, '09:30')),
      dispatch('d-two', at(6, '09:30')),
      objection('d-two', at(6, '10:00'), { upheld: true }),
      dispatch('d-three', at(6, '11:00')),
      arrival('d-three', at(6, '11:30')),
      arrival('d-one', at(6, '12:00')),
    ],
  }),
  // A repeated dispatch, then an objection that is not upheld; late; extended and done by the new date.
  told(5, {
    status: 'closed',
    urgency: 'tough',
    satisfaction: { asked: 1, satisfied: 1 },
    timeline: [
      whistle(at(7, '09:00')),
      dispatch('d-one', at(7, '09:00')),
      dispatch('d-one', at(7, '09:20')),
      objection('d-one', at(7, '09:30'), { upheld: false }),
      arrival('d-one', at(8, '10:00')),
      { kind: 'extension', at: at(10, '10:00'), until: on(20) },
      done('d-one', at(17, '10:00')),
      closure(on(20)),
    ],
  }),
  // An objection without a recorded outcome, and another department sent: it was upheld. Done, and asked before closure.
  told(6, {
    status: 'done',
    departments: ['d-two'],
    satisfaction: { asked: 2, satisfied: 0 },
    timeline: [
      whistle(at(8, '09:00')),
      dispatch('d-two', at(8, '09:00')),
      objection('d-two', at(8, '10:00')),
      dispatch('d-one', at(8, '11:00')),
      arrival('d-one', at(8, '12:00')),
      done('d-one', at(9, '10:00')),
    ],
  }),
  // An objection without a recorded outcome, but it came: it was not upheld. The one added never came. Twenty days left.
  told(7, {
    status: 'handling',
    urgency: 'emergency',
    handlingDays: 20,
    departments: ['d-three'],
    timeline: [
      whistle(at(9, '09:00')),
      dispatch('d-three', at(9, '09:00')),
      objection('d-three', at(9, '10:00')),
      dispatch('d-one', at(9, '10:30')),
      arrival('d-three', at(9, '11:00')),
    ],
  }),
  // Nobody came, and the limit has not passed.
  told(8, {
    status: 'waiting',
    timeline: [whistle(at(30, '09:00')), dispatch('d-one', at(30, '10:00'))],
  }),
  // A newspaper's: no times, no limits, resolved by its word.
  told(9, {
    status: 'reported-resolved',
    origin: 'press',
    sources: ['s-one'],
    kind: undefined,
    urgency: undefined,
    ...NO_LIMITS,
    area: 'a-two',
    departments: ['d-two'],
    lead: undefined,
    duties: ['2-1'],
    timeline: [whistle(), arrival('d-one'), arrival('d-two')],
  }),
  // Known to the day and month only: exactly the limit of handling, no time to arrival.
  told(10, {
    status: 'closed',
    kind: 'resident',
    timeline: [
      whistle(on(10)),
      dispatch('d-one', on(10)),
      arrival('d-one', on(10)),
      { kind: 'progress', at: '2022-06' },
      done('d-one', on(17)),
      closure(on(17)),
    ],
  }),
  // The first dispatch has no time: the second is added by position, and nothing is known of the handling.
  told(11, {
    status: 'closed',
    departments: ['d-two'],
    satisfaction: { asked: 3, satisfied: 3 },
    timeline: [
      whistle(at(13, '09:00')),
      dispatch('d-one'),
      dispatch('d-two', at(14, '09:00')),
      arrival('d-two', at(14, '09:30')),
      arrival('d-one', at(15, '09:30')),
      done('d-one', on(16)),
      closure('2022-06'),
    ],
  }),
  // Somebody came without being sent for; only the month of the whistle is known; no town, urgency or kind.
  told(12, {
    status: 'closed',
    kind: undefined,
    urgency: undefined,
    area: 'z-one',
    lead: 'd-three',
    timeline: [
      whistle('2022-06'),
      arrival('d-three', at(20, '10:00')),
      done('d-three', at(20, '12:00')),
      closure(on(21)),
    ],
  }),
  // An objection of which nothing more is known: the clock runs, and it has run out.
  told(13, {
    status: 'waiting',
    lead: 'd-two',
    handlingDays: undefined,
    timeline: [
      whistle(at(20, '09:00')),
      dispatch('d-two', at(20, '09:00')),
      objection('d-two', at(20, '09:30')),
    ],
  }),
  // Closed twice: it came back on the thirtieth day, and the second closure is thirty days old and holds.
  told(15, {
    status: 'closed',
    kind: undefined,
    urgency: undefined,
    area: 'z-one',
    lead: undefined,
    timeline: [whistle('2022-04-01'), closure('2022-04-11'), reopened('2022-05-11'), closure('2022-05-31')],
  }),
  // Two notices before it came, one after, and one in the second round, to which it has not come; back on the 31st day.
  told(16, {
    status: 'handling',
    kind: 'resident',
    urgency: undefined,
    ...NO_LIMITS,
    lead: 'd-two',
    timeline: [
      whistle('2022-05-01'),
      { kind: 'cadre-arrival', at: '2022-05-01', body: '甲社区', post: '社区书记' },
      dispatch('d-two', '2022-05-01'),
      notice('d-two', '2022-05-03'),
      notice('d-two', '2022-05-05'),
      arrival('d-two', '2022-05-06'),
      notice('d-two', '2022-05-08'),
      done('d-two', '2022-05-09'),
      closure('2022-05-20'),
      reopened(on(20)),
      dispatch('d-two', on(20)),
      notice('d-two', on(22)),
    ],
  }),
  // Invented: waits on the demonstration's last day, whatever the day of the snapshot.
  told(14, {
    origin: 'sample',
    reference: 'DEMO-2022-000014',
    status: 'waiting',
    changedOn: '2022-12-31',
    timeline: [whistle('2022-12-31T09:00+08:00'), dispatch('d-one', '2022-12-31T09:00+08:00')],
  }),
]
