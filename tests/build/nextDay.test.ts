import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { shanghaiDay } from '#domain/dates'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import type { ReleaseMaker } from '../../scripts/release/make/makeRelease.ts'
import { loadRenderer } from '../../scripts/release/pages/renderer.ts'
import { collectGarbage } from '../../scripts/release/publisher/collectGarbage.ts'
import type { Publisher } from '../../scripts/release/publisher/publisher.ts'
import { publishForever } from '../../scripts/release/publisher/publishLoop.ts'
import { RequestBox } from '../../scripts/release/publisher/requests.ts'
import { tidying } from '../../scripts/release/publisher/tidying.ts'
import { readSnapshot } from '../../scripts/release/store/snapshotStore.ts'
import { liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { releaseEntry } from '../../scripts/release/told/releaseLog.ts'
import { openTestCms } from '../support/newsroom/cmsDatabase.ts'
import { openTestPublisher } from '../support/newsroom/testPublisher.ts'
import { releaseMakers } from '../support/product/releaseMakers.ts'
import { RandomEdits } from '../support/records/randomEdits.ts'
import { snapshotOf } from '../support/records/rows.ts'

const DAY = '2022-07-01'
const makerOf = releaseMakers(`${DAY}T00:00:00Z`)

/** A newsroom with some records, released, and a maker of its next releases. */
async function newsroom() {
  const world = new World(snapshotOf())
  const rendered: string[] = []
  const { maker, folder: dataDir, store } = makerOf(world, (path) => rendered.push(path))
  const edits = new RandomEdits(world, 5)
  maker.take(edits.foundation())
  for (let i = 0; i < 40; i++) maker.take([edits.next()])
  await maker.full()
  /** A change of one case, published on the day: what the first act of a day does. */
  const act = async () => {
    const key = world.keys('cases').at(-1) as string
    const before = world.need('cases', key)
    const change = { table: 'cases' as const, key, before, after: { ...before, title: '改过的标题' } }
    maker.take([change])
    world.snapshot.asOf = DAY
    maker.statistics.update([])
    rendered.length = 0
    const { release } = await maker.incremental([change], true, false)
    return { root: release.id, rendered: [...rendered] }
  }
  const fromNothing = async () => {
    const { maker: other } = makerOf(new World(structuredClone(world.snapshot)))
    return (await other.full()).release.id
  }
  return { world, dataDir, store, maker, edits, act, fromNothing }
}

const prepared = async (maker: ReleaseMaker) => {
  let pieces = 0
  while (await maker.nextDay.prepare(DAY)) pieces++
  return pieces
}

test('the first act of a prepared day renders what it is about and no more, and is the release made from nothing', async () => {
  const [plain, ahead] = [await newsroom(), await newsroom()]
  const { asOf } = ahead.world.snapshot
  const live = liveRelease(ahead.dataDir)?.release
  expect(await prepared(ahead.maker)).toBeGreaterThan(1)
  // Nothing of it is public, and the world is as it was.
  expect(liveRelease(ahead.dataDir)?.release).toEqual(live)
  expect(ahead.world.snapshot.asOf).toBe(asOf)
  const [unprepared, first] = [await plain.act(), await ahead.act()]
  expect(unprepared.rendered).toContain('duties/1-1.html')
  expect(first.rendered.length).toBeLessThan(unprepared.rendered.length)
  expect(first.root).toBe(unprepared.root)
  expect(first.root).toBe(await ahead.fromNothing())
})

test('what was prepared before another release is not used', async () => {
  const { maker, world, act, fromNothing, edits } = await newsroom()
  await prepared(maker)
  const change = edits.next()
  maker.take([change])
  await maker.incremental([change], false, false)
  world.snapshot.asOf = '2022-06-20'
  maker.statistics.update([])
  await maker.incremental([], true, false)
  const { root } = await act()
  expect(root).toBe(await fromNothing())
})

test('a day that has come already is not prepared', async () => {
  const { maker, world } = await newsroom()
  expect(await maker.nextDay.prepare(world.snapshot.asOf)).toBe(false)
})

test('what was prepared goes when the store is tidied: the act that follows makes everything itself', async () => {
  const { maker, dataDir, store, act, fromNothing } = await newsroom()
  await prepared(maker)
  const publisher = { inTurn: <T>(work: () => Promise<T>) => work(), forgetDay: () => maker.nextDay.forget() }
  const tidy = tidying(
    publisher,
    () => collectGarbage(dataDir, store),
    () => {},
  )
  for (let n = 0; !tidy.isBusy(); n++) {
    expect(n, 'the store is tidied now and then').toBeLessThan(1000)
    tidy.released()
  }
  while (tidy.isBusy()) await setTimeout(5)
  const { root } = await act()
  expect(root).toBe(await fromNothing())
})

test('an act that fails on what was prepared forgets it', async () => {
  const { maker, world, store, act } = await newsroom()
  await prepared(maker)
  rmSync(store.blobs.folder, { recursive: true })
  await expect(act()).rejects.toThrow('ENOENT')
  await maker.abandon([])
  expect(maker.nextDay.made()).toBe(null)
  expect(world.snapshot.asOf).toBe(DAY)
})

test('a publisher with nothing to do prepares the day: its first publish looks at fewer pages than the day alone moves', async () => {
  const cms = await openTestCms(undefined, 9)
  try {
    const { publisher, store } = await openTestPublisher(cms)
    await publisher.compare(true)
    const world = new World(readSnapshot(store, liveRelease(cms.dataDir)?.release.snapshot as string))
    const { renderer } = await loadRenderer()
    const { asOf } = world.snapshot
    const statistics = new Statistics(world)
    world.snapshot.asOf = shanghaiDay(Date.now())
    statistics.update([])
    const moved = renderer.affected([], { world, statistics }, true).length
    const idle = Object.assign(Object.create(publisher) as Publisher, { followWithSearch: async () => {} })
    let looks = 0
    await publishForever(idle, new RequestBox(cms.dataDir), {
      sleep: async () => {},
      now: Date.now,
      stopped: () => looks++ >= 400,
      log: () => {},
      compared: true,
      readOutbox: async () => [],
      tidy: () => {},
      isTidying: () => false,
    })
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
    await cms.rest('publisher', 'PATCH', `cases/${id}`, { title: '今天第一处', _status: 'published' })
    await publisher.drain()
    const [last] = readFileSync(join(cms.dataDir, 'logs', 'releases.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-1)
    const { views } = releaseEntry.parse(JSON.parse(last as string))
    expect(liveRelease(cms.dataDir)?.release.asOf).not.toBe(asOf)
    expect(views).toBeGreaterThan(0)
    expect(views).toBeLessThan(moved)
  } finally {
    await cms.close()
  }
})
