import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LookUps, MOST_LOOKUPS, termNames } from '#domain/search/answer/lookUps'
import { openIndex } from '#domain/search/answer/openIndex'
import type { SearchDocument } from '#domain/search/document'
import { Fingerprints } from '#domain/search/index/fingerprints'
import { LoadFailed } from '#domain/search/index/load'
import { hashOf } from '#domain/search/index/termKey'
import { emptySnapshot, World } from '#domain/world/world'
import { type IndexOnDisk, indexOnDisk, loadOf, NOTHING_NEW } from '../../../support/search/searchIndexOf.ts'

/** The most records of which an index keeps everything. */
const ALL_KEPT = 20_000
/** Every so many records hold the words below, in more than 2,000 records of the large index. */
const EVERY = 8
const COMMON = '天窗漏雨'
/** Words of one sound, so many of which the large index keeps under one key that they weigh more than a rare word’s file. */
const ALIKE = ['会议', '汇意', '惠亿', '绘艺', '慧义']

const documents = (many: number): SearchDocument[] =>
  Array.from({ length: many }, (_, i) => ({
    table: 'cases',
    key: String(i),
    path: `${i}.html`,
    scope: 'real',
    // The pairs stand in every eighth record, as one string only in every sixteenth.
    title: i % EVERY > 0 ? `甲${i}` : i % (2 * EVERY) > 0 ? `天窗乙漏雨${i}` : `${COMMON}${i}`,
    names: [],
    line: '',
    texts: [
      ...(i % 1000 === 1 ? ['屋顶积雪'] : []),
      ...ALIKE.filter((word) => hashOf(`${word}${i}`) % 3 === 0),
    ],
    near: [],
    facets: {},
  }))
const sizes = { small: ALL_KEPT, large: ALL_KEPT + 1 }
const disks = {} as Record<keyof typeof sizes, IndexOnDisk>

beforeAll(() => {
  const world = new World(emptySnapshot('2026-11-28', {} as never))
  for (const [name, many] of Object.entries(sizes))
    disks[name as keyof typeof sizes] = indexOnDisk(documents(many), world)
}, 120_000)
afterAll(() => {
  for (const disk of Object.values(disks)) disk.drop()
})

async function answerOf(size: keyof typeof sizes, text: string) {
  const loaded: string[] = []
  const load = loadOf(disks[size].read, NOTHING_NEW)
  const index = await openIndex(async (path) => {
    loaded.push(path.replace('search/made/', ''))
    return load(path)
  })
  const { total } = await index.search({ text, most: 10 })
  const ofFamily = (family: string) => loaded.filter((path) => path.startsWith(`${family}/`)).length
  return { total, places: ofFamily('p'), apart: ofFamily('h') }
}
const holding = (many: number, text: string) =>
  documents(many).filter(({ title, texts }) => [title, ...texts].some((part) => part.includes(text))).length

test('up to 20,000 records a string of common pairs has an exact number, by the places of its pairs', async () => {
  const { total, places } = await answerOf('small', `“${COMMON}”`)
  expect(total).toEqual({ count: holding(sizes.small, COMMON), isExact: true })
  expect(places).toBeGreaterThan(0)
})

test('above, a string of common pairs is said to be about as many as hold the pairs, and no places are asked for', async () => {
  const { total, places } = await answerOf('large', `“${COMMON}”`)
  expect(total).toEqual({ count: holding(sizes.large, '漏雨'), isExact: false })
  expect(places).toBe(0)
})

test('above, common pairs themselves and strings of rare pairs still have exact numbers', async () => {
  for (const text of ['漏雨', '屋顶积雪'])
    expect((await answerOf('large', `“${text}”`)).total).toEqual({
      count: holding(sizes.large, text),
      isExact: true,
    })
})

test('above, what weighs much under one key is no neighbour of other words, and is found all the same', async () => {
  const files = (size: keyof typeof sizes, family: string) => {
    const folder = join(disks[size].folder, family)
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'))
      : []
  }
  const weightsOf = (family: string) =>
    files('large', family).map((name) => statSync(join(disks.large.folder, family, name)).size)
  expect(Math.min(...weightsOf('h'))).toBeGreaterThan(5000)
  expect(Math.max(...weightsOf('t'))).toBeLessThan(8000)
  expect(files('small', 'h')).toEqual([])
  for (const word of ALIKE) {
    const { total, apart } = await answerOf('large', `“${word}”`)
    expect([word, total]).toEqual([word, { count: holding(sizes.large, word), isExact: true }])
    expect([word, apart]).toEqual([word, 1])
  }
  expect((await answerOf('large', '“屋顶积雪”')).apart).toBe(0)
  const whole = loadOf(disks.large.read, NOTHING_NEW)
  const index = await openIndex(async (path) => {
    if (path.includes('/h/')) throw new TypeError('Failed to fetch')
    return whole(path)
  })
  await expect(index.search({ text: '“会议”', most: 10 })).rejects.toThrow(LoadFailed)
})

test('above, a question has room for a third as many terms that many records hold', () => {
  const common = Fingerprints.of(Array.from({ length: MOST_LOOKUPS }, (_, i) => String(i)))
  const fitting = (size: number, isAsked: (term: string) => string) => {
    const lookUps = new LookUps()
    return Array.from({ length: MOST_LOOKUPS }, (_, i) => isAsked(String(i))).filter((term) => {
      const names = termNames(term, { size, common })
      const fits = lookUps.hasRoomFor(names)
      if (fits) lookUps.add(names)
      return fits
    }).length
  }
  expect(fitting(sizes.small, (term) => term)).toBe(MOST_LOOKUPS)
  expect(fitting(sizes.large, (term) => term)).toBe(Math.floor(MOST_LOOKUPS / 3))
  expect(fitting(sizes.large, (term) => `稀${term}`)).toBe(MOST_LOOKUPS)
})
