import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { type Change, World } from '#domain/world/world'
import { caseListKind } from '../../../site/src/cases/caseListPages.ts'
import { casesKind } from '../../../site/src/cases/caseLists.ts'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { ROWS_ON_A_PAGE } from '../../../site/src/lists/timeTree.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import {
  batchOf,
  caseOfYear,
  newsroomOfCases,
  snapshotOfCases,
  yearOfCases,
} from '../../support/records/listsOfCases.ts'

const LISTS: readonly PageKind[] = [casesKind, caseListKind]

function viewText(path: string, context: Context): string {
  const kind = LISTS.find((k) => k.pattern.test(path)) as PageKind
  return JSON.stringify(kind.view({ ...kind.pattern.exec(path)?.groups }, context))
}

function printed(context: Context): Map<string, string> {
  return new Map(
    LISTS.flatMap((kind) =>
      kind.paths(context).map((path): [string, string] => [path, viewText(path, context)]),
    ),
  )
}

// A total near a hundred opens and closes the whole tree; the larger ones open and close levels below it.
test.each([
  [1, 100, 400],
  [2, 330, 1500],
  [3, 500, 1500],
])(
  'a list names every page of it that a change altered, opened or closed (seed %i, about %i cases)',
  (seed, size, numbers) => {
    const { context, edit, take } = newsroomOfCases(seed, size, numbers)
    let before = printed(context)
    let opened = 0
    for (let i = 0; i < 60; i++) {
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
  60_000,
)

test('every page of a list answers at its address, and no page answers at another', () => {
  const { context } = newsroomOfCases(4, 500, 2500)
  const paths = LISTS.flatMap((kind) => kind.paths(context))
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of paths) expect(JSON.parse(viewText(path, context))?.frame.path, path).toBe(path)
  for (const path of [
    'cases/by/year-month/2022/06.html',
    'cases/by/kind/community/2023-01.html',
    'cases/by/kind/community/open/2023-01.html',
    'cases/by/year-month/2022-06/open/index.html',
  ])
    expect(viewText(path, context), path).toBe('null')
})

test('a new as-of day names first pages only, and all of those on which it alters an age', () => {
  const { world, context } = newsroomOfCases(6, 600, 3000)
  const before = printed(context)
  world.snapshot.asOf = '2022-09-30'
  context.statistics.update([])
  const named = new Set(affectedPaths(LISTS, [], context, true))
  const different = [...printed(context)].filter(([path, text]) => before.get(path) !== text)
  expect(different.length).toBeGreaterThan(10)
  expect(different.map(([path]) => path).filter((path) => !named.has(path))).toEqual([])
  expect([...named].filter((path) => !path.endsWith('/index.html') || path.includes('year-month'))).toEqual(
    [],
  )
})

test('the pages below a list hold each of its cases once and at most a page of rows', () => {
  const { world, context } = newsroomOfCases(5, 1500, 4000)
  const below = (prefix: string) =>
    caseListKind
      .paths(context)
      .filter((path) => path.startsWith(prefix))
      .map((path) => JSON.parse(viewText(path, context)))
      .filter((view) => view.bars.length === 0)
      .map((view) => view.sections[0].lines.map((line: { reference: string }) => line.reference) as string[])
  for (const [prefix, references] of [
    ['cases/by/kind/community/20', world.casesBy('kind', 'community')],
    ['cases/by/year-month/', world.cases.references()],
  ] as const) {
    const rows = below(prefix)
    expect(rows.flat().sort()).toEqual([...references])
    expect(Math.max(...rows.map((r) => r.length))).toBeLessThanOrEqual(ROWS_ON_A_PAGE)
  }
})

test.each([3000, 100_000])(
  'one case more alters of each of its lists the first page, its month and its leaf, with %i cases',
  (size) => {
    const world = new World(snapshotOfCases(yearOfCases(size)))
    const context = { world, statistics: new Statistics(world) }
    const take = (change: Change) => {
      world.apply(change)
      context.statistics.update([change])
    }
    // All, state, kind, urgency, community, town, department, origin.
    const lists = 8
    for (const part of [0, 0.5, 0.999]) {
      // An odd number that is not given, open and closed.
      for (const number of [1, 39].map((n) => 2 * Math.floor((part * size) / 20) * 20 + n)) {
        const row = caseOfYear(number, part)
        const added: Change = { table: 'cases', key: row.reference, after: row }
        take(added)
        const named = affectedPaths(LISTS, [added], context, false)
        const after = new Map(named.map((path) => [path, viewText(path, context)]))
        take({ table: 'cases', key: row.reference, before: row })
        const different = named.filter((path) => viewText(path, context) !== after.get(path))
        expect(different.length, row.reference).toBeGreaterThan(lists)
        expect(different.length, row.reference).toBeLessThanOrEqual(lists * 3)
        // With the months and leaves beside them, and the first pages of what is open.
        expect(named.length, row.reference).toBeLessThanOrEqual(lists * 16)
      }
    }
  },
  120_000,
)
