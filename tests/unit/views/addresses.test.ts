import { describe, expect, test } from 'vitest'
import { timedKey } from '#domain/world/timedKeys'
import {
  datePrecisionWords,
  dateWords,
  figureParts,
  figureText,
  minutesWords,
  percentWords,
} from '../../../site/src/format.ts'
import { spansOfKey, spanWordsInMonth } from '../../../site/src/lists/timeSpans.ts'
import { makeAbsolute, makeRelative } from '../../../site/src/render/relative.ts'
import { facetPath, jsonPath, listPath, recordPath } from '../../../site/src/urls.ts'

describe('addresses', () => {
  test('are formed from the reference alone', () => {
    expect(recordPath('cases', 'WS-2022-001234')).toBe('cases/2022/0012/WS-2022-001234.html')
    expect(jsonPath('cases', 'WS-2022-001234')).toBe('cases/2022/0012/WS-2022-001234.json')
  })
  test('of lists name the time that they span, as far as it is known', () => {
    const spans = (time: string) => spansOfKey(timedKey(time, 'WS-2022-001234'))
    expect(spans('2022-12-25T09:20+08:00')).toEqual([
      '2022-12',
      '2022-12-21-31',
      '2022-12-25',
      '2022-12-25-n0012',
    ])
    expect(spans('2022-12')).toEqual(['2022-12', '2022-12-00', '2022-12-00-n0012'])
    expect(spans('2022')).toEqual(['2022', '2022-n0012'])
    expect(spansOfKey(timedKey('2022-12-20', 'DEMO-TX-2022-0107')).slice(1)).toEqual([
      '2022-12-11-20',
      '2022-12-20',
      '2022-12-20-n01',
    ])
    expect(facetPath('state', 'closed')).toBe('cases/by/state/closed/index.html')
    expect(listPath('cases/by/state/closed', '2022-12')).toBe('cases/by/state/closed/2022-12.html')
  })
  test('of lists are called by their days', () => {
    const words = ['2022-12-01-10', '2022-12-21-31', '2022-12-05', '2022-12-00'].map((s) =>
      spanWordsInMonth(s, 0),
    )
    expect(words).toEqual(['1—10日', '21日起', '5日', '日子不详'])
    expect(spanWordsInMonth('2022-12-05-n0012', 2)).toBe('5日之二')
    expect(spanWordsInMonth('2022-n0012', 12)).toBe('之十二')
  })
  test('are relative to the page that prints them, whatever its depth', () => {
    const html =
      '<a href="/duties/index.html#x"></a><script src="/elder.js"></script><a href="index.html"></a>'
    expect(makeRelative(html, 'cases/2022/0012/X.html')).toBe(
      '<a href="../../../duties/index.html#x"></a><script src="../../../elder.js"></script><a href="../../../index.html"></a>',
    )
    expect(makeRelative('<a href="search.html"></a>', 'index.html')).toBe('<a href="./search.html"></a>')
  })
  test('outside the site, within the page and in text stay as they are', () => {
    const html =
      '<a href="https://www.gov.cn/"></a><a href="#zw"></a><p>href="/x"</p><use href="#g-full"></use>'
    expect(makeRelative(html.replace('<p>href="/x"</p>', ''), 'a/b.html')).toBe(
      html.replace('<p>href="/x"</p>', ''),
    )
  })
  test('of the 404 page start at the site path, because it stands anywhere', () => {
    expect(makeAbsolute('<a href="index.html"></a>', '/gov/shao/')).toBe(
      '<a href="/gov/shao/index.html"></a>',
    )
  })
})

describe('dates and numbers', () => {
  test('say as much as is known', () => {
    expect(dateWords('2022')).toBe('2022年')
    expect(dateWords('2022-11')).toBe('2022年11月')
    expect(dateWords('2022-06-03')).toBe('2022年6月3日')
    expect(dateWords('2022-06-13T09:20+08:00')).toBe('2022年6月13日 09:20')
    expect(datePrecisionWords('2022-11')).toBe('2022年11月（日未载）')
  })
  test('of times keep hours and minutes', () => {
    expect(minutesWords(310)).toBe('5小时10分')
    expect(minutesWords(45)).toBe('45分钟')
    expect(minutesWords(4300)).toBe('2天23小时')
    expect(figureText(654, 'minutes', 'median')).toBe('10.9小时')
    expect(figureText(655, 'minutes', 'median')).toBe('11小时')
    expect(figureText(3899, 'minutes', 'p90')).toBe('2天16小时')
    expect(figureText(59, 'minutes', 'p90')).toBe('59分钟')
    expect(figureText(13, 'days', 'median')).toBe('13天')
    expect(figureText(99.5, 'percent', 'share')).toBe('99.50%')
    expect(figureText(13, '件', 'count')).toBe('13件')
    expect(figureText(null, 'minutes', 'p90')).toBe('—')
  })
  test('of shares have two decimals, and none where nothing can be said', () => {
    expect(percentWords(99.5)).toBe('99.50')
    expect(figureParts(87.88, 'percent', 'share', 33).number).toBe('88')
    expect(figureParts(99.57, 'percent', 'share', 2998).number).toBe('99.57')
    expect(percentWords(null)).toBe('—')
  })
})
