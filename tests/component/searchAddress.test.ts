import { expect, test } from 'vitest'
import { readAsked, titleWords, toggled, writeAsked } from '../../site/src/search/searchAddress.ts'

test('an address says the search again, with its filters', () => {
  const asked = { text: '“外墙”&脱落', facets: { state: ['open', 'done'], area: ['maqiu'] } }
  expect(readAsked(writeAsked(asked).search, null)).toEqual(asked)
})

test('a text of more than 120 characters is kept by the history of the tab and stands in no address and no title', () => {
  const short = { text: '漏'.repeat(120), facets: {} }
  expect(writeAsked(short).kept).toEqual({})
  expect(readAsked(writeAsked(short).search, null)).toEqual(short)
  const long = { text: '漏'.repeat(121), facets: { state: ['open'] } }
  const { search, kept } = writeAsked(long)
  expect(search).toBe('?f.state=open')
  expect(readAsked(search, kept)).toEqual(long)
  expect(titleWords(long.text)).not.toContain('漏')
  expect(titleWords('漏水')).toContain('漏水')
})

test('a filter value is added and taken away', () => {
  const none = { text: '漏水', facets: {} }
  const one = toggled(none, 'state', 'open')
  expect(one.facets).toEqual({ state: ['open'] })
  expect(toggled(one, 'state', 'done').facets).toEqual({ state: ['open', 'done'] })
  expect(toggled(one, 'state', 'open')).toEqual(none)
})
