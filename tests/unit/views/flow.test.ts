import { expect, test } from 'vitest'
import { metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { type FlowView, flowKind } from '../../../site/src/statistics/flow.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

function flowOf(snapshot: ReturnType<typeof snapshotOf>): FlowView {
  const world = new World(snapshot)
  return flowKind.view({}, { world, statistics: new Statistics(world) }) as FlowView
}
const cells = (row: FlowView['scopes'][number]['rows'][number]) =>
  [row.label, row.whistled, row.reopened, row.closed.text, row.stock.text].join(' ')

test('what is open at the end of a month is what was open before, and what came in, less what was closed', () => {
  const [real] = flowOf(goldenSnapshot()).scopes
  expect(real?.rows.map(cells)).toEqual(['2022年4月 1 0 1 0', '2022年5月 1 1 2 0', '2022年6月 12 2 8 6'])
  expect(cells(real?.total as never)).toBe('合计 14 3 11 6')
  expect(real?.outside).toBe(
    '另有1件不在这张表里：吹哨、结案或重办的月份有一处没有公布，或是报道称已解决的。',
  )
})

test('months without anything stand too, and those before the last thirty-six are one row without marks', () => {
  const old = caseRow(1, {
    status: 'waiting',
    closedBy: undefined,
    timeline: [{ kind: 'whistle', at: '2019-03-01' }],
  })
  const [real] = flowOf(snapshotOf(old, caseRow(2))).scopes
  expect(real?.rows).toHaveLength(37)
  expect(cells(real?.rows[0] as never)).toBe('2019年7月以前 1 0 0 1')
  expect(real?.rows[0]?.stock.mark).toBeNull()
  expect(cells(real?.rows.at(-2) as never)).toBe('2022年5月 0 0 0 1')
  expect(cells(real?.rows.at(-1) as never)).toBe('2022年6月 1 0 1 1')
  expect(real?.rows.at(-1)?.stock.mark).toMatchObject({ 'data-value': 1, 'data-scope': 'real/until:2022-06' })
})

test('whatever month an event lies in, also after the day to which its cases are counted, the total is the figure', () => {
  for (const origin of ['record', 'sample'] as const)
    for (const at of ['2019-03-01', '2022-06-30', '2023-01-15', '2026-11-27']) {
      const reference = origin === 'sample' ? 'DEMO-2022-000001' : 'WS-2022-000001'
      const row = caseRow(1, {
        status: 'waiting',
        closedBy: undefined,
        timeline: [{ kind: 'whistle', at }],
        origin,
        reference,
      })
      const world = new World(snapshotOf(row))
      const statistics = new Statistics(world)
      const { scopes } = flowKind.view({}, { world, statistics }) as FlowView
      const scope = origin === 'sample' ? 'sample' : 'real'
      const { numerator } = statistics.figure(metricOf('open-stock'), scope)
      expect([origin, at, scopes.map(({ total }) => total.stock.mark?.['data-value'])]).toEqual([
        origin,
        at,
        [numerator],
      ])
      expect(numerator).toBe(1)
    }
})
