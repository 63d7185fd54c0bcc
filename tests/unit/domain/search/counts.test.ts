import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchIndex } from '#domain/search/answer/answer'
import type { SearchDocument } from '#domain/search/document'
import { ownText } from '#domain/search/index/ownText'
import { randomOf } from '../../../../content/sample/random.ts'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  sampleWorld,
} from '../../../support/search/searchIndexOf.ts'

let documents: SearchDocument[]
let texts: string[]
let disk: IndexOnDisk
let index: SearchIndex
beforeAll(async () => {
  const world = await sampleWorld(500)
  documents = documentsOf(world)
  texts = documents.map((document) => ownText(document).whole)
  disk = indexOnDisk(documents, world)
  index = await disk.open()
}, 60_000)
afterAll(() => disk.drop())

const holding = (...words: string[]) =>
  texts.filter((text) => words.every((word) => text.includes(word))).length
const random = randomOf('search', 'counts')
const pick = <T>(from: readonly T[]): T => from[random.int(0, from.length - 1)] as T

/** A piece of a random text that crosses no border between its parts. */
function piece(length: number): string {
  for (;;) {
    const text = pick(texts)
    const at = random.int(0, text.length - length)
    const cut = text.slice(at, at + length)
    if (cut.length === length && !/[\n"“”]/.test(cut) && cut.trim() === cut) return cut
  }
}

/**
 * Every word that the answer names, and their total, are what the texts hold.
 * @returns whether there was room to look up all of them: where there was not, there is no total
 */
async function expectTrue(asked: string): Promise<boolean> {
  const { words, total, byTable } = await index.search({ text: asked, most: 5 })
  const isWhole = words.every(({ count }) => count !== null)
  for (const word of words.filter(({ count }) => count !== null)) {
    expect([asked, word.text, word.count]).toEqual([asked, word.text, holding(word.text)])
    expect(word.isExact).toBe(true)
  }
  if (!isWhole) {
    expect([asked, total, byTable]).toEqual([asked, null, null])
    return false
  }
  expect([asked, total]).toEqual([asked, { count: holding(...words.map((w) => w.text)), isExact: true }])
  expect(Object.values(byTable ?? {}).reduce((sum, n) => sum + n, 0)).toBe(total?.count)
  return true
}

describe('every number is what a plain count over the texts gives', () => {
  test.each([1, 2, 3, 4, 5, 6])('for quoted pieces of %i characters', async (length) => {
    for (let i = 0; i < 40; i++) {
      const words = piece(length)
      await expectTrue(`“${words}”`)
      const answer = await index.search({ text: `“${words}”`, most: 1 })
      expect(answer.total?.count).toBeGreaterThan(0)
    }
  })

  test('for questions of one and two pieces', async () => {
    let whole = 0
    for (let i = 0; i < 120; i++)
      if (
        await expectTrue(
          Array.from({ length: random.int(1, 2) }, () =>
            piece(random.int(1, 5)).replace(/[a-z]/g, '桥'),
          ).join(' '),
        )
      )
        whole++
    expect(whole).toBeGreaterThan(110)
  })

  test('for names of places, departments and duties', async () => {
    for (const { table, title } of documents)
      if (['areas', 'departments', 'duties'].includes(table)) await expectTrue(title)
  })

  test('for numbers of cases, notices and duties, whole and in part', async () => {
    for (let i = 0; i < 40; i++) {
      const names = documents.flatMap((document) => document.names.filter(({ length }) => length > 2))
      const name = pick(names)
      await expectTrue(name)
      await expectTrue(name.slice(random.int(0, name.length - 2)))
      await expectTrue(`"${name.slice(1, -1)}"`)
    }
  })
})

test('a long question has a number for the words that were looked up, and no total for all', async () => {
  const complaint = Array.from({ length: 700 }, () => piece(6).replace(/[^\u4e00-\u9fff]/g, '')).join('，')
  const { words, total, byTable, hits } = await index.search({ text: complaint, most: 10 })
  expect([total, byTable]).toEqual([null, null])
  expect(words.some(({ count }) => count === null)).toBe(true)
  for (const { text, count } of words) if (count !== null) expect(count).toBe(holding(text))
  expect(hits).toHaveLength(10)
  expect(hits.some(({ holds }) => holds)).toBe(false)
})

test('a word that no text holds is said to be held by nothing, and what is near is marked as near', async () => {
  for (const word of ['核酸', '核酸检测', '飞船', '潜水艇', '考古', '“漏水核酸”', 'xyz999']) {
    const { words, total, hits } = await index.search({ text: word, most: 20 })
    expect(words.map(({ count }) => count)).toContain(0)
    expect(total).toEqual({ count: 0, isExact: true })
    expect(hits.filter(({ holds }) => holds)).toEqual([])
  }
})

test('swapped characters make words that are counted as they are written', async () => {
  for (let i = 0; i < 60; i++) {
    const word = piece(4)
    await expectTrue(`“${word.charAt(1)}${word.charAt(0)}${word.slice(2)}”`)
  }
})

test('the first hits are records that hold every word, and none of the others is said to', async () => {
  for (const text of ['水管', '小区 停车', '路灯 不亮', '“外墙脱落”']) {
    const { words, hits, total } = await index.search({ text, most: 1000 })
    const held = hits.filter(({ holds }) => holds)
    expect(hits.slice(0, held.length)).toEqual(held)
    expect(held.length).toBe(total?.count)
    for (const { ordinal } of held) {
      const [table, key] = (disk.keys[ordinal] as string).split('\t')
      const at = documents.findIndex((d) => d.table === table && d.key === key)
      for (const word of words) expect(texts[at]).toContain(word.text)
    }
  }
})
