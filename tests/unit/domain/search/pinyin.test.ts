import { expect, test } from 'vitest'
import {
  fuzzy,
  initialsOf,
  keyOfHan,
  keyOfSyllables,
  keysOfHan,
  pinyinOf,
  syllablesOf,
} from '../../../../content/domain/search/words/pinyin.ts'
import {
  OTHER_CHARACTERS,
  OTHER_READINGS,
  READINGS_OF_GB2312,
} from '../../../../content/domain/search/words/pinyinTable.ts'
import { SIMPLIFIED, TRADITIONAL_GAPS } from '../../../../content/domain/traditionalTable.ts'
import { makePinyinTable, makeTraditionalTable } from '../../../support/search/searchTables.ts'

test('the table of readings is what the library says of these characters', () => {
  expect({
    readings: READINGS_OF_GB2312,
    others: OTHER_CHARACTERS,
    otherReadings: OTHER_READINGS,
  }).toEqual(makePinyinTable())
})

test('the table of traditional characters is what the library says of those in daily use', () => {
  expect({ gaps: TRADITIONAL_GAPS, simplified: SIMPLIFIED }).toEqual(makeTraditionalTable())
})

test('a character has its usual reading, one outside the table has none', () => {
  expect([...'楼绿一齄𠮷'].map(pinyinOf)).toEqual(['lou', 'lv', 'yi', 'zha', undefined])
})

test.each([
  ['zhuang', 'zuan'],
  ['shi', 'si'],
  ['neng', 'len'],
  ['nv', 'lv'],
  ['ng', 'ng'],
  ['an', 'an'],
])('%s is heard as %s', (syllable, heard) => {
  expect(fuzzy(syllable)).toBe(heard)
})

test.each([
  ['louxialoushui', 'lou xia lou shui'],
  ['fangan', 'fang an'],
  ['xian', 'xian'],
  ["xi'an", 'xi an'],
  ['lüse', 'lv se'],
])('%s is cut into %s', (letters, cut) => {
  expect(syllablesOf(letters)?.join(' ')).toBe(cut)
})

test.each(['lxls', 'abc', '', 'louq'])('%j is not made of syllables', (letters) => {
  expect(syllablesOf(letters)).toBeNull()
})

test('a key tells terms of other syllables apart and joins those of the same', () => {
  expect(keyOfHan('西安')).not.toBe(keyOfHan('先'))
  expect(keyOfHan('楼上')).toBe(keyOfHan('搂桑'))
  expect(keyOfHan('楼下')).toBe(keyOfSyllables(['lou', 'xia']))
  expect(keyOfHan('𠮷a1')).toContain('𠮷')
})

test('initials are those of the syllables, and what is not Han stands for itself', () => {
  expect(initialsOf('楼下漏水a3')).toBe('lxlsa3')
})

test('a term with a character of two readings can be typed with either', () => {
  expect(keysOfHan('还建房')).toEqual([keyOfHan('还建房'), keyOfSyllables(['huan', 'jian', 'fang'])])
  expect(keysOfHan('路灯')).toEqual([keyOfHan('路灯')])
})
