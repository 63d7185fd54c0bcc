import { expect, test } from 'vitest'
import { changeOf, World } from '#domain/world/world'
import { staleWords } from '../../../scripts/release/rehearsal/staleWords.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

const world = () => {
  const made = new World(snapshotOf())
  for (const [table, key, after] of [
    ['departments', 'd-one', departmentRow('d-one', { name: '城市建设局', shortName: '城建' })],
    ['areas', 'a-one', areaRow('a-one')],
    ['cases', 'WS-2022-000001', caseRow(1, { area: 'a-one', description: '城市建设局来看过。' })],
    ['cases', 'WS-2022-000002', caseRow(2, { area: 'a-one', description: '还没有人来。' })],
  ] as const)
    made.apply(changeOf(table, key, { after }))
  return made
}

test('a department that gives up its name leaves it in the words of others: they are named with what they say', () => {
  const before = departmentRow('d-one', { name: '城市建设局', shortName: '城建' })
  const after = { ...before, name: '住房和建设局' }
  const change = changeOf('departments', 'd-one', { before, after })
  expect(staleWords([change], world())).toEqual({
    found: [{ table: 'cases', key: 'WS-2022-000001', said: '城市建设局' }],
    more: 0,
  })
})

test('what keeps its name, and a case, which others call by its reference, make nothing stale', () => {
  const department = departmentRow('d-one', { name: '城市建设局', shortName: '城建' })
  const before = caseRow(3, { title: '城市建设局' })
  for (const change of [
    changeOf('departments', 'd-one', {
      before: department,
      after: { ...department, changedOn: '2022-12-01' },
    }),
    changeOf('cases', 'WS-2022-000003', { before, after: { ...before, title: '别的' } }),
  ])
    expect(staleWords([change], world())).toEqual({ found: [], more: 0 })
})
