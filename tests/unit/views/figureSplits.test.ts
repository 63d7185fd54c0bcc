import { expect, test } from 'vitest'
import { type MetricId, metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { splitsOf } from '../../../site/src/statistics/figureSplits.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'

const world = new World(goldenSnapshot())
const splits = (id: MetricId) => splitsOf(metricOf(id), 'real', { world, statistics: new Statistics(world) })
const split = (id: MetricId, dimension: string) => splits(id).find((s) => s.dimension === dimension)

test('a figure is split by urgency, by who blew the whistle and by town', () => {
  const rowsOf = (dimension: string) => split('whistles', dimension)?.rows.map((r) => [r.label, r.value])
  expect(rowsOf('urgency')).toEqual([
    ['日常哨', '9'],
    ['攻坚哨', '1'],
    ['应急哨', '1'],
  ])
  expect(rowsOf('kind')).toEqual([
    ['村社吹哨', '10'],
    ['群众吹哨', '2'],
  ])
  expect(rowsOf('town')).toEqual([
    ['t-one', '12'],
    ['t-two', '1'],
  ])
})

test('a split says why its parts do not add up to the whole, and only where they do not', () => {
  expect(split('whistles', 'department')?.note).toContain('加起来比总数多')
  expect(split('whistles', 'urgency')?.note).toBe('没有写紧急程度的不在这张表里，所以加起来比总数少。')
  expect(split('notices', 'department')?.note).toBe('按名称拼音排，不是名次。')
  expect(split('objections', 'department')).toBeUndefined()
})

test('a part with too few rows says no share, prints — and marks no value', () => {
  const few = splitsOf({ ...metricOf('arrival-on-time'), minimum: 10 }, 'real', {
    world,
    statistics: new Statistics(world),
  }).find((s) => s.dimension === 'department')
  expect(few?.rows.map((r) => [r.label, r.rows, r.value, r.mark['data-value'], r.spread])).toEqual([
    ['d-one', '7 ÷ 10', '70.00%', 70, '39.68—89.22'],
    ['d-three', '2 ÷ 2', '—', '', '太少，不算'],
    ['d-two', '1 ÷ 3', '—', '', '太少，不算'],
  ])
})
