import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMinutes,
  day,
  daysBetween,
  isBefore,
  minutesBetween,
  preciseDate,
  precisionOf,
  shanghaiDay,
  weekStart,
  YEARS,
} from '#domain/dates'
import { isWorkingDay, workingDaysBetween } from '#domain/workingDays'
import { seedOf } from '../../support/generated.ts'

describe('a date is as precise as it is known', () => {
  test.each([
    ['2022', 'year'],
    ['2022-11', 'month'],
    ['2022-11-30', 'day'],
    ['2022-11-30T09:20+08:00', 'minute'],
  ])('%s is known to the %s', (value, precision) => {
    expect(preciseDate.parse(value)).toBe(value)
    expect(precisionOf(value)).toBe(precision)
  })

  test.each([
    '2022-13',
    '2022-02-30',
    '2022-11-30T24:00+08:00',
    '2022-11-30T09:60+08:00',
    '2022-11-30T25:00+08:00',
    '2022-11-30T09:20Z',
    '22-11',
    '十一月',
  ])('%s is refused', (value) => {
    expect(preciseDate.safeParse(value).success).toBe(false)
  })
})

test('only dates of the years in which anything here can have happened are dates', () => {
  const tail = fc.constantFrom('', '-06', '-06-13', '-06-13T09:20+08:00')
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'))
  fc.assert(
    fc.property(year, tail, (y, rest) => {
      const isWithin = Number(y) >= YEARS.first && Number(y) <= YEARS.last
      expect(preciseDate.safeParse(y + rest).success).toBe(isWithin)
      if (rest === '-06-13') expect(day.safeParse(y + rest).success).toBe(isWithin)
    }),
    seedOf('years of dates'),
  )
})

test('a duration is only given between times that are known to the minute', () => {
  expect(minutesBetween('2022-06-13T09:20+08:00', '2022-06-13T14:30+08:00')).toBe(310)
  expect(minutesBetween('2022-06-13', '2022-06-13T14:30+08:00')).toBeNull()
  expect(daysBetween('2022-06-13T23:50+08:00', '2022-06-14')).toBe(1)
  expect(daysBetween('2022-06', '2022-06-14')).toBeNull()
})

test('order is judged only as far as both dates are known', () => {
  expect(isBefore('2022-06-13', '2022-06-13T09:20+08:00')).toBe(false)
  expect(isBefore('2022-05', '2022-06-13')).toBe(true)
  expect(isBefore('2022-06-13T09:19+08:00', '2022-06-13T09:20+08:00')).toBe(true)
})

test('the day of an instant is the day in Shanghai', () => {
  expect(shanghaiDay(Date.parse('2022-12-31T16:30Z'))).toBe('2023-01-01')
  expect(weekStart('2022-06-19')).toBe('2022-06-13')
  expect(addMinutes('2022-12-31T23:50+08:00', 20)).toBe('2023-01-01T00:10+08:00')
})

test('holidays and make-up days of 2022 are known', () => {
  expect(isWorkingDay('2022-10-04')).toBe(false)
  expect(isWorkingDay('2022-10-08')).toBe(true)
  expect(isWorkingDay('2022-06-18')).toBe(false)
  expect(workingDaysBetween('2022-09-30', '2022-10-09')).toBe(2)
})

test('of a year whose holidays are not announced no day is called a working day, and none is counted', () => {
  expect(isWorkingDay('2099-01-05')).toBeNull()
  expect(isWorkingDay('1990-01-05')).toBeNull()
  expect(workingDaysBetween('2098-12-30', '2099-01-05')).toBeNull()
  expect(workingDaysBetween('2025-12-30', '2026-01-05')).toBe(3)
})
