import { describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import type { Row } from '#domain/records/snapshot'
import { World } from '#domain/world/world'
import { type CaseListView, caseListKind } from '../../../site/src/cases/caseListPages.ts'
import { type CasesView, casesKind } from '../../../site/src/cases/caseLists.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

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
const rows = (count: number) => Array.from({ length: count }, (_, i) => caseRow(i + 1))
const first = (context: ReturnType<typeof contextOf>) => casesKind.view({}, context) as CasesView

describe('the list of cases', () => {
  test('never adds invented cases to real ones', () => {
    const view = first(contextOf(caseRow(1), openRow(2), sampleRow(3)))
    expect(view.totals.map(({ scope, total, open }) => [scope, total, open])).toEqual([
      ['real', 2, 1],
      ['sample', 1, 1],
    ])
    expect([...view.open, ...view.sections].map((g) => [g.words, g.lines.length])).toEqual([
      ['登记和报道：还没解决的', 1],
      ['演示数据：还没解决的', 1],
      ['登记和报道：其余的', 1],
    ])
    expect(view.frame.demo).not.toBeNull()
  })
  test('stands on one page up to a hundred cases, and above leads to the months that hold them', () => {
    const few = first(contextOf(...rows(100)))
    expect([few.sections.map((s) => s.lines.length), few.bars]).toEqual([[100], []])
    const many = first(contextOf(...rows(250)))
    expect(many.sections.map((s) => [s.words, s.lines.length])).toEqual([['最近吹哨的', 20]])
    expect(many.sections[0]?.lines[0]?.reference).toBe('WS-2022-000250')
    expect(many.bars).toEqual([
      {
        words: '2022年',
        count: { real: 250, sample: 0 },
        links: [
          {
            href: 'cases/by/year-month/2022-06/index.html',
            words: '2022年6月',
            count: { real: 250, sample: 0 },
            shares: { real: 100, sample: 0 },
          },
        ],
      },
    ])
  })
  test('shows a case once, and leads to the rest of those that are open', () => {
    const open = Array.from({ length: 30 }, (_, i) => openRow(300 + i))
    const context = contextOf(...rows(250), ...open)
    const view = first(context)
    const shown = [...view.open, ...view.sections].flatMap((s) => s.lines.map((line) => line.reference))
    expect(new Set(shown).size).toBe(shown.length)
    expect(view.open[0]?.lines).toHaveLength(20)
    expect(view.open[0]?.rest).toEqual({ href: 'cases/open/index.html', words: '还没解决的，全部30件' })
    const rest = caseListKind.view({ open: 'open', page: 'index' }, context) as CaseListView
    expect(rest.sections[0]?.lines).toHaveLength(30)
  })
  test('says why it is empty and links to no filter that is not there', () => {
    const view = first(contextOf())
    expect([view.totals, view.facets, view.sections]).toEqual([[], [], []])
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
    const view = caseListKind.view(
      { facet: 'state', value: 'closed', page: 'index' },
      context,
    ) as CaseListView
    expect(view.sections.flatMap((s) => s.lines).map((l) => l.reference)).toEqual(['WS-2022-000001'])
    expect(view.total).toBe('1件')
    expect(caseListKind.view({ facet: 'state', value: 'planned', page: 'index' }, context)).toBeNull()
    expect(caseListKind.view({ facet: 'colour', value: 'red', page: 'index' }, context)).toBeNull()
  })
  test('is named when a case leaves it', () => {
    const before = caseRow(1)
    const after = openRow(1)
    const context = contextOf(before)
    const change = { table: 'cases' as const, key: before.reference, before, after }
    context.world.apply(change)
    context.statistics.update([change])
    const paths = caseListKind.affectedBy(change, context, [change])
    expect(paths).toContain('cases/by/state/closed/index.html')
    expect(paths).toContain('cases/by/state/handling/index.html')
  })
})
