import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, SearchIndex } from '#domain/search/answer/answer'
import type { SearchDocument } from '#domain/search/document'
import type { World } from '#domain/world/world'
import { randomOf } from '../../../../content/sample/random.ts'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  sampleWorld,
} from '../../../support/search/searchIndexOf.ts'

const random = randomOf('search', 'recent')
const QUESTIONS = [
  '水管',
  '外墙脱落',
  '路灯 不亮',
  '楼道',
  '停车',
  '“垃圾”',
  '井盖',
  '噪音 广场',
  '“新近改写”',
  'DEMO-2022-000007',
]

let world: World
let before: SearchDocument[]
let after: SearchDocument[]
let merged: SearchIndex
let anew: SearchIndex
let disks: IndexOnDisk[]

/** Forty records are changed, twenty withdrawn and ten added: the newest words of each are its own. */
beforeAll(async () => {
  world = await sampleWorld(400)
  const all = documentsOf(world)
  before = all.slice(10)
  const touched = new Map<SearchDocument, SearchDocument | null>()
  while (touched.size < 60) {
    const document = before[random.int(0, before.length - 1)] as SearchDocument
    touched.set(
      document,
      touched.size < 40 ? { ...document, texts: ['水管新近改写过', ...document.texts.slice(1)] } : null,
    )
  }
  const changed = [...touched.values()].filter((document) => document !== null)
  after = [...all.slice(0, 10), ...before.filter((d) => !touched.has(d)), ...changed]
  const settled = indexOnDisk(before, world)
  const whole = indexOnDisk(after, world)
  disks = [settled, whole]
  const dead = [...touched.keys()].map(({ table, key }) => settled.keys.indexOf(`${table}\t${key}`))
  merged = await settled.open({ dead, documents: [...all.slice(0, 10), ...changed], left: 0 })
  anew = await whole.open()
}, 60_000)
afterAll(() => {
  for (const disk of disks) disk.drop()
})

const named = async (index: SearchIndex, answer: Answer) =>
  (await index.documents(answer.hits.filter((h) => h.holds).map((h) => h.ordinal)))
    .map(({ table, key, title }) => `${table} ${key} ${title}`)
    .sort()

describe('what changed since the settled index counts as if the index had been made anew', () => {
  test.each(QUESTIONS)('%s', async (text) => {
    const asked = { text, most: 2000 }
    const [a, b] = [await merged.search(asked), await anew.search(asked)]
    expect(a.words.map(({ count }) => count)).toEqual(b.words.map(({ count }) => count))
    expect([a.total, a.byTable]).toEqual([b.total, b.byTable])
    expect(await named(merged, a)).toEqual(await named(anew, b))
  })

  test('also under filters, and in the counts of filters', async () => {
    for (const facets of [{ state: ['closed'] }, { table: ['cases'] }, { 'year-month': ['2022-06'] }]) {
      const asked = { text: '水管', most: 2000, facets }
      const [a, b] = [await merged.search(asked), await anew.search(asked)]
      expect(a.total).toEqual(b.total)
      expect(await named(merged, a)).toEqual(await named(anew, b))
      const counts = async (index: SearchIndex, answer: Answer) =>
        (await index.facet('duty', answer)).map(({ value, count }) => `${value} ${count}`).sort()
      expect(await counts(merged, a)).toEqual(await counts(anew, b))
    }
  })
})

test('a withdrawn record is no hit of any question, and a changed one stands once', async () => {
  const { hits } = await merged.search({ text: '', most: 5000 })
  const keys = (await merged.documents(hits.map((h) => h.ordinal))).map(({ table, key }) => `${table} ${key}`)
  expect(keys.toSorted()).toEqual(after.map(({ table, key }) => `${table} ${key}`).sort())
  expect(merged.size).toBe(after.length)
})
