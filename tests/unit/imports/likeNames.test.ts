import { expect, test } from 'vitest'
import type { ImportPlan } from '#domain/imports/importPlan'
import { planOf, registerRow, smallWorld } from '../../support/imports/plannedWorld.ts'

const row = (plan: ImportPlan) => {
  const found = plan.rows.find((each) => each.row !== null)
  if (!found) throw new Error('no such row')
  return found
}

test('a name that was taken for one that is alike is told in its row, asked once, and keeps no row from being brought in', () => {
  const cells = { 社区: '青桐村' }
  const plan = planOf([
    registerRow(cells),
    registerRow({ ...cells, 编号: 'A2' }),
    registerRow({ 编号: 'A3' }),
  ])
  expect(plan.rows.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([
    ['create', [expect.objectContaining({ kind: 'like-name', address: 'D2' })]],
    ['create', [expect.objectContaining({ kind: 'like-name', address: 'D3' })]],
    ['create', []],
  ])
  expect(row(plan).reasons[0]?.text).toContain('“青桐村”按相近的名字算作“青桐社区”')
  expect(plan.questions).toEqual([
    {
      kind: 'like-name',
      field: 'area',
      value: '青桐村',
      offered: [{ value: 'qingtong', label: '青桐社区' }],
      rows: 2,
      first: 'D2',
    },
  ])
  const chosen = planOf([registerRow(cells)], { names: { 青桐村: 'dongyuan' } })
  expect([row(chosen).record?.area, row(chosen).reasons, chosen.questions]).toEqual(['dongyuan', [], []])
  const unknown = row(planOf([registerRow({ 社区: '青桐花园' })])).reasons[0]?.text
  expect(unknown).toContain('没有叫“青桐花园”的地方，相近的有青桐社区')
})

test('a name that one that stands shares with merged ones is that of the one that stands', () => {
  const areas = [
    { key: 'old', names: ['新苑社区'], isMerged: true },
    { key: 'standing', names: ['新苑社区', '旧苑社区'] },
    { key: 'older', names: ['旧苑社区'], isMerged: true },
    { key: 'gone', names: ['西苑社区'], isMerged: true },
  ]
  const named = { ...smallWorld().named, areas }
  const there = { state: () => 'public' as const }
  const areaOf = (name: string) =>
    row(planOf([registerRow({ 社区: name })], {}, { named, ...there })).record?.area
  expect(['新苑社区', '旧苑社区', '新苑村', '旧苑社区居委会', '西苑社区'].map(areaOf)).toEqual([
    'standing',
    'standing',
    'standing',
    'standing',
    'gone',
  ])
})
