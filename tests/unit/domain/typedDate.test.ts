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
  ['2022年6月13日9时', null],
  ['前天', null],
  ['', null],
])('an editor who types %s means %s', (typed, read) => {
  expect(readTypedDate(typed)).toBe(read)
  expect(typedDateFault(typed) === null).toBe(read !== null)
})

test('a year that is a slip of the hand is refused as such', () => {
  expect(typedDateFault('9999-12-31')).toBe(YEARS_MESSAGE)
  expect(typedDateFault('前天')).toContain('不是日期')
})
