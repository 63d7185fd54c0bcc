import { expect, test } from 'vitest'
import { slug as slugSchema } from '#domain/keys'
import type { AnyRow, Row, TableName } from '#domain/records/snapshot'
import { type Change, changeOf, World } from '#domain/world/world'
import type { ReleaseMaker } from '../../scripts/release/make/makeRelease.ts'
import { openStore } from '../../scripts/release/store/store.ts'
import { liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { rowOrders } from '../../scripts/release/tables/waitingRows.ts'
import { FOLLOWER_KINDS, follow } from '../../scripts/release/workers/followers.ts'
import { rounds, seedNumber } from '../support/generated.ts'
import { releaseMakers } from '../support/product/releaseMakers.ts'
import { RandomEdits } from '../support/records/randomEdits.ts'
import { areaRow, departmentRow, snapshotOf } from '../support/records/rows.ts'

/** Edits of one run, enough for each rare one below to come; a root made from nothing is compared after every so many. */
const EDITS = rounds(50, 320)
const COMPARE_EVERY = rounds(50, 40)
const RUNS = Array.from({ length: rounds(1, 2) }, (_, n) => seedNumber(`random edits ${n}`))

const PRACTICE: Row<'practices'> = {
  slug: 'p',
  title: '做法',
  place: '某处',
  summary: '一句话',
  steps: [],
  needs: [],
  cases: [],
  sources: ['s-one'],
  origin: 'record',
  publishedOn: '2022-06-01',
  changedOn: '2022-06-30',
}

const makerOf = releaseMakers('2022-07-01T00:00:00Z')

/** Lets search and the whole tables follow what is live, as the publisher does. */
async function followAll(maker: ReleaseMaker, dataDir: string): Promise<void> {
  for (const kind of FOLLOWER_KINDS) {
    const { release, roots } = liveRelease(dataDir) as NonNullable<ReturnType<typeof liveRelease>>
    const { snapshot } = release
    const rows = rowOrders(openStore(dataDir), roots.tree, maker.world)
    await follow({ kind, dataDir, snapshot, parts: roots.parts, rows }, async (made) => {
      openStore(dataDir).blobs.adopt(made.blobs)
      maker.follow(kind, made, release)
    })
  }
}

/** Files in which two trees differ, for the message of a failure. */
function differences(a: string, rootA: string, b: string, rootB: string): string[] {
  const read = (folder: string, root: string) =>
    new Map([...openStore(folder).trees.walk(root)].map((f) => [f.path, f.blob]))
  const [x, y] = [read(a, rootA), read(b, rootB)]
  return [...new Set([...x.keys(), ...y.keys()])].filter((path) => x.get(path) !== y.get(path))
}

test('a number that a page prints otherwise than the tables say is refused, and readers keep what they have', async () => {
  const world = new World(snapshotOf())
  const { maker, folder } = makerOf(world)
  const edits = new RandomEdits(world, 5)
  maker.take(edits.foundation())
  for (let i = 0; i < 40; i++) maker.take([edits.next()])
  const { release } = await maker.full()
  const { statistics } = maker
  const figure = statistics.figure.bind(statistics)
  // Only parts go astray: the sums over all records are looked at without any page.
  statistics.figure = (metric, scope, part = 'all') => {
    const right = figure(metric, scope, part)
    if (part === 'all' || metric.shape !== 'count') return right
    return { ...right, numerator: right.numerator + 1, value: right.numerator + 1 }
  }
  await expect(maker.full()).rejects.toThrow('数字对不上')
  expect(liveRelease(folder)?.release.id).toBe(release.id)
  statistics.figure = figure
  expect((await maker.full()).release.id).toBe(release.id)
})

test('records may be called what every object inherits: they appear, change and go, as from nothing', async () => {
  const names = Object.getOwnPropertyNames(Object.prototype)
    .map((name) => name.toLowerCase())
    .filter((name) => slugSchema.safeParse(name).success)
  expect(names).toContain('constructor')
  const world = new World(snapshotOf())
  const { maker, folder } = makerOf(world)
  const edits = new RandomEdits(world, 9)
  maker.take(edits.foundation())
  await maker.full()
  const rows = (name: string, title: string): [TableName, AnyRow][] => [
    ['departments', departmentRow(name, { name: `${title}部` })],
    ['areas', areaRow(name, { name: `${title}社区`, parent: 'a-town' })],
    ['practices', { ...PRACTICE, slug: name, title }],
  ]
  const compare = async (after: string) => {
    const anew = makerOf(new World(structuredClone(world.snapshot)))
    const whole = await anew.maker.full()
    const live = liveRelease(folder)?.release.id as string
    expect(differences(folder, live, anew.folder, whole.release.id), after).toEqual([])
  }
  for (const title of ['甲', '乙', null]) {
    const changes = names.flatMap((name) =>
      rows(name, String(title)).map(([table, row]): Change => {
        const before = world.snapshot.tables[table].get(name) as AnyRow | undefined
        return changeOf(table, name, { before, after: title ? row : undefined })
      }),
    )
    // A release of each table, so that no kind of record hides what another one does.
    for (const some of Map.groupBy(changes, ({ table }) => table).values()) {
      maker.take(some)
      await maker.incremental(some, false, false)
    }
    await compare(String(title))
  }
})

test.each(RUNS)(
  `after random edits of every kind (seed %i) the release is the one made from nothing, also after search has followed`,
  async (seed) => {
    const world = new World(snapshotOf())
    const { maker, folder } = makerOf(world)
    const edits = new RandomEdits(world, seed)
    maker.take(edits.foundation())
    await maker.full()
    for (let i = 1; i <= EDITS; i++) {
      const batch = i % 10 === 0 ? 5 : 1
      const day = i % 23 === 0 ? `2022-07-${String(Math.floor(i / 23)).padStart(2, '0')}` : null
      // Every other new day is made ahead, as the publisher does while it has nothing else to do.
      if (day && i % 46 === 0) while (await maker.nextDay.prepare(day));
      const changes = []
      for (let k = 0; k < batch; k++) {
        const change = edits.next()
        maker.take([change])
        changes.push(change)
      }
      if (day) {
        world.snapshot.asOf = day
        maker.statistics.update([])
        expect(maker.nextDay.made() !== null).toBe(i % 46 === 0)
      }
      const settings = i % 97 === 0
      if (settings) world.snapshot.settings = { ...world.snapshot.settings, organiser: `主办${i}` }
      // An edited 俗称词表 is no reason to make everything.
      if (i % 61 === 0) world.snapshot.synonyms = { groups: [{ term: `权责${i}`, words: [`俗称${i}`] }] }
      const made = await maker.incremental(changes, day !== null, settings)
      if (i % COMPARE_EVERY !== 0) continue
      const anew = makerOf(new World(structuredClone(world.snapshot)))
      const whole = await anew.maker.full()
      const where = differences(folder, made.release.id, anew.folder, whole.release.id)
      expect(where, `after ${i} edits`).toEqual([])
      expect(made.release.id).toBe(whole.release.id)
    }
    const anew = makerOf(new World(structuredClone(world.snapshot)))
    await anew.maker.full()
    for (const each of [{ maker, folder }, anew]) await followAll(each.maker, each.folder)
    const roots = [folder, anew.folder].map((f) => liveRelease(f)?.roots.tree as string)
    expect(differences(folder, roots[0] as string, anew.folder, roots[1] as string)).toEqual([])
    expect(liveRelease(folder)?.release.search?.release).toBe(roots[0])
  },
)
