import { expect, test } from 'vitest'
import { noticedCallsOf } from '#domain/figures/noticedCalls'
import type { Event } from '#domain/records/timeline'

const whistle: Event = { kind: 'whistle', at: '2022-06-01' }
const notice: Event = { kind: 'notice', at: '2022-06-03', department: 'a' }
const came = (at: string, department = 'a'): Event => ({ kind: 'arrival', at, department })
const reopened: Event = { kind: 'reopened', at: '2022-06-10' }
const days = (...events: Event[]) => noticedCallsOf([whistle, ...events]).map((call) => call.days)

test('a notice counts the days until its own department came', () => {
  expect(days(notice, came('2022-06-04', 'b'), came('2022-06-08'))).toEqual([5])
  expect(days(notice, came('2022-06'))).toEqual([null])
})

test('a notice to a department that had come is none, and one of a later round counts again', () => {
  expect(days(came('2022-06-02'), notice)).toEqual([])
  expect(days(came('2022-06-02'), reopened, { ...notice, at: '2022-06-12' }, came('2022-06-13'))).toEqual([1])
})

test('whoever came only after the case was reopened did not come upon the notice', () => {
  expect(days(notice, reopened, came('2022-06-11'))).toEqual([null])
})
