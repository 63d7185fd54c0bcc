import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIndex } from '#domain/search/answer/openIndex'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  loadOf,
  NOTHING_NEW,
  sampleWorld,
} from '../../support/search/searchIndexOf.ts'

const kB = 1000
let disk: IndexOnDisk
let again: IndexOnDisk
beforeAll(async () => {
  const world = await sampleWorld(1500)
  disk = indexOnDisk(documentsOf(world), world)
  again = indexOnDisk(documentsOf(world).reverse(), world)
}, 120_000)
afterAll(() => {
  disk.drop()
  again.drop()
})

const weightOf = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length

/** What a question loads after the index was opened: compressed bytes and requests, three hits drawn. */
async function costOf(text: string): Promise<{ bytes: number; requests: number }> {
  const cost = { bytes: 0, requests: 0 }
  const load = loadOf(disk.read, NOTHING_NEW)
  const index = await openIndex(async (path) => {
    const bytes = await load(path)
    cost.bytes += weightOf(bytes)
    cost.requests++
    return bytes
  })
  const opened = { ...cost }
  const { hits } = await index.search({ text, most: 10 })
  await index.documents(hits.slice(0, 3).map(({ ordinal }) => ordinal))
  return { bytes: cost.bytes - opened.bytes, requests: cost.requests - opened.requests }
}

/** Questions as people ask them, from the set that was written without a look at the data. */
const questions = readFileSync('tests/search/sets/everyday.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .filter((_, i) => i % 3 === 0)
  .map((line) => line.split('\t')[1] as string)

/** Eight files of terms and places, and three of documents: twelve with the pointer. */
const MOST_FILES = 11

test('a search loads eleven files at most after the pointer, 60 kB on average and never more than 150 kB', async () => {
  const costs = []
  for (const text of questions) costs.push({ text, ...(await costOf(text)) })
  expect(costs.filter(({ requests }) => requests > MOST_FILES)).toEqual([])
  expect(costs.filter(({ bytes }) => bytes > 150 * kB)).toEqual([])
  expect(costs.reduce((sum, { bytes }) => sum + bytes, 0) / costs.length).toBeLessThan(60 * kB)
})

test('a complaint of 5,000 characters costs no more', async () => {
  const { bytes, requests } = await costOf(questions.join('，').repeat(5).slice(0, 5000))
  expect(requests).toBeLessThanOrEqual(MOST_FILES)
  expect(bytes).toBeLessThan(150 * kB)
})

test('opening the index loads 25 kB at most, and a filter 60 kB', () => {
  expect(weightOf(readFileSync(join(disk.folder, 'head.bin')))).toBeLessThan(25 * kB)
  for (const name of readdirSync(join(disk.folder, 'f')))
    expect(weightOf(readFileSync(join(disk.folder, 'f', name)))).toBeLessThan(60 * kB)
})

test('the same records give the same bytes, in whatever order they come', () => {
  const files = (of: IndexOnDisk) =>
    readdirSync(of.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(of.folder.length), readFileSync(path).toString('base64')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
  expect(files(again)).toEqual(files(disk))
})

test('nothing that was put aside while it was made is left', () => {
  expect(readdirSync(disk.folder).sort()).toEqual(['d', 'f', 'head.bin', 'i', 'keys.txt', 'p', 't'])
})
