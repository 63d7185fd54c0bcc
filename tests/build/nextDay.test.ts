import { expect, test } from 'vitest'
import { World } from '#domain/world'
import type { ReleaseMaker } from '../../scripts/release/makeRelease.ts'
import { liveRelease } from '../../scripts/release/switchRelease.ts'
import { RandomEdits } from '../support/randomEdits.ts'
import { releaseMakers } from '../support/releaseMakers.ts'
import { snapshotOf } from '../support/rows.ts'

const DAY = '2022-07-01'
const makerOf = releaseMakers(`${DAY}T00:00:00Z`)

/** A newsroom with some records, released, and a maker of its next releases. */
async function newsroom() {
  const world = new World(snapshotOf())
  const rendered: string[] = []
  const { maker, folder: dataDir } = makerOf(world, (path) => rendered.push(path))
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
  return { world, dataDir, maker, edits, act, fromNothing }
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
