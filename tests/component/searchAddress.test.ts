import { expect, test } from 'vitest'
import { unknownWords } from '../../site/src/search/found/foundWords.ts'
import {
  knownFacets,
  readAsked,
  titleWords,
  toggled,
  writeAsked,
} from '../../site/src/search/searchAddress.ts'

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

test('filters of an address that there are not sift nothing, and are said by their names', () => {
  const { facets } = readAsked('?q=漏水&f.state=open&f.xxx=1&f.__proto__=2', null)
  const sifted = knownFacets(facets, ['state', 'area'])
  expect(sifted).toEqual({ facets: { state: ['open'] }, unknown: ['xxx', '__proto__'] })
  expect(unknownWords(sifted.unknown)).toBe('地址里写的筛选“xxx”“__proto__”这里没有，没有用它。')
  expect(unknownWords([])).toBe('')
})
