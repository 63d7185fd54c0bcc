import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { putRow, World } from '#domain/world/world'
import { departmentKind } from '../../../site/src/departments/department.ts'
import { departmentRow, snapshotOf } from '../../support/records/rows.ts'

test('the page of a department says its full name, former names and what people call it, each kind it has', () => {
  const snapshot = snapshotOf()
  putRow(
    snapshot,
    'departments',
    departmentRow('shuiwu', { fullName: '高新区水务局', formerNames: ['水利局', '水电局'] }),
  )
  const world = new World(snapshot)
  const namesOf = (slug: string) =>
    departmentKind.view({ slug }, { world, statistics: new Statistics(world) })?.names
  expect(namesOf('shuiwu')).toEqual([
    { label: '全称', text: '高新区水务局' },
    { label: '曾用名', text: '水利局、水电局' },
  ])
  expect(namesOf('d-one')).toEqual([])
})
