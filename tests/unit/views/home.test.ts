import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { type HomeView, homeKind } from '../../../site/src/home/home.ts'
import { shippedWorld } from '../../support/product/shippedSite.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

const homeOf = (world: World) => homeKind.view({}, { world, statistics: new Statistics(world) }) as HomeView

test('the front page leads with the reported figures and links to exactly the cases behind what it counted', async () => {
  const view = homeOf(await shippedWorld('seed'))
  expect(view.reported).toMatchObject({ whistles: 2998, resolved: 2985, remainder: 13 })
  expect(view.counted.map((c) => [c.scope, c.whistles, c.list])).toEqual([
    ['real', 4, 'cases/by/origin/press/index.html'],
  ])
  expect(view.frame.demo).toBeNull()
})

test('the front page keeps invented cases out of what it counts as real', () => {
  const sample = { ...caseRow(2), reference: 'DEMO-2022-000002', origin: 'sample' as const }
  const view = homeOf(new World(snapshotOf(caseRow(1), sample)))
  expect(view.counted.map((c) => [c.scope, c.whistles, c.resolved])).toEqual([
    ['real', 1, 1],
    ['sample', 1, 1],
  ])
  expect(view.open.count).toBe(0)
  expect(view.latestSample).toBe(true)
})

test('without any record the front page promises nothing', async () => {
  const view = homeOf(await shippedWorld('none'))
  expect([view.reported, view.counted, view.latest, view.comparison]).toEqual([null, [], [], null])
})
