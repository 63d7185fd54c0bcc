import { expect, test } from 'vitest'
import { PICKED_LISTS } from '#domain/figures/pickedLists'
import { canonicalJson } from '#domain/records/snapshot'
import type { Change } from '#domain/world/world'
import type { Context } from '../../../site/src/context.ts'
import { pickedListKind } from '../../../site/src/lists/pickedListPages.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { goldenContext } from '../../support/records/goldenContext.ts'
import { randomCases } from '../../support/records/randomTimelines.ts'
import { caseRow } from '../../support/records/rows.ts'

const printed = (context: Context) =>
  new Map(
    pickedListKind
      .paths(context)
      .map((path) => [
        path,
        canonicalJson(pickedListKind.view({ ...pickedListKind.pattern.exec(path)?.groups }, context)),
      ]),
  )

test('a new day alters no page of the lists but those named as counted to it', () => {
  const context = goldenContext(randomCases(4, 200))
  const before = printed(context)
  context.world.snapshot.asOf = '2023-01-20'
  context.statistics.update([])
  const named = new Set(affectedPaths([pickedListKind], [], context, true))
  const different = [...printed(context)].filter(([path, text]) => before.get(path) !== text)
  expect(different.map(([path]) => path).filter((path) => !named.has(path))).toEqual([])
})

/** Real cases that were called on a day, with four hours to come; nobody has. */
const calledOn = (day: string, from: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    caseRow(from + i, {
      arrivalHours: 4,
      status: 'waiting',
      timeline: [
        { kind: 'whistle', at: `${day}T09:00+08:00`, body: '甲社区' },
        { kind: 'dispatch', at: `${day}T09:10+08:00`, department: 'd-one' },
      ],
    }),
  )

test('a new day that makes no call late has the first pages looked at, and no other', () => {
  const context = goldenContext(calledOn('2022-06-01', 1, 120))
  context.world.snapshot.asOf = '2022-12-30'
  context.statistics.update([])
  context.world.snapshot.asOf = '2022-12-31'
  context.statistics.update([])
  expect(context.statistics.countedToAsOf().length).toBe(120)
  const named = affectedPaths([pickedListKind], [], context, true)
  expect(named.sort()).toEqual(PICKED_LISTS.map(({ id }) => `lists/${id}/index.html`).sort())
})

test.each([
  ['a new day', 100, 0],
  ['a new day and an edit together', 100, 1],
  ['a new day, a row of a month on a page of its own', 140, 0],
])('a list that grows by %s has every page named that it alters', (_name, late, edits) => {
  const months = ['01', '02', '03', '04', '05']
  const called = months.flatMap((month, i) => calledOn(`2022-${month}-01`, 1 + i * 100, late / months.length))
  const context = goldenContext([...called, ...calledOn('2022-06-20', 600, 1)])
  const { world, statistics } = context
  world.snapshot.asOf = '2022-06-19'
  statistics.update([])
  const before = printed(context)
  world.snapshot.asOf = '2022-06-20'
  statistics.update([])
  const changes = calledOn('2022-06-03', 700, edits).map(
    (after): Change => ({ table: 'cases', key: after.reference, after }),
  )
  for (const change of changes) world.apply(change)
  statistics.update(changes)
  const named = new Set(affectedPaths([pickedListKind], changes, context, true))
  const now = printed(context)
  const different = [...now.keys()].filter((path) => before.get(path) !== now.get(path))
  expect(different).toContain('lists/late/2022-06.html')
  expect(different.filter((path) => !named.has(path))).toEqual([])
})
