import { expect, test } from 'vitest'
import { YEARS_MESSAGE } from '#domain/dates'
import { readTypedDate, typedDateFault } from '#domain/typedDate'

test.each([
  ['2022-6-13 9:20', '2022-06-13T09:20+08:00'],
  ['2022年6月13日', '2022-06-13'],
  ['２０２２年６月１３日', '2022-06-13'],
  ['2022年6月13日9时20分', '2022-06-13T09:20+08:00'],
  ['2022年6月13日　9：20', '2022-06-13T09:20+08:00'],
  ['　2022.6.13\u200b', '2022-06-13'],
  ['2022　11　30', '2022-11-30'],
  ['２０２２　１１　３０　９：２０', '2022-11-30T09:20+08:00'],
  ['2022　6', '2022-06'],
  ['2022 9:20', null],
  ['2022 13 40', null],
  ['20220613', '2022-06-13'],
  ['202206', '2022-06'],
  ['2022年6月', '2022-06'],
  ['2022/6/13 09:20:31', '2022-06-13T09:20+08:00'],
  ['2022-06-13T09:20+08:00', '2022-06-13T09:20+08:00'],
  ['2022', '2022'],
  ['2022-6-31', null],
  ['20221301', null],
  ['2022年6月13日9时', '2022-06-13T09:00+08:00'],
  ['2022年6月13日25时', null],
  ['2022年6月13日上午', null],
  ['前天', null],
  ['11月20日', null],
  ['', null],
])('an editor who types %s means %s', (typed, read) => {
  expect(readTypedDate(typed)).toBe(read)
  expect(typedDateFault(typed) === null).toBe(read !== null)
})

test('a year that is a slip of the hand is refused as such', () => {
  expect(typedDateFault('9999-12-31')).toBe(YEARS_MESSAGE)
  expect(typedDateFault('前天')).toContain('看不出是哪天')
})

/** A Saturday. */
const now = '2026-11-28T16:30+08:00'

test.each([
  ['11月20日 9点10分', '2026-11-20T09:10+08:00'],
  ['11月20日9点', '2026-11-20T09:00+08:00'],
  ['11月20号上午9点半', '2026-11-20T09:30+08:00'],
  ['11-20 14:05', '2026-11-20T14:05+08:00'],
  ['11月6日上午', '2026-11-06'],
  ['昨天 下午', '2026-11-27'],
  ['11.20', '2026-11-20'],
  ['12月5日', '2025-12-05'],
  ['11月', '2026-11'],
  ['今年3月', '2026-03'],
  ['去年12月30日下午3点一刻', '2025-12-30T15:15+08:00'],
  ['十一月二十日九点十分', '2026-11-20T09:10+08:00'],
  ['二〇二六年十一月二十一日', '2026-11-21'],
  ['20号', '2026-11-20'],
  ['30日', '2026-10-30'],
  ['昨天下午3点', '2026-11-27T15:00+08:00'],
  ['昨天 15:20', '2026-11-27T15:20+08:00'],
  ['今天，中午1点', '2026-11-28T13:00+08:00'],
  ['前天', '2026-11-26'],
  ['晚上8点', null],
  ['昨天晚上12点', null],
  ['昨天下午9点', null],
  ['上周五', '2026-11-20'],
  ['周五', '2026-11-27'],
  ['周日', '2026-11-22'],
  ['本周一 两点', '2026-11-23T02:00+08:00'],
  ['刚才', now],
  ['2月30日', null],
  ['13月1日', null],
  ['11月20日左右', null],
  ['11月 9点', null],
])('who types %s on 28 November 2026 means %s', (typed, read) => {
  expect(readTypedDate(typed, { now })).toBe(read)
  expect(typedDateFault(typed, { now }) === null).toBe(read !== null)
})

test('a date that may lie ahead is the nearest one, and a time alone belongs to the day that is given', () => {
  expect(readTypedDate('12月5日', { now, ahead: true })).toBe('2026-12-05')
  expect(readTypedDate('11月20日', { now, ahead: true })).toBe('2026-11-20')
  expect(readTypedDate('1月5日', { now, ahead: true })).toBe('2027-01-05')
  expect(readTypedDate('10点20', { now, sameDay: '2026-11-20' })).toBe('2026-11-20T10:20+08:00')
})
