import { expect, test } from 'vitest'
import { figureOf } from '#domain/figures/figure'
import { METRIC_IDS, metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import type { Context } from '../../../site/src/context.ts'
import { figureAnchor, markedNumber } from '../../../site/src/numbers/figureMark.ts'
import { manyComparisons } from '../../../site/src/numbers/method.ts'
import { figureKind } from '../../../site/src/statistics/figure.ts'
import { scopeBands } from '../../../site/src/statistics/figureBands.ts'
import { splitsOf } from '../../../site/src/statistics/figureSplits.ts'
import { monthTable } from '../../../site/src/statistics/monthTable.ts'
import { figurePath } from '../../../site/src/urls.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

function contextOf(count: number): Context {
  const asked = { asked: 10, satisfied: 8 }
  const cases = Array.from({ length: count }, (_, i) => caseRow(i + 1, { satisfaction: asked }, i + 1))
  const world = new World(snapshotOf(...cases))
  return { world, statistics: new Statistics(world) }
}

test('the proof line under two figures names the day, both definitions and the rows', () => {
  const bands = scopeBands(contextOf(40))[0]?.bands.filter((b) => b.id !== 'closing-time') ?? []
  expect(bands.map((b) => b.id)).toEqual(expect.arrayContaining(['solved', 'closed', 'asked', 'pressed']))
  for (const band of bands) {
    const links = band.proof.flatMap((p) => p.href ?? [])
    expect(
      band.proof.map((p) => p.text),
      band.id,
    ).toContain('截至2022年6月30日')
    expect(new Set(links.filter((l) => l.startsWith('figures/'))).size, band.id).toBe(2)
    expect(links.filter((l) => /^(data|cases)\//.test(l)).length, band.id).toBeGreaterThan(0)
  }
})

test('a figure that cannot be said is listed with the reason and its definition, never shown as zero', () => {
  const [scope] = scopeBands(contextOf(3))
  expect(scope?.bands.map((b) => b.id)).toEqual(['solved'])
  for (const id of METRIC_IDS.filter((m) => metricOf(m).shape !== 'count')) {
    const entry = scope?.cannot.find((c) => c.href === figurePath(id))
    expect(entry?.why, id).toMatch(/太少，不算|0[件次]/)
  }
})

test('a split of which nothing can be said is left out; a split of counts stands', () => {
  const dimensions = (id: 'closure-rate' | 'whistles') =>
    splitsOf(metricOf(id), 'real', contextOf(3)).map((s) => s.dimension)
  expect(dimensions('closure-rate')).toEqual([])
  expect(dimensions('whistles')).toContain('department')
})

test('the sum under the months is the sum of the rows above it', () => {
  const months = monthTable('real', contextOf(40))
  const sum = months?.rows.reduce((all, r) => all + Number(r.whistles.text), 0)
  expect(String(sum)).toBe(months?.total.whistles.text)
  expect(months?.proof[0]?.text).toBe('40 ＝ 40')
})

test('how an interval, a middle and many comparisons are worked out stands on the page that prints them', () => {
  const context = contextOf(40)
  const page = (id: string) => {
    const view = figureKind.view({ id }, context)
    return { facts: view?.facts.map((f) => f.text).join() ?? '', view }
  }
  expect(page('closure-rate').facts).toContain('z＝1.96')
  expect(page('arrival-time').facts).toContain('最近秩')
  expect(page('whistles').facts).not.toMatch(/z＝1.96|最近秩/)
  expect(page('households-satisfied').facts).not.toContain('z＝1.96')
  expect(manyComparisons(29)).toContain('一次比了29个')
})

test('a figure, each of its splits and each of their rows has an anchor of its own', () => {
  const scopes = figureKind.view({ id: 'closure-rate' }, contextOf(40))?.scopes ?? []
  const ids = scopes.flatMap((s) => [s.id, ...s.splits.flatMap((x) => [x.id, ...x.rows.map((r) => r.id)])])
  expect(ids).toEqual(
    expect.arrayContaining(['real', 'real-month', 'real-month-2022-06', 'real-department-d-one']),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('a median and the slowest tenth of one time have addresses of their own, and so have real and invented figures', () => {
  const { world } = contextOf(1)
  const figure = figureOf(metricOf('arrival-time'), { numerator: 3, denominator: 3, values: [60, 120, 600] })
  const marks = (['real', 'sample'] as const).flatMap((scope) =>
    [false, true].map((isSlowest) => markedNumber(figure, scope, world, 'all', { isSlowest }).mark),
  )
  expect(new Set(marks.map(figureAnchor)).size).toBe(4)
})
