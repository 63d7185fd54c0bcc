import { describe, expect, test } from 'vitest'
import type { Row } from '#domain/snapshot'
import { Statistics } from '#domain/statistics'
import { World } from '#domain/world'
import { type CasesView, caseListKind, casesKind } from '../../../site/src/views/caseLists.ts'
import { type FacetListView, facetListKind } from '../../../site/src/views/facetLists.ts'
import { caseRow, snapshotOf } from '../../support/rows.ts'

const waiting = { status: 'handling', closedBy: undefined, openReason: '还在修' } as const
function openRow(number: number, more: Partial<Row<'cases'>> = {}): Row<'cases'> {
  const row = caseRow(number, { ...waiting, ...more })
  return { ...row, timeline: row.timeline.slice(0, 3) }
}
const sampleRow = (number: number): Row<'cases'> => ({
  ...openRow(number),
  reference: `DEMO-2022-${String(number).padStart(6, '0')}`,
  origin: 'sample',
})
const contextOf = (...rows: Row<'cases'>[]) => {
  const world = new World(snapshotOf(...rows))
  return { world, statistics: new Statistics(world) }
}
const first = (context: ReturnType<typeof contextOf>) => casesKind.view({}, context) as CasesView

describe('the list of cases', () => {
  test('never adds invented cases to real ones', () => {
    const view = first(contextOf(caseRow(1), openRow(2), sampleRow(3)))
    expect(view.totals.map(({ scope, total, open }) => [scope, total, open])).toEqual([
      ['real', 2, 1],
      ['sample', 1, 1],
    ])
    expect(view.open.map((g) => [g.sample, g.count])).toEqual([
      [false, 1],
      [true, 1],
    ])
    expect(view.frame.demo).not.toBeNull()
  })
  test('stands on one page up to a hundred cases and on leaves of a hundred numbers above', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => caseRow(i + 1))
    const few = contextOf(...rows(100))
    expect(first(few).lines).toHaveLength(100)
    expect(caseListKind.paths(few)).toEqual([])
    const many = contextOf(...rows(250))
    expect(first(many).lines).toEqual([])
    expect(caseListKind.paths(many)).toEqual([
      'cases/2022/0000/index.html',
      'cases/2022/0001/index.html',
      'cases/2022/0002/index.html',
    ])
    expect(first(many).leaves.map((l) => l.count)).toEqual([99, 100, 51])
  })
  test('says why it is empty and links to no filter that is not there', () => {
    const view = first(contextOf())
    expect([view.totals, view.facets, view.lines]).toEqual([[], [], []])
  })
  test('puts the longest waiting first and those of unknown whistle last', () => {
    const unknown = openRow(1)
    const later = openRow(3)
    const at = (row: Row<'cases'>, day: string | undefined) => ({
      ...row,
      timeline: [{ kind: 'whistle' as const, ...(day ? { at: day } : {}), body: '甲社区' }],
    })
    const view = first(
      contextOf(at(unknown, undefined), at(later, '2022-06-20'), at(openRow(2), '2022-06-01')),
    )
    expect(view.open[0]?.lines.map((l) => l.reference)).toEqual([
      'WS-2022-000002',
      'WS-2022-000003',
      'WS-2022-000001',
    ])
  })
})

describe('the list of one facet value', () => {
  test('holds exactly the cases that stand under it, and answers 404 without any', () => {
    const context = contextOf(caseRow(1), openRow(2))
    const view = facetListKind.view({ facet: 'state', value: 'closed' }, context) as FacetListView
    expect(view.lines.map((l) => l.reference)).toEqual(['WS-2022-000001'])
    expect(view.total).toBe('1件')
    expect(facetListKind.view({ facet: 'state', value: 'planned' }, context)).toBeNull()
    expect(facetListKind.view({ facet: 'colour', value: 'red' }, context)).toBeNull()
  })
  test('is named when a case leaves it', () => {
    const before = caseRow(1)
    const after = openRow(1)
    const context = contextOf(before)
    const change = { table: 'cases' as const, key: before.reference, before, after }
    context.world.apply(change)
    context.statistics.update([change])
    const paths = facetListKind.affectedBy(change, context, [change])
    expect(paths).toContain('cases/by/state/closed/index.html')
    expect(paths).toContain('cases/by/state/handling/index.html')
  })
})
