import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchIndex } from '#domain/search/answer/answer'
import { toldParts } from '#domain/search/answer/toldParts'
import { readQuestion } from '#domain/search/words/asked'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  sampleWorld,
} from '../../../support/search/searchIndexOf.ts'

let disk: IndexOnDisk
let index: SearchIndex
beforeAll(async () => {
  const world = await sampleWorld(500)
  disk = indexOnDisk(documentsOf(world), world)
  index = await disk.open()
}, 60_000)
afterAll(() => disk.drop())

const told = async (text: string) => (await index.search({ text, most: 1 })).words.map((word) => word.text)

test('着火 is not torn into one common character', async () => {
  expect(await told('着火了')).toEqual(['着火'])
  expect(await told('屋里着火了怎么办')).not.toContain('火')
})

test.each([
  ['公交车不来', ['公交']],
  ['哪个部门管', ['哪个部门管']],
])('of %s only this is told', async (question, words) => {
  expect(await told(question)).toEqual(words)
})

test.each([
  ['下水井盖子丢了', '盖子丢'],
  ['包工头不发工资', '头不发'],
])('what longest match leaves over of %s is no word that is told', async (question, leftOver) => {
  expect(await told(question)).not.toContain(leftOver)
})

test.each([
  ['路灯', false],
  ['路灯 核酸', false],
  ['核酸路灯', false],
  ['“路灯核酸”', false],
  ['路灯的井盖', false],
  ['路灯核酸', true],
  ['井盖子丢了', true],
])('whether something of %s is left over that no number speaks of is known: %j', async (question, isLeft) => {
  expect((await index.search({ text: question, most: 1 })).leavesOver).toBe(isLeft)
})

test('everyday words that records hold are words of the list, whatever the segmenter knows', async () => {
  for (const word of ['楼道', '外墙', '积水', '井盖']) expect(await told(`${word}龘靐`)).toContain(word)
})

test('no part inside a run is told unless the list has it, and no end of one joins or denies', () => {
  const listed = new Set(['路灯', '井盖', '工资', '小区', '路口'])
  const isListed = (text: string) => listed.has(text)
  for (const first of ['公交车', '饭店', ...listed])
    for (const end of '不没了的在来去要')
      for (const last of ['', ...listed]) {
        const run = `${first}${end}${last}`
        const parts = [
          { text: first + end, at: 0, isListed: false },
          ...(last ? [{ text: last, at: first.length + 1, isListed: true }] : []),
        ]
        const own = toldParts(run, parts, { isListed, isCommon: () => true })
        expect([run, own.map(({ text }) => text)]).toEqual([run, last ? [first, last] : [first]])
      }
  const inside = [
    { text: '路灯', at: 0, isListed: true },
    { text: '头不发', at: 2, isListed: false },
  ]
  expect(toldParts('路灯头不发', inside, { isListed, isCommon: () => true })).toEqual(inside.slice(0, 1))
})

test('a word is echoed as it was typed', async () => {
  const { words } = await index.search({ text: 'ＬＥＤ 路燈 路口', most: 1 })
  expect(words.map(({ text, asked }) => [text, asked])).toEqual([
    ['路灯', '路燈'],
    ['路口', undefined],
    ['led', 'ＬＥＤ'],
  ])
})

test.each(['"', '%', '?!。', '😀', '“”', ' ! '])('marks alone ask for nothing: %j', async (text) => {
  expect(readQuestion(text)).toEqual({ runs: [], letters: [] })
  const { hits, words, total, holding, hasMore } = await index.search({ text, most: 10 })
  expect({ hits, words, total, holding, hasMore }).toEqual({
    hits: [],
    words: [],
    total: null,
    holding: null,
    hasMore: false,
  })
})
