import { expect, test } from 'vitest'
import { cellDate } from '#domain/imports/dates/cellDate'
import type { CellValue } from '#domain/imports/workbook'

test.each<[CellValue, string | null]>([
  [{ date: '2021-03-04' }, '2021-03-04'],
  ['2021.3.4', '2021-03-04'],
  ['2021/3/4 9:05', '2021-03-04T09:05+08:00'],
  ['2019/2/28 11:25:05', '2019-02-28T11:25+08:00'],
  ['２０２１年３月４日', '2021-03-04'],
  ['2021年3月4日 下午3点20分', '2021-03-04T15:20+08:00'],
  ['2021-03-04（周四）', '2021-03-04'],
  ['2021年3月4日星期四', '2021-03-04'],
  ['二〇二一年三月十四日', '2021-03-14'],
  ['二〇二一年十二月', '2021-12'],
  ['21年3月4日', '2021-03-04'],
  ['2021年3月', '2021-03'],
  ['2021', '2021'],
  [20210304, '2021-03-04'],
  [2021.3, '2021-03'],
  ['25/12/2021', '2021-12-25'],
  ['12/25/2021', '2021-12-25'],
  ['04/04/2021', '2021-04-04'],
  [' \u00a02021-03-04\n', '2021-03-04'],
  ['2021/3/4 03:20 PM', '2021-03-04T15:20+08:00'],
  ['2021-3-4 12:05:09 am', '2021-03-04T00:05+08:00'],
  ['2021-03-04T20:20:00.000Z', '2021-03-05T04:20+08:00'],
  ['2021-03-04T09:20:00+0900', '2021-03-04T08:20+08:00'],
  ['2021-03-04 晚8点', '2021-03-04T20:00+08:00'],
  ['Mar 4, 2021', '2021-03-04'],
  ['March 4th, 2021 9:05 PM', '2021-03-04T21:05+08:00'],
  ['Thursday, March 4, 2021', '2021-03-04'],
  ['4-Mar-21', '2021-03-04'],
  ['04-MAR-2021 09:30:00', '2021-03-04T09:30+08:00'],
  ['4 March 1998', '1998-03-04'],
  ['4/Sept/98', '1998-09-04'],
  ['2021-Mar-04', '2021-03-04'],
  ['Thu Mar 4, 2021', '2021-03-04'],
  ['June 2021', '2021-06'],
  ['20210304093000', '2021-03-04T09:30+08:00'],
  [20210304093000, '2021-03-04T09:30+08:00'],
  ['20210304 0930', '2021-03-04T09:30+08:00'],
  ['2021—03—04', '2021-03-04'],
  ['2021、3、4', '2021-03-04'],
  ["'2021-03-04", '2021-03-04'],
  ['2021.03.04.', '2021-03-04'],
  ['0000-00-00 00:00:00', null],
  [{ number: 0, shown: '1900/1/0' }, null],
  ['不详', null],
  ['未办结', null],
  ['尚未结案', null],
  ['正在办理', null],
  ['办理中', null],
  ['待办', null],
  ['—', null],
  ['NaT', null],
  [null, null],
])('%j is read as far as it says', (cell, date) => {
  expect(cellDate(cell, {})).toEqual({ date })
})

test.each<[CellValue, string]>([
  ['03/04/2021', 'ambiguous-date'],
  ['21-3-4', 'ambiguous-date'],
  [2021.1, 'ambiguous-date'],
  ['3月4日', 'no-year'],
  ['3.4', 'no-year'],
  ['2021-02-30', 'unreadable-date'],
  ['4-Mar', 'no-year'],
  ['Mar-21', 'ambiguous-date'],
  ['Mar 4', 'unreadable-date'],
  ['20211304093000', 'unreadable-date'],
  ['202103042530', 'unreadable-date'],
  ['2021-03-04—2021-03-06', 'unreadable-date'],
  ['Feb 30, 2021', 'unreadable-date'],
  ['Marked 4, 2021', 'unreadable-date'],
  ['三月初', 'unreadable-date'],
  [44_259, 'unreadable-date'],
  ['9999-01-01', 'unreadable-date'],
  ['2021-03-04 凌晨12点', 'unreadable-date'],
  ['2021-03-04 晚上1点', 'unreadable-date'],
  ['2021/3/4 13:20 PM', 'unreadable-date'],
])('%j wants a person, and says why', (cell, fault) => {
  expect(cellDate(cell, {})).toMatchObject({ fault, text: expect.stringMatching(/[\u4e00-\u9fff]/) })
})

test('what the mapping knows answers: the order of day and month, the year of what has none', () => {
  expect(cellDate('03/04/2021', { dateOrder: 'day-month-year' })).toEqual({ date: '2021-04-03' })
  expect(cellDate('03/04/2021', { dateOrder: 'month-day-year' })).toEqual({ date: '2021-03-04' })
  expect(cellDate('3月4日 9时', { undatedYear: 2021 })).toEqual({ date: '2021-03-04T09:00+08:00' })
})
