import { expect, test } from 'vitest'
import { normalise } from '#domain/normalise'
import { readQuestion } from '#domain/search/words/asked'
import { CONCEPTS } from '#domain/search/words/concepts'
import { unitsOf } from '#domain/search/words/questionUnits'
import { expand } from '#domain/search/words/synonymGroups'
import { WordGroups } from '#domain/search/words/wordGroups'

const HOST = [{ term: '外墙脱落', words: ['墙皮掉了', '掉墙皮'] }]

test('a word of a group stands for the others, whichever was said', () => {
  expect(expand(readQuestion('楼上掉墙皮'), HOST)).toContainEqual({
    said: '掉墙皮',
    means: ['外墙脱落', '墙皮掉了'],
  })
  expect(expand(readQuestion('外墙脱落'), HOST)).toContainEqual({
    said: '外墙脱落',
    means: ['墙皮掉了', '掉墙皮'],
  })
})

test('a word that was typed in pinyin or with characters of its sound stands for its group too', () => {
  for (const question of ['diaoqiangpi', '吊墙皮'])
    expect(expand(readQuestion(question), HOST).flatMap(({ means }) => means)).toContain('外墙脱落')
})

test('quoted words stand for themselves only', () => {
  expect(expand(readQuestion('“掉墙皮”'), HOST)).toEqual([])
})

test('the longest word counts, and a word inside it says nothing more', () => {
  const groups = new WordGroups([
    [
      { term: '充电桩', words: ['充电的地方'] },
      { term: '充电', words: ['冲电'] },
    ],
  ])
  expect(groups.inText('充电桩坏').map(({ group }) => group)).toEqual([0])
  expect(groups.inUnits(unitsOf('充电').runs[0] ?? []).map(({ group }) => group)).toEqual([1])
})

test('a long word of one list hides no word of another', () => {
  const groups = new WordGroups([
    [{ term: '电梯停运', words: ['电梯坏'] }],
    [{ term: '电梯', words: ['升降机'] }],
  ])
  expect(groups.inText('电梯停运').map(({ group }) => group)).toEqual([0, 1])
})

test('the built-in words are in normal form, and no group says a word twice', () => {
  for (const { term, words } of CONCEPTS) {
    const all = [term, ...words]
    expect(all.map(normalise), term).toEqual(all)
    expect(new Set(all).size, term).toBe(all.length)
    expect(words.length, term).toBeGreaterThan(0)
  }
})
