import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { sha256 } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'
import { Pages } from '../../scripts/release/pages/pages.ts'
import { loadRenderer, type Renderer } from '../../scripts/release/pages/renderer.ts'
import { openStore, type Store } from '../../scripts/release/store/store.ts'
import { reasonInWords } from '../../scripts/release/told/reasonInWords.ts'
import { InPieces } from '../../scripts/release/workers/inPieces.ts'
import { ReleaseThreads, WORTH_THREADS } from '../../scripts/release/workers/releaseThreads.ts'
import { builtRenderer, shippedWorld } from '../support/product/shippedSite.ts'
import { mountSmallDisk } from '../support/product/smallDisk.ts'
import { removeFolder } from '../support/removeFolder.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'threads-'))
const PATHS = ['index.html', 'cases/index.html', 'duties/index.html', 'statistics/index.html']
let renderer: Renderer
let code: string
let world: World
let store: Store
beforeAll(async () => {
  renderer = await builtRenderer(dataDir)
  code = (await loadRenderer()).code
  world = await shippedWorld('seed')
  store = openStore(dataDir)
}, 300_000)
afterAll(() => removeFolder(dataDir))

/** Threads that are ready, or as ready as they will ever be. */
async function begun(templates: string): Promise<ReleaseThreads> {
  const threads = new ReleaseThreads(dataDir, store.blobs, templates)
  threads.begin()
  for (let i = 0; i < 50 && !threads.giveText('ready?'); i++) await pause(100)
  return threads
}

const viewOf = (address: string) =>
  renderer.viewText(renderer.viewOf(address, { world, statistics: new Statistics(world) }))

test('a thread makes the page that this thread would make, with its links', async () => {
  const threads = await begun(code)
  for (const address of PATHS) {
    const view = viewOf(address)
    expect(threads.givePage(address, view, sha256(view))).toBe(true)
  }
  const made = await threads.finish()
  await threads.stop()
  expect(made.map((m) => m.path).sort()).toEqual([...PATHS].sort())
  for (const { path: address, blob, faults } of made) {
    const view = viewOf(address)
    const html = await renderer.render(address, JSON.parse(view), sha256(view))
    expect(store.blobs.read(blob).toString(), address).toBe(html)
    expect(faults).toEqual([])
  }
  expect(new Set(made.flatMap((m) => m.links))).toContain('duties/index.html')
})

test('a page that cannot be made ends the batch in its own words, and the next batch works', async () => {
  const threads = await begun(code)
  threads.givePage('no/such/page.html', '{}', sha256('{}'))
  await expect(threads.finish()).rejects.toThrow('没有哪种页面的地址是 no/such/page.html')
  await threads.stop()
  threads.begin()
  for (let i = 0; i < 50 && !threads.giveText('again'); i++) await pause(100)
  expect(await threads.finish()).toEqual([])
  expect(store.blobs.read(sha256('again')).toString()).toBe('again')
  await threads.stop()
}, 60_000)

test('a thread that found other templates than this thread renders with makes no page', async () => {
  const threads = await begun('0'.repeat(64))
  expect(threads.givePage('index.html', viewOf('index.html'), 'x')).toBe(false)
  await threads.stop()
}, 60_000)

test('a full disk that a thread meets ends the batch, and is called a full disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'full-threads-'))
  const disk = mountSmallDisk(folder, 8)
  if (typeof disk === 'string') {
    console.log(`NOT RUN full disk in a thread: ${disk}`)
    expect(process.env.CI, disk).not.toBe('true')
    return
  }
  const threads = new ReleaseThreads(folder, openStore(folder).blobs, code)
  threads.begin()
  for (let i = 0; i < 50 && !threads.giveText('ready?'); i++) await pause(100)
  disk.fill()
  threads.giveText('no room for this'.repeat(1000))
  const error = await threads.finish().catch((e: unknown) => e)
  expect(reasonInWords(error)).toContain('磁盘满了')
  await threads.stop()
  disk.unmount()
  removeFolder(folder)
}, 60_000)

test('records that threads store between the pages are there when the pages are made', async () => {
  const threads = await begun(code)
  const many = await shippedWorld('sample')
  const statistics = new Statistics(many)
  const pages = new Pages(store, renderer, threads)
  const records = new Map<string, string | null>()
  const rest = new InPieces(pages.storingRecords(many, null, records))
  const addresses = renderer.allPaths({ world: many, statistics }).slice(0, WORTH_THREADS + 100)
  await pages.render(addresses, many, statistics, {
    exists: () => true,
    standing: () => null,
    progress: () => {},
    beside: rest,
  })
  expect(records.size).toBeGreaterThan(2998)
  for (const [address, blob] of records)
    expect(existsSync(store.blobs.pathOf(blob as string)), address).toBe(true)
  await threads.stop()
}, 60_000)

test('outside a batch nothing is given away', async () => {
  const threads = await begun(code)
  await threads.finish()
  expect(threads.giveText('too late')).toBe(false)
  expect(threads.giveAnyway({ kind: 'count', lot: { notices: 'x' } })).toBe(false)
  await threads.stop()
}, 60_000)
