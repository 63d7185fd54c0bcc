import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '#domain/records/snapshot'
import { openIndex } from '#domain/search/answer/openIndex'
import { MOST_RECENT, type RecentSearch } from '../../scripts/release/search/recentSearch.ts'
import type { SearchPointer } from '../../scripts/release/search/searchPointer.ts'
import { liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

const CASES = MOST_RECENT + 4
let cms: TestCms
let site: TestPublisher

beforeAll(async () => {
  cms = await openTestCms(undefined, CASES)
  site = await openTestPublisher(cms)
  await site.publisher.compare(false)
  await site.publisher.followWithSearch()
})
afterAll(() => cms.close())

const reference = (n: number) => `WS-2022-${String(n).padStart(6, '0')}`
const parsed = <T>(address: string) => JSON.parse(site.page(address) as string) as T
const pointer = () => parsed<SearchPointer>('search/current.json')
const recent = () => parsed<RecentSearch>('search/recent.json')
const live = () => liveRelease(cms.dataDir) as NonNullable<ReturnType<typeof liveRelease>>
const files = () => new Map([...site.store.trees.walk(live().roots.tree)].map((f) => [f.path, f.blob]))
const ordinalOf = (table: string, key: string) =>
  site.page(`search/${pointer().folder}/keys.txt`)?.split('\n').indexOf(`${table}\t${key}`)

/** What the log of releases says of the last one. */
const lastRelease = () =>
  JSON.parse(
    readFileSync(path.join(cms.dataDir, 'logs', 'releases.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1) ?? '',
  )

async function change(n: number, body: object, query = ''): Promise<void> {
  const answer = await cms.rest(
    'publisher',
    'PATCH',
    `cases?where[reference][equals]=${reference(n)}${query}`,
    body,
  )
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/** Keys of what a reader finds who loads the public files. */
async function found(text: string): Promise<string[]> {
  const index = await openIndex(async (address) =>
    readFileSync(path.join(cms.dataDir, 'public', 'tree', address)),
  )
  const { hits } = await index.search({ text, most: 500 })
  const documents = await index.documents(hits.filter((h) => h.holds).map((h) => h.ordinal))
  return documents.map((d) => d.key)
}

test('a change can be found in the very release that publishes it, and not any more as it was', async () => {
  const { folder } = pointer()
  await change(1, { title: '喷水池边的长椅', _status: 'published' })
  await site.publish()
  expect(recent()).toMatchObject({ folder, left: 0, dead: [ordinalOf('cases', reference(1))] })
  expect(pointer().recent).toBe(true)
  expect(recent().documents.map((d) => [d.key, d.title])).toEqual([[reference(1), '喷水池边的长椅']])
  expect(pointer()).toMatchObject({ folder, unfound: 0 })
  expect(await found('喷水池')).toEqual([reference(1)])
  expect(await found('“第1件”')).toEqual([])
  expect(live().release.search?.release).not.toBe(live().release.id)
})

test('the next settled index takes up what was recent, and the release then says that search holds it', async () => {
  const { folder } = pointer()
  await site.publisher.followWithSearch()
  expect(pointer().folder).not.toBe(folder)
  expect(recent()).toMatchObject({ folder: pointer().folder, dead: [], documents: [], left: 0 })
  expect(pointer().recent).toBe(false)
  expect(await found('喷水池')).toEqual([reference(1)])
  expect(live().release.search).toEqual({ folder: pointer().folder, release: live().release.id })
  expect(site.status.get().searchRelease).toBe(live().release.id)
  expect(pointer().pagefind).toMatch(/^pagefind-/)
  const folders = [...files().keys()].flatMap((file) => /^search\/([^/]+)\//.exec(file)?.[1] ?? [])
  expect([...new Set(folders)].sort()).toEqual([pointer().folder, pointer().pagefind].sort())
})

test('what is withdrawn is dead in the same switch, Pagefind’s index goes with it, and the next index does not know it', async () => {
  const { folder } = pointer()
  expect(await found('“第2件”')).toEqual([reference(2)])
  await change(2, { _status: 'draft' })
  await site.publish()
  expect(recent()).toMatchObject({ folder, dead: [ordinalOf('cases', reference(2))], documents: [] })
  expect(await found('“第2件”')).toEqual([])
  expect(pointer()).toMatchObject({ folder, pagefind: null, pagefindOf: null })
  expect([...files().keys()].filter((file) => file.includes('pagefind'))).toEqual([])
  await site.publisher.followWithSearch()
  expect(ordinalOf('cases', reference(2))).toBe(-1)
  expect(site.page(`search/${folder}/head.bin`)).toBeNull()
})

test('of more changes than the recent part holds, the rest are counted and stay findable as they were', async () => {
  for (let n = 4; n <= CASES; n++) await change(n, { place: `亭${n}亭`, _status: 'published' })
  await site.publish()
  const changed = CASES - 3
  expect(recent().documents).toHaveLength(MOST_RECENT)
  expect(recent().dead).toHaveLength(MOST_RECENT)
  expect(recent().left).toBe(changed - MOST_RECENT)
  expect(pointer().unfound).toBe(changed - MOST_RECENT)
  expect(await found('“第4件”')).toEqual([reference(4)])
  await site.publisher.followWithSearch()
  expect(recent().left).toBe(0)
  expect(await found('“亭4亭”')).toEqual([reference(4)])
}, 60_000)

test('an index that was being made while something was published is kept; one while something was withdrawn is not', async () => {
  await change(5, { title: '风车', _status: 'published' })
  await site.publish()
  const { id, snapshot } = live().release
  const making = site.publisher.follow('index')
  await change(6, { title: '水车', _status: 'published' })
  await site.publish()
  await making
  expect(pointer().snapshot).toBe(snapshot)
  expect(live().release.search?.release).toBe(id)
  expect(recent().documents.map((d) => d.title)).toEqual(['水车'])
  expect([await found('风车'), await found('水车')]).toEqual([[reference(5)], [reference(6)]])
  const { folder } = pointer()
  const inVain = site.publisher.follow('index')
  await change(5, { _status: 'draft' })
  await site.publish()
  await inVain
  expect(pointer().folder).toBe(folder)
  expect(await found('风车')).toEqual([])
}, 60_000)

test('an edited 俗称词表 renders no page and alters the finder’s file and the published data, and nothing else', async () => {
  await site.publisher.followWithSearch()
  const before = files()
  const { release } = live()
  const groups = [{ term: '外墙脱落', words: '墙皮往下掉' }]
  expect((await cms.rest('administrator', 'POST', 'globals/synonyms', { groups })).status).toBe(200)
  await site.publish()
  const after = files()
  const changed = [...after.keys(), ...before.keys()].filter((file) => before.get(file) !== after.get(file))
  expect([...new Set(changed)].sort()).toEqual(['data/snapshot/synonyms.json', 'search/duties.js'])
  expect(site.page('search/duties.js')).toContain('墙皮往下掉')
  expect(lastRelease()).toMatchObject({ kind: 'pages', views: 0, rendered: 0 })
  expect(live().release).toMatchObject({
    search: { folder: release.search?.folder, release: live().release.id },
  })
})

test('release.json names the content without search, which follows without altering it', async () => {
  const { content, id } = live().release
  const listing = site.store.trees.listing(live().roots.tree)
  const { search: _, ...folders } = listing.folders
  expect(content).toBe(sha256(JSON.stringify({ files: listing.files, folders })))
  await change(7, { title: '石桥', _status: 'published' })
  await site.publish()
  const published = live().release
  expect(published.content).not.toBe(content)
  await site.publisher.followWithSearch()
  expect(live().release.id).not.toBe(published.id)
  expect(live().release.content).toBe(published.content)
  expect(id).not.toBe(published.id)
})
