import { expect, test } from 'vitest'
import { planImport } from '#domain/imports/planImport'
import { placesBook, placesMapping } from '../../support/imports/placeRows.ts'
import { planOf, registerRow, smallWorld } from '../../support/imports/plannedWorld.ts'

test('a place that is left out is none that other rows could stand below', () => {
  const plan = (rows: number[]) =>
    planImport(
      placesBook([
        { 名称: '新社区', 层级: '社区', 上级: '青桐社区' },
        { 名称: '新小区', 上级: '新社区' },
      ]),
      placesMapping({ publish: false, leftOut: { sha256: '0'.repeat(64), rows } }),
      smallWorld(),
    ).rows.map(({ outcome }) => outcome)
  expect([plan([]), plan([2])]).toEqual([
    ['create', 'create'],
    ['skip', 'ask'],
  ])
})

test('a number in the name of a place that would be made for it is held', () => {
  const newAreas = { level: 'community' as const, parent: 'aixihu' }
  const plan = planOf([registerRow({ 社区: '王村13812345678' })], { newAreas })
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['hold', 'hold'])
})
