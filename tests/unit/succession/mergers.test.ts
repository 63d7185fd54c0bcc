import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import type { Snapshot } from '#domain/records/snapshot'
import { searchDocumentOf } from '#domain/search/documentOf'
import { putRow, World } from '#domain/world/world'
import { areaKind } from '../../../site/src/areas/area.ts'
import { caseKind } from '../../../site/src/case/case.ts'
import { caseListKind } from '../../../site/src/cases/caseListPages.ts'
import { departmentKind } from '../../../site/src/departments/department.ts'
import { departmentsKind } from '../../../site/src/departments/departments.ts'
import { dutyKind } from '../../../site/src/duties/duty.ts'
import { areaRow, caseRow, departmentRow, dutyRow, snapshotOf } from '../../support/records/rows.ts'

const on = { replacedOn: '2022-06-20' }

/** A department and a community with a case each, merged into another of each. */
function merged(): Snapshot {
  const snapshot = snapshotOf(caseRow(1), caseRow(2, { area: 'x-one', lead: 'd-two' }))
  putRow(snapshot, 'departments', departmentRow('d-one', { name: '环卫所', replacedBy: 'd-two', ...on }))
  putRow(snapshot, 'departments', departmentRow('d-two', { name: '城管局' }))
  putRow(snapshot, 'areas', areaRow('t-one', { name: '白露镇', level: 'town' }))
  putRow(snapshot, 'areas', areaRow('a-one', { name: '旧社区', parent: 't-one', replacedBy: 'a-two', ...on }))
  putRow(snapshot, 'areas', areaRow('a-two', { name: '新社区', parent: 't-one' }))
  putRow(snapshot, 'areas', areaRow('x-one', { name: '小区', level: 'compound', parent: 'a-one' }))
  putRow(snapshot, 'duties', dutyRow('1-1', { lead: 'd-one', responsible: ['d-two'] }))
  return snapshot
}

const contextOf = (snapshot: Snapshot) => {
  const world = new World(snapshot)
  return { world, statistics: new Statistics(world) }
}

test('the page of what was merged stays and points on; its cases, duties and figures stand with what it was merged into', () => {
  const context = contextOf(merged())
  const old = departmentKind.view({ slug: 'd-one' }, context)
  expect(old?.merger.into).toEqual({ name: '城管局', href: 'departments/d-two.html', on: '2022年6月20日' })
  expect([old?.scopes, old?.cases]).toEqual([[], null])
  const now = departmentKind.view({ slug: 'd-two' }, context)
  expect(now?.merger.from.map((m) => m.name)).toEqual(['环卫所'])
  expect(now?.scopes[0]?.calls).toEqual({ all: 2, led: 2 })
  expect(now?.scopes[0]?.duties.led.length).toBe(1)
  const duty = dutyKind.view({ code: '1-1' }, context)
  expect([duty?.lead.name, duty?.responsible]).toEqual(['城管局', []])
  const list = departmentsKind.view({}, context)
  expect(list?.scopes[0]?.rows.map((row) => [row.name, row.whistles.number])).toEqual([['城管局', '2']])
  expect(list?.quiet).toEqual([])
})

test('the page of a merged place points on, and what lay below it lies below its successor', () => {
  const context = contextOf(merged())
  const old = areaKind.view({ slug: 'a-one' }, context)
  expect(old?.merger.into?.name).toBe('新社区')
  expect([old?.figures, old?.below, old?.open, old?.settled]).toEqual([[], [], [], []])
  expect(old?.above.map((a) => a.name)).toEqual(['地方', '白露镇'])
  const now = areaKind.view({ slug: 'a-two' }, context)
  expect(now?.below.map((row) => [row.name, row.cases])).toEqual([['小区', '1件']])
  expect(now?.settled.map((line) => line.reference)).toEqual(['WS-2022-000002', 'WS-2022-000001'])
  expect(areaKind.view({ slug: 't-one' }, context)?.below.map((row) => [row.name, row.cases])).toEqual([
    ['新社区', '2件'],
  ])
})

test('search tells where a case was under the names of then, and finds it under those of today as well', () => {
  const { world } = contextOf(merged())
  const { line, texts } = searchDocumentOf('cases', world.need('cases', 'WS-2022-000001'), world)
  expect(line.split(' · ')[1]).toBe('白露镇旧社区')
  expect(texts).toEqual(expect.arrayContaining(['旧社区', '新社区', '白露镇']))
})

test('a case page shows the names of then, and whom to ask now', () => {
  const snapshot = merged()
  const open = caseRow(3, { status: 'handling' })
  delete open.closedBy
  open.timeline = open.timeline.slice(0, 3)
  putRow(snapshot, 'cases', open)
  const later = caseRow(4, { area: 'x-one' })
  later.timeline = [{ kind: 'whistle', at: '2022-06-21' }]
  putRow(snapshot, 'cases', { ...later, status: 'reported-resolved', origin: 'press', closedBy: undefined })
  const context = contextOf(snapshot)
  const factsOf = (number: number) =>
    caseKind.view({ year: '2022', block: '0000', reference: `WS-2022-00000${number}` }, context)
  const words = (number: number, label: string) =>
    factsOf(number)
      ?.facts.find((fact) => fact.label === label)
      ?.parts.map((part) => part.text)
  expect(words(1, '牵头部门')).toEqual(['环卫所'])
  expect(words(1, '地方')).toEqual(['白露镇', '旧社区'])
  expect(words(2, '地方'), 'whistled before the merger').toEqual(['白露镇', '旧社区', '小区'])
  expect(words(4, '地方'), 'whistled after the merger').toEqual(['白露镇', '新社区', '小区'])
  expect(factsOf(3)?.next?.ask[0]?.text).toBe('城管局')
})

test('lists that bear the name of what was merged are gone, their rows stand in those of its successor', () => {
  const context = contextOf(merged())
  const paths = caseListKind.paths(context)
  for (const [gone, stands] of [
    ['department/d-one', 'department/d-two'],
    ['area/a-one', 'area/a-two'],
  ]) {
    const of = (name: string) =>
      caseListKind.view({ ...caseListKind.pattern.exec(`cases/by/${name}/index.html`)?.groups }, context)
    expect(paths).not.toContain(`cases/by/${gone}/index.html`)
    expect(of(gone as string)).toBeNull()
    expect(of(stands as string)?.total).toBe('2件')
  }
})

test('a renamed office and a renamed place say what they were called, and until when', () => {
  const snapshot = snapshotOf()
  const earlierNames = [{ name: '环卫所', until: '2022-06-20' }]
  putRow(snapshot, 'departments', departmentRow('d-one', { formerNames: ['清洁队', '环卫所'], earlierNames }))
  putRow(snapshot, 'areas', areaRow('a-one', { earlierNames }))
  const context = contextOf(snapshot)
  expect(departmentKind.view({ slug: 'd-one' }, context)?.names).toEqual([
    { label: '曾用名', text: '清洁队、环卫所（到2022年6月20日）' },
  ])
  expect(areaKind.view({ slug: 'a-one' }, context)?.formerNames).toEqual(['环卫所（到2022年6月20日）'])
})
