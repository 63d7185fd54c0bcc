import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIndex } from '#domain/search/answer/openIndex'
import { LoadFailed, NoIndexYet } from '#domain/search/index/load'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  loadOf,
  NOTHING_NEW,
  sampleWorld,
} from '../../../support/search/searchIndexOf.ts'

let disk: IndexOnDisk
beforeAll(async () => {
  const world = await sampleWorld(60)
  disk = indexOnDisk(documentsOf(world), world)
}, 60_000)
afterAll(() => disk.drop())

/** Every kind of file that a reader's browser loads for search. */
const KINDS = {
  'search/current.json': /current\.json$/,
  'search/recent.json': /recent\.json$/,
  head: /head\.bin$/,
  terms: /\/t\//,
  positions: /\/p\//,
  initials: /\/i\//,
  documents: /\/d\//,
  facet: /\/f\//,
}

/** Uses everything that search offers, as a page does. */
async function useAll(load: (path: string) => Promise<Uint8Array>): Promise<void> {
  const index = await openIndex(load)
  await index.search({ text: 'wqtl', most: 10 })
  const answer = await index.search({ text: '“楼道漏水”', most: 10, facets: { state: ['closed'] } })
  await index.search({ text: '“已结案的”', most: 10 })
  const found = await index.search({ text: '社区', most: 10 })
  await index.documents(found.hits.map(({ ordinal }) => ordinal))
  await index.facet('area', answer)
  await index.search({ text: '“小区的”“社区的”', most: 10 })
}

const WAYS: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'does not come': () => {
    throw new TypeError('Failed to fetch')
  },
  'comes as an error page': () => new TextEncoder().encode('<!doctype html><title>404</title>'),
  'comes without its end': (bytes) => bytes.slice(0, Math.max(1, bytes.length - 3)),
  'comes empty': () => new Uint8Array(0),
}
const CASES = Object.keys(KINDS).flatMap((kind) => Object.keys(WAYS).map((way) => [kind, way] as const))

test.each(CASES)('%s that %s makes search fail in words and never answer', async (kind, way) => {
  let broken = 0
  const whole = loadOf(disk.read, NOTHING_NEW)
  const load = async (path: string) => {
    const bytes = await whole(path)
    if (!KINDS[kind as keyof typeof KINDS].test(path)) return bytes
    broken++
    return (WAYS[way] as (bytes: Uint8Array) => Uint8Array)(bytes)
  }
  const outcome = await useAll(load).then(
    () => 'answered',
    (error: unknown) => error,
  )
  expect(broken).toBeGreaterThan(0)
  expect(outcome).toBeInstanceOf(LoadFailed)
  expect((outcome as LoadFailed).path).toMatch(KINDS[kind as keyof typeof KINDS])
})

test('with all pieces there it answers', async () => {
  await expect(useAll(loadOf(disk.read, NOTHING_NEW))).resolves.toBeUndefined()
})

test('a changed byte anywhere in a piece is noticed', async () => {
  const whole = loadOf(disk.read, NOTHING_NEW)
  const head = await whole('search/made/head.bin')
  for (let at = 0; at < head.length; at += 97) {
    const load = async (path: string) => {
      const bytes = (await whole(path)).slice()
      if (path.endsWith('head.bin')) bytes[at] = (bytes[at] as number) ^ 1
      return bytes
    }
    await expect(openIndex(load)).rejects.toBeInstanceOf(LoadFailed)
  }
})

test('a piece that failed once is asked for again by the next search', async () => {
  let fails = true
  const whole = loadOf(disk.read, NOTHING_NEW)
  const index = await openIndex(async (path) => {
    if (fails && path.includes('/t/')) throw new TypeError('Failed to fetch')
    return whole(path)
  })
  await expect(index.search({ text: '社区', most: 3 })).rejects.toBeInstanceOf(LoadFailed)
  fails = false
  expect((await index.search({ text: '社区', most: 3 })).total?.count).toBeGreaterThan(0)
})

test('a site that has no index yet says so, which is no failure', async () => {
  const none = new TextEncoder().encode(JSON.stringify({ folder: null, dead: [], documents: [], left: 0 }))
  await expect(openIndex(async () => none)).rejects.toBeInstanceOf(NoIndexYet)
})

test.each([true, false, undefined])(
  'the recent part is asked for unless the pointer says that there is none: %s',
  async (recent) => {
    const asked: string[] = []
    const whole = loadOf(disk.read, NOTHING_NEW)
    const index = await openIndex(async (path) => {
      asked.push(path)
      return path === 'search/current.json'
        ? new TextEncoder().encode(JSON.stringify({ folder: 'made', recent }))
        : whole(path)
    })
    expect(asked.includes('search/recent.json')).toBe(recent !== false)
    expect((await index.search({ text: '社区', most: 3 })).total?.count).toBeGreaterThan(0)
  },
)

test('the same answer without Intl.Segmenter and DecompressionStream', async () => {
  const questions = ['天花板掉灰渣谁负责', '水管爆了', 'louxialoushui', '核酸', '“外墙脱落”', 'wqtl']
  const answers = async () => {
    const index = await disk.open()
    return Promise.all(questions.map((text) => index.search({ text, most: 20 })))
  }
  const with_ = await answers()
  const kept = { segmenter: Intl.Segmenter, stream: globalThis.DecompressionStream }
  try {
    Reflect.deleteProperty(Intl, 'Segmenter')
    Reflect.deleteProperty(globalThis, 'DecompressionStream')
    expect(await answers()).toEqual(with_)
  } finally {
    Object.assign(Intl, { Segmenter: kept.segmenter })
    Object.assign(globalThis, { DecompressionStream: kept.stream })
  }
})
