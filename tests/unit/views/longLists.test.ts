import { expect, test } from 'vitest'
import type { AnyRow } from '#domain/snapshot'
import { Statistics } from '#domain/statistics'
import { type Change, World } from '#domain/world'
import { affectedPaths } from '../../../site/src/affected.ts'
import type { Context } from '../../../site/src/context.ts'
import { ROWS_ON_A_PAGE } from '../../../site/src/views/caseLeaves.ts'
import { caseListKind, casesKind } from '../../../site/src/views/caseLists.ts'
import { type FacetListView, facetListKind } from '../../../site/src/views/facetLists.ts'
import { seeded } from '../../support/randomEdits.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/rows.ts'

const LISTS = [casesKind, caseListKind, facetListKind]
const DEPARTMENTS = ['d-one', 'd-two', 'd-three', 'd-four', 'd-five']
const AREAS = ['a-one', 'a-two', 'a-three']
const TOWNS = ['a-town', 'a-other']

function printed(context: Context): Map<string, string> {
  return new Map(
    LISTS.flatMap((kind) =>
      kind.paths(context).map((path): [string, string] => {
        const view = kind.view({ ...kind.pattern.exec(path)?.groups }, context)
        return [path, JSON.stringify(view)]
      }),
    ),
  )
}

/** A newsroom with so many cases among `numbers` numbers of two years, and a source of edits. */
function start(seed: number, size: number, numbers: number) {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const world = new World(snapshotOf())
  const context = { world, statistics: new Statistics(world) }
  const put = (table: Change['table'], key: string, after: AnyRow): Change => {
    const before = world.snapshot.tables[table].get(key) as AnyRow | undefined
    return { table, key, after, ...(before ? { before } : {}) }
  }
  const take = (changes: readonly Change[]) => {
    for (const change of changes) world.apply(change)
    context.statistics.update(changes)
  }
  const aCase = (): Change => {
    const year = random() < 0.2 ? '2021' : '2022'
    const number = 1 + Math.floor(random() * numbers)
    const row = caseRow(number, { lead: pick(DEPARTMENTS), area: pick(AREAS) })
    const reference = `WS-${year}-${String(number).padStart(6, '0')}`
    return put('cases', reference, { ...row, reference })
  }
  const gone = (): Change[] => {
    const key = pick(world.keys('cases'))
    const before = world.get('cases', key)
    return before ? [{ table: 'cases', key, before }] : []
  }
  const edit = (): Change[] => {
    const roll = random()
    if (roll < 0.46) return [aCase()]
    if (roll < 0.92) return gone()
    const [name, slug] = [`名${Math.floor(random() * 1000)}`, pick(AREAS)]
    if (roll < 0.95) return [put('areas', slug, areaRow(slug, { name, parent: pick(TOWNS) }))]
    const department = pick(DEPARTMENTS)
    return [put('departments', department, departmentRow(department, { shortName: name }))]
  }
  take([
    ...DEPARTMENTS.map((d) => put('departments', d, departmentRow(d))),
    ...TOWNS.map((a) => put('areas', a, areaRow(a, { level: 'town' }))),
    ...AREAS.map((a) => put('areas', a, areaRow(a, { parent: 'a-town' }))),
  ])
  while (world.cases.size < size) take([aCase()])
  return { world, context, take, edit }
}

/** Changes of which no two are of one record. */
function batchOf(edit: () => Change[], most: number): Change[] {
  const changes = Array.from({ length: most }, edit).flat()
  return [...new Map(changes.map((c) => [`${c.table} ${c.key}`, c])).values()]
}

// A total near a hundred opens and closes the whole tree; the larger ones open and close levels below it.
test.each([
  [1, 100, 400],
  [2, 330, 1500],
  [3, 700, 120_000],
])(
  'a list names every page of it that a change altered, opened or closed (seed %i, about %i cases)',
  (seed, size, numbers) => {
    const { context, edit, take } = start(seed, size, numbers)
    let before = printed(context)
    let opened = 0
    for (let i = 0; i < 120; i++) {
      const changes = batchOf(edit, 1 + (i % 4))
      take(changes)
      const after = printed(context)
      const named = new Set(affectedPaths(LISTS, changes, context, false))
      const different = [...new Set([...before.keys(), ...after.keys()])].filter(
        (path) => before.get(path) !== after.get(path),
      )
      opened += different.filter((path) => !before.has(path) || !after.has(path)).length
      const missed = different.filter((path) => !named.has(path))
      expect(missed, changes.map((c) => `${c.table} ${c.key}`).join(' ')).toEqual([])
      before = after
    }
    expect(opened, 'levels that opened or closed').toBeGreaterThan(20)
  },
)

test('a new as-of day names every page of a long list on which an open case waits', () => {
  const { world, context, take } = start(6, 600, 3000)
  const open = [...world.keys('cases')]
    .filter((_, i) => i % 40 === 0)
    .map((key): Change => {
      const before = world.need('cases', key)
      const after: AnyRow = { ...before, status: 'handling', timeline: before.timeline.slice(0, 3) }
      return { table: 'cases', key, before, after }
    })
  take(open)
  const before = printed(context)
  world.snapshot.asOf = '2022-09-30'
  context.statistics.update([])
  const named = new Set(affectedPaths(LISTS, [], context, true))
  const different = [...printed(context)].filter(([path, text]) => before.get(path) !== text)
  expect(different.length).toBeGreaterThan(open.length)
  expect(different.map(([path]) => path).filter((path) => !named.has(path))).toEqual([])
})

test('one more case alters a handful of the pages of long lists', () => {
  const { context, edit, take } = start(4, 900, 3000)
  const before = printed(context)
  const changes = batchOf(edit, 1).filter((c) => c.table === 'cases')
  expect(changes).toHaveLength(1)
  take(changes)
  const after = printed(context)
  const different = [...after].filter(([path, text]) => before.get(path) !== text)
  // The case stands in seven facet lists, each with a first page, and in the list of all.
  expect(after.size).toBeGreaterThan(80)
  expect(different.length).toBeLessThan(25)
})

test('the pages of a list hold each of its cases once and at most a page of rows, and are well filled', () => {
  const { context } = start(5, 1200, 90_000)
  const rows = facetListKind
    .paths(context)
    .filter((path) => path.startsWith('cases/by/kind/community/20'))
    .map((path) => facetListKind.view({ ...facetListKind.pattern.exec(path)?.groups }, context))
    .map((view) => (view as FacetListView).lines.map((line) => line.reference))
  expect(rows.flat().sort()).toEqual([...context.world.casesBy('kind', 'community')])
  expect(Math.max(...rows.map((r) => r.length))).toBeLessThanOrEqual(ROWS_ON_A_PAGE)
  expect(rows.flat().length / rows.length).toBeGreaterThan(ROWS_ON_A_PAGE / 4)
})
