import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchIndex } from '#domain/search/answer/answer'
import { pinyinOf, syllablesOf } from '#domain/search/words/pinyin'
import type { World } from '#domain/world/world'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  sampleWorld,
} from '../../../support/search/searchIndexOf.ts'

let world: World
let disk: IndexOnDisk
let index: SearchIndex
beforeAll(async () => {
  world = await sampleWorld(1500)
  disk = indexOnDisk(documentsOf(world), world)
  index = await disk.open()
}, 60_000)
afterAll(() => disk.drop())

const typed = (words: string) => [...words].map((char) => pinyinOf(char)).join('')
const readAs = async (letters: string) => (await index.search({ text: letters, most: 1 })).reading
/** Words of the list: every title and wording of some characters. */
const listed = () =>
  world
    .all('duties')
    .flatMap(({ title, wordings }) => [title, ...wordings])
    .filter((words) => /^[\u4e00-\u9fff]{3,6}$/.test(words))

test('typed pinyin is read as the words that the list and the records hold, not as the commonest pairs', async () => {
  expect(await readAs('louxialoushui')).toBe('楼下漏水')
  const words = listed()
    .filter((_, i) => i % 4 === 0)
    .filter((one) => (syllablesOf(typed(one)) ?? []).length === one.length)
  const read = await Promise.all(words.map((one) => readAs(typed(one))))
  const right = words.filter((one, i) => read[i] === one)
  expect(right.length / words.length).toBeGreaterThan(0.75)
})

test('a reading has a character for every syllable, or there is none', async () => {
  for (const words of listed().filter((_, i) => i % 5 === 0)) {
    const letters = typed(words)
    const reading = await readAs(letters)
    if (reading !== undefined) expect([words, reading.length]).toEqual([words, syllablesOf(letters)?.length])
  }
  expect(await readAs('nuezhuangkuisai')).toBeUndefined()
})

test('a particle that is read otherwise by itself is read as what was typed', async () => {
  expect(await readAs('lumianlanle')).toBe('路面烂了')
})
