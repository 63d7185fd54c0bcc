import { describe, expect, test } from 'vitest'
import { METRIC_IDS, type MetricId, metricOf } from '#domain/figures/metrics'
import { type Part, Statistics } from '#domain/figures/statistics'
import { TABLES } from '#domain/records/snapshot'
import type { Scope } from '#domain/scope'
import { World } from '#domain/world/world'
import { GOLDEN_CASES } from '../../support/records/goldenCases.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'

type Told = {
  numerator: number
  denominator: number
  values?: number[]
  value: number | null
  slowest?: number
}

/** Counted by hand from the sixteen cases: what each metric says of the real ones. */
const GOLDEN: Record<MetricId, Told> = {
  whistles: { numerator: 15, denominator: 15, value: 15 },
  open: { numerator: 6, denominator: 15, value: 6 },
  resolved: { numerator: 9, denominator: 15, value: 9 },
  'resolution-rate': { numerator: 9, denominator: 15, value: 60 },
  'closure-rate': { numerator: 8, denominator: 15, value: 53.33 },
  'arrival-on-time': { numerator: 10, denominator: 15, value: 66.67 },
  'arrival-time': {
    numerator: 13,
    denominator: 18,
    values: [30, 30, 60, 60, 120, 120, 180, 180, 300, 1440, 1441, 1500, 2910],
    value: 180,
    slowest: 1500,
  },
  'cadre-arrival': { numerator: 1, denominator: 2, value: 50 },
  'closure-time': { numerator: 6, denominator: 8, values: [7, 8, 8, 13, 23, 60], value: 8, slowest: 60 },
  closures: { numerator: 11, denominator: 11, value: 11 },
  'open-stock': { numerator: 6, denominator: 14, value: 6 },
  'handled-on-time': { numerator: 7, denominator: 9, value: 77.78 },
  reopened: { numerator: 3, denominator: 9, value: 33.33 },
  'reopened-30-days': { numerator: 1, denominator: 3, value: 33.33 },
  satisfaction: { numerator: 3, denominator: 5, value: 60 },
  'households-satisfied': { numerator: 9, denominator: 15, value: 60 },
  asked: { numerator: 4, denominator: 9, value: 44.44 },
  notices: { numerator: 2, denominator: 2, value: 2 },
  'notice-to-arrival': { numerator: 2, denominator: 3, values: [1, 3], value: 1, slowest: 3 },
  objections: { numerator: 5, denominator: 22, value: 22.73 },
  'objections-upheld': { numerator: 2, denominator: 4, value: 50 },
}

const ON_TIME = 'arrival-on-time'
/** Counted by hand likewise: numerator and denominator of parts. */
const PARTS: [MetricId, Part, number, number][] = [
  ['whistles', 'urgency:routine', 9, 9],
  ['whistles', 'urgency:tough', 1, 1],
  ['whistles', 'urgency:emergency', 1, 1],
  ['whistles', 'kind:community', 10, 10],
  ['whistles', 'kind:resident', 2, 2],
  ['whistles', 'town:t-one', 12, 12],
  ['whistles', 'town:t-two', 1, 1],
  ['whistles', 'area:z-one', 15, 15],
  ['whistles', 'area:a-two', 1, 1],
  ['whistles', 'month:2022-06', 12, 12],
  ['whistles', 'category:2', 1, 1],
  ['whistles', 'duty:2-1', 1, 1],
  ['whistles', 'department:d-one', 10, 10],
  ['whistles', 'department:d-two', 7, 7],
  [ON_TIME, 'department:d-one', 7, 10],
  [ON_TIME, 'department:d-two', 1, 3],
  [ON_TIME, 'department:d-three', 2, 2],
  [ON_TIME, 'urgency:tough', 0, 1],
  [ON_TIME, 'urgency:emergency', 1, 2],
  [ON_TIME, 'kind:resident', 0, 0],
  ['objections', 'department:d-two', 3, 7],
  ['objections-upheld', 'department:d-two', 2, 2],
  ['handled-on-time', 'urgency:tough', 1, 1],
  ['households-satisfied', 'urgency:tough', 1, 1],
  ['whistles', 'department:d-one/month:2022-06', 10, 10],
  [ON_TIME, 'department:d-two/month:2022-06', 1, 3],
  ['closure-time', 'department:d-three/month:2022-06', 0, 1],
  ['resolution-rate', 'category:2/department:d-two', 1, 1],
  ['whistles', 'category:2/department:d-one', 0, 0],
  ['whistles', 'town:t-two/category:2', 1, 1],
  ['notices', 'month:2022-05', 1, 1],
  ['closures', 'month:2022-04', 1, 1],
  ['closures', 'month:2022-05', 2, 2],
  ['closures', 'month:2022-06', 8, 8],
  ['open-stock', 'month:2022-04', 0, 1],
  ['open-stock', 'month:2022-05', 0, 1],
  ['open-stock', 'month:2022-06', 6, 12],
  ['open-stock', 'town:t-one', 6, 12],
  ['notice-to-arrival', 'department:d-two', 2, 3],
  ['notice-to-arrival', 'month:2022-05', 2, 3],
  ['reopened-30-days', 'month:2022-04', 1, 2],
  ['notices', 'department:d-one', 1, 1],
]

function counted(asOf = '2022-06-30') {
  const snapshot = goldenSnapshot()
  const world = new World(snapshot)
  const statistics = new Statistics(world)
  if (asOf !== snapshot.asOf) {
    snapshot.asOf = asOf
    statistics.update([])
  }
  return statistics
}
const pair = (statistics: Statistics, id: MetricId, scope: Scope = 'real', part: Part = 'all') => {
  const { numerator, denominator } = statistics.figure(metricOf(id), scope, part)
  return [numerator, denominator]
}

test('the golden cases are records that could be public', () => {
  for (const c of GOLDEN_CASES)
    expect(TABLES.cases.schema.safeParse(c).error?.issues, c.reference).toBeUndefined()
})

test('every metric has its golden line', () => {
  expect(Object.keys(GOLDEN)).toEqual([...METRIC_IDS])
})

describe('counted by hand', () => {
  test.each(METRIC_IDS)('%s', (id) => {
    const figure = counted().figure(metricOf(id), 'real')
    const { numerator, denominator, values = [], value, slowest = null } = GOLDEN[id]
    expect({
      numerator: figure.numerator,
      denominator: figure.denominator,
      values: [...figure.values],
      value: figure.value,
      slowest: figure.slowest,
    }).toEqual({ numerator, denominator, values, value, slowest })
  })

  test.each(PARTS)('%s of %s', (id, part, numerator, denominator) => {
    expect(pair(counted(), id, 'real', part)).toEqual([numerator, denominator])
  })
})

test('arrivals on time around the first notice to each department', () => {
  const of = (department: string, scope: Scope = 'real') => counted().aroundNotice(scope, department)
  // The first notice to d-one came on June 15: nine calls were sent before it, one has no day.
  expect(of('d-one')).toEqual({
    day: '2022-06-15',
    before: { numerator: 7, denominator: 9 },
    after: { numerator: 0, denominator: 0 },
  })
  // That to d-two on May 31: one call of June 14 was answered in time, one of June 13 and one of June 20 were not.
  expect(of('d-two')).toEqual({
    day: '2022-05-31',
    before: { numerator: 0, denominator: 0 },
    after: { numerator: 1, denominator: 3 },
  })
  expect(of('d-three')).toBeNull()
  expect(of('d-one', 'sample')?.day).toBe('2022-06-15')
})

test('only a share of rows has an interval: households of one case answer alike', () => {
  const intervalOf = (id: MetricId) => counted().figure(metricOf(id), 'real').interval
  expect(intervalOf('satisfaction')).toEqual([23.07, 88.24])
  expect(intervalOf('households-satisfied')).toBeNull()
  expect(intervalOf('whistles')).toBeNull()
  expect(intervalOf('closure-time')).toBeNull()
})

describe('when the day moves', () => {
  test('who has not come is late, and what is not done is past its limit', () => {
    const july = counted('2022-07-05')
    expect(pair(july, ON_TIME)).toEqual([10, 16])
    expect(pair(july, 'handled-on-time')).toEqual([7, 9])
    expect(pair(counted('2022-07-20'), 'handled-on-time')).toEqual([7, 11])
  })

  test('a closure is judged from its thirtieth day on', () => {
    const judged = (asOf: string) => pair(counted(asOf), 'reopened-30-days')
    // On July 7 the first closure of the second case, which came back after six days, is thirty days old.
    expect(judged('2022-07-06')).toEqual([1, 3])
    expect(judged('2022-07-07')).toEqual([2, 4])
  })

  test('invented cases stay at the last day of the demonstration', () => {
    const later = counted('2026-11-01')
    expect(pair(later, ON_TIME, 'sample')).toEqual([0, 0])
    expect(pair(later, 'handled-on-time', 'sample')).toEqual([0, 0])
    expect(pair(later, 'whistles', 'sample')).toEqual([1, 1])
    expect(pair(later, 'notices', 'sample')).toEqual([1, 1])
  })
})
