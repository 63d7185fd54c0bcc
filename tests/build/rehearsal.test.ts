import { existsSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everyPart, figureDifferences, figuresNow } from '#domain/figures/figureDifference'
import type { AnyRow } from '#domain/records/snapshot'
import { type Change, World } from '#domain/world/world'
import { rehearsalSocket } from '#host/rehearsalSocket'
import { loadRenderer } from '../../scripts/release/pages/renderer.ts'
import { LiveWorld } from '../../scripts/release/rehearsal/liveWorld.ts'
import { rehearse } from '../../scripts/release/rehearsal/rehearse.ts'
import { runRehearsal } from '../../scripts/release/rehearsal/runRehearsal.ts'
import { openStore } from '../../scripts/release/store/store.ts'
import { type Live, liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { rounds, seedNumber } from '../support/generated.ts'
import { releaseMakers } from '../support/product/releaseMakers.ts'
import { RandomEdits } from '../support/records/randomEdits.ts'
import { snapshotOf } from '../support/records/rows.ts'

const makerOf = releaseMakers('2022-07-01T00:00:00Z')
const EDITS = rounds(10, 50)

/** A released newsroom, and what a rehearsal holds of it. */
async function released(seed: number) {
  const world = new World(snapshotOf())
  const { maker, folder } = makerOf(world)
  const edits = new RandomEdits(world, seed)
  maker.take(edits.foundation())
  for (let i = 0; i < 30; i++) maker.take([edits.next()])
  await maker.full()
  const store = openStore(folder)
  const live = () => liveRelease(folder) as Live
  const { renderer } = await loadRenderer()
  const held = new LiveWorld(store, live())
  const rehearsed = (changes: readonly Change[], day: string) => {
    expect(held.bringTo(live(), day)).toBe(true)
    const own = changes.map(({ table, key, after }) => held.changeTo(table, key, after as AnyRow | undefined))
    return rehearse(own, { live: held, renderer, store })
  }
  return { dataDir: folder, world, maker, edits, store, live, rehearsed }
}

/** What each page of a tree is, by its address. */
const pagesOf = (store: ReturnType<typeof openStore>, tree: string) =>
  new Map(
    [...store.trees.walk(tree)].filter(({ path }) => path.endsWith('.html')).map((f) => [f.path, f.blob]),
  )

test('what a rehearsal names of pages and figures is what the release then changes, no more and no less', async () => {
  const { world, maker, edits, store, live, rehearsed } = await released(seedNumber('rehearsed edits'))
  for (let i = 1; i <= EDITS; i++) {
    const day = i % 7 === 0 ? `2022-07-${String(i / 7).padStart(2, '0')}` : world.snapshot.asOf
    // Every third one merges something, or takes that back.
    const change = i % 3 === 0 ? edits.aMerger() : edits.next()
    const said = rehearsed([change], day)

    const before = {
      tree: pagesOf(store, live().roots.tree),
      figures: figuresNow(maker.statistics, everyPart(maker.statistics)),
    }
    const asOfMoved = day !== world.snapshot.asOf
    maker.take([change])
    world.snapshot.asOf = day
    maker.statistics.update([])
    await maker.incremental([change], asOfMoved, false)
    const after = pagesOf(store, live().roots.tree)
    const really = [...new Set([...before.tree.keys(), ...after.keys()])]
      .filter((path) => before.tree.get(path) !== after.get(path))
      .map((path) => `${!before.tree.has(path) ? 'new' : after.has(path) ? 'changed' : 'gone'} ${path}`)
    const named = [...said.pages.shown, ...(said.day?.pages.shown ?? [])]
    expect(named.map(({ what, path }) => `${what} ${path}`).sort(), `edit ${i}`).toEqual(really.sort())

    const parts = [
      ...new Set([
        ...everyPart(maker.statistics),
        ...[...before.figures.values()].map((f) => `${f.scope} ${f.part}`),
      ]),
    ]
    const figures = figureDifferences(before.figures, figuresNow(maker.statistics, parts))
    const words = (of: typeof figures) =>
      of.map((f) => `${f.metric.id} ${f.scope} ${f.part} ${JSON.stringify([f.before, f.after])}`).sort()
    expect(words([...said.figures, ...(said.day?.figures ?? [])]), `edit ${i}`).toEqual(words(figures))
  }
})

test('a rehearsal that nobody asks ends by itself; until then only this account reaches it', async () => {
  const { dataDir } = await released(3)
  const { folder, socket } = rehearsalSocket(dataDir)
  const modes: number[] = []
  const looking = setInterval(() => {
    if (modes.length === 0 && existsSync(socket))
      modes.push(...[folder, socket].map((at) => statSync(at).mode & 0o777))
  }, 10)
  await runRehearsal(dataDir, () => {}, 1_000)
  clearInterval(looking)
  expect(modes).toEqual([0o700, 0o700])
  expect(existsSync(socket)).toBe(false)
})

test('a folder of state that lies deep has a socket, too, and another one than its neighbour', () => {
  const deep = (name: string) => rehearsalSocket(`/${'deep/'.repeat(40)}${name}`)
  expect(Buffer.byteLength(deep('a').socket)).toBeLessThan(104)
  expect(deep('a')).not.toEqual(deep('b'))
  expect(deep('a')).toEqual(deep('a'))
  expect(rehearsalSocket('/srv/x').folder).toBe('/srv/x/rehearsal')
})
