import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { METRICS, type Metric } from '#domain/figures/metrics'
import { type Part, Statistics } from '#domain/figures/statistics'
import type { Snapshot } from '#domain/records/snapshot'
import { putRow, World } from '#domain/world/world'
import { FigureChecks } from '../../../scripts/release/make/figureChecks.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { claimsOn, type FigureClaim } from '../../../scripts/release/workers/figureClaims.ts'
import { type FigureMark, markedNumber } from '../../../site/src/numbers/figureMark.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'
import { randomCases } from '../../support/records/randomTimelines.ts'
import { areaRow, departmentRow, dutyRow } from '../../support/records/rows.ts'
import { writeParts } from '../../support/records/writeParts.ts'
import { removeFolder } from '../../support/removeFolder.ts'

const folder = mkdtempSync(join(tmpdir(), 'figures-'))
afterAll(() => removeFolder(folder))
const store = openStore(folder)

/** A world of the golden places with two hundred generated cases, its statistics and its written tables. */
function written(seed: number, edit: (snapshot: Snapshot) => void = () => {}) {
  const snapshot = goldenSnapshot()
  snapshot.asOf = '2022-08-01'
  const cases = randomCases(seed, 200)
  for (const c of cases) putRow(snapshot, 'cases', c)
  for (const code of cases.flatMap((c) => c.duties)) putRow(snapshot, 'duties', dutyRow(code))
  edit(snapshot)
  const world = new World(snapshot)
  const statistics = new Statistics(world)
  return { world, statistics, parts: writeParts(store, world, statistics, null, null) }
}
const { world, statistics, parts } = written(3)
const checks = () => new FigureChecks(store, statistics)

const element = (mark: FigureMark) =>
  `<span ${Object.entries(mark)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}>…</span>`

/** A page that prints every metric over some parts, as the views mark it. */
function pageOf(of: Statistics, isSaid = true): string {
  return METRICS.flatMap((metric) => {
    const parts: Part[] = [
      'all',
      ...metric.dimensions.flatMap((d) => of.keysOf('real', d).map((k): Part => `${d}:${k}`)),
    ]
    return parts.flatMap((part) =>
      [false, true].map((isSlowest) =>
        element(
          markedNumber(of.figure(metric, 'real', part), 'real', world, part, { isSaid, isSlowest }).mark,
        ),
      ),
    )
  }).join('')
}
const claims = claimsOn(pageOf(statistics))
const metricOf = (claim: FigureClaim) => METRICS.find((m) => m.id === claim.metric) as Metric
const faults = (own: readonly FigureClaim[], isFull = true) =>
  checks().faults(parts, new Map([['figures/x.html', own]]), isFull)

test('a page tells what its marks say', () => {
  const mark = {
    'data-figure': 'open',
    'data-kind': 'computed',
    'data-scope': 'sample/area:x',
    'data-stat': 'count',
  }
  const [open] = claimsOn(element({ ...mark, 'data-value': '12' }))
  expect(open).toMatchObject({ metric: 'open', scope: 'sample', part: 'area:x', value: 12, numerator: null })
  expect(claimsOn(element({ ...mark, 'data-kind': 'reported' }))).toEqual([])
  expect(claimsOn('<p data-rows="x">data-figure="open"</p>')).toEqual([])
})

test('every figure of every part agrees with the written tables, said or not', () => {
  expect(claims.length).toBeGreaterThan(500)
  expect(new Set(claims.map((c) => c.metric)).size).toBe(METRICS.length)
  expect(faults(claims)).toEqual([])
  expect(faults(claimsOn(pageOf(statistics, false)))).toEqual([])
})

const WRONG: [string, (c: FigureClaim) => Partial<FigureClaim> | null][] = [
  ['count', (c) => (c.stat === 'count' && c.value !== null ? { value: c.value + 1 } : null)],
  ['numerator', (c) => (c.numerator === null ? null : { numerator: c.numerator + 1 })],
  ['denominator', (c) => (c.denominator === null ? null : { denominator: c.denominator + 1 })],
  [
    'percent',
    (c) => (c.stat === 'share' && c.value !== null ? { value: c.value === 0 ? 1 : c.value - 0.5 } : null),
  ],
  ['time', (c) => (['median', 'p90'].includes(c.stat) && c.value !== null ? { value: c.value + 0.5 } : null)],
  ['part', (c) => (c.stat === 'count' && c.value && c.part !== 'all' ? { part: 'department:nobody' } : null)],
]
test.each(WRONG)('a page that prints another %s is named, with the metric', (_what, change) => {
  const wrong = claims.flatMap((claim, i): [string, FigureClaim[]][] => {
    const other = change(claim)
    return other ? [[`figures/${i}.html`, [{ ...claim, ...other }]]] : []
  })
  expect(wrong.length).toBeGreaterThan(10)
  const said = checks().faults(parts, new Map(wrong), true)
  const [told, meant] = [said.map((sentence) => sentence.split(' ')[0]), wrong.map(([path]) => path)]
  expect(told.sort()).toEqual(meant.sort())
  for (const [path, [claim]] of wrong)
    expect(said.find((sentence) => sentence.startsWith(`${path} `))).toContain(
      `“${metricOf(claim as FigureClaim).label}”`,
    )
})

test('a median that stands where the slowest tenth is printed is found', () => {
  const mixed = claims
    .filter((c) => c.stat === 'p90')
    .map((c) => {
      const median = claims.find((m) => m.stat === 'median' && m.metric === c.metric && m.part === c.part)
      return { ...c, value: median?.value ?? null }
    })
  expect(faults(mixed).length).toBeGreaterThan(0)
})

/** What the page of the two sides of a first notice claims, for each department that has had one, and for all of them. */
function aroundClaims(
  of: Pick<ReturnType<typeof written>, 'world' | 'statistics'> = { world, statistics },
): FigureClaim[] {
  const told = of.world.keys('departments').flatMap((key) => {
    const sides = of.statistics.aroundNotice('real', key)
    return sides ? [{ key: `department:${key}/`, of: sides }] : []
  })
  const sum = (side: 'before' | 'after', what: 'numerator' | 'denominator') =>
    told.reduce((all, { of }) => all + of[side][what], 0)
  const all = {
    before: { numerator: sum('before', 'numerator'), denominator: sum('before', 'denominator') },
    after: { numerator: sum('after', 'numerator'), denominator: sum('after', 'denominator') },
  }
  return [...told, { key: '', of: all }].flatMap(({ key, of }) =>
    (['before', 'after'] as const).flatMap((side) =>
      claimsOn(
        element({
          'data-figure': 'arrival-around-notice',
          'data-kind': 'computed',
          'data-scope': `real/${key}notice:${side}`,
          'data-stat': 'share',
          'data-value': '',
          'data-numerator': of[side].numerator,
          'data-denominator': of[side].denominator,
        }),
      ),
    ),
  )
}

test('both sides of a first notice agree with the written tables, also after a change, and a wrong one is named', () => {
  const own = aroundClaims()
  expect(own.length).toBeGreaterThan(4)
  expect(own.some((c) => c.part.endsWith('before') && (c.denominator ?? 0) > 0)).toBe(true)
  expect(faults(own, false)).toEqual([])
  for (const claim of own) {
    const wrong = [{ ...claim, numerator: (claim.numerator ?? 0) + 1 }]
    expect(faults(wrong, false)).toEqual([
      expect.stringContaining(`“督办前后的按时到场”（登记和报道，${claim.part}）`),
    ])
  }
  const kept = checks()
  expect(kept.faults(written(5).parts, new Map([['x.html', own]]), false)).not.toEqual([])
  expect(kept.faults(parts, new Map([['x.html', own]]), false)).toEqual([])
})

test('what was merged is counted with what stands for it, by a check that has seen the tables before', () => {
  const on = { replacedOn: '2022-06-20' }
  const merged = written(3, (snapshot) => {
    putRow(snapshot, 'departments', departmentRow('d-three', { replacedBy: 'd-two', ...on }))
    putRow(
      snapshot,
      'areas',
      areaRow('t-two', { level: 'office', parent: 'z-one', replacedBy: 't-one', ...on }),
    )
  })
  const kept = new FigureChecks(store, merged.statistics)
  const counted = claimsOn(pageOf(merged.statistics))
  const own = [...counted, ...aroundClaims(merged)]
  const ofAll = (of: readonly FigureClaim[]) => of.filter((claim) => claim.part === 'all')
  expect(ofAll(counted)).toEqual(ofAll(claims))
  expect(kept.faults(parts, new Map([['x.html', own]]), true), 'before the merger').not.toEqual([])
  expect(kept.faults(merged.parts, new Map([['x.html', own]]), true)).toEqual([])
})

/** Does the comparison of what is live to its end. Returns the sentences. */
function idly(figures: FigureChecks): string[] | null {
  for (;;) {
    const { isLeft, found } = figures.piece()
    if (!isLeft) return found
  }
}

test('times are compared before a full release, and of other releases when nothing else is done', () => {
  const late = claims.find((c) => c.stat === 'p90' && c.value !== null) as FigureClaim
  const wrong = [{ ...late, value: (late.value as number) + 1 }]
  expect(faults(wrong, false)).toEqual([])
  const figures = checks()
  figures.released(parts, new Map([['figures/x.html', wrong]]))
  expect(idly(figures)).toEqual([expect.stringContaining('最慢的十分之一')])
  expect(idly(figures)).toBeNull()
})

test('figures that went astray in memory are found when nothing else is done, also after a start', () => {
  const figures = new FigureChecks(store, written(4).statistics)
  figures.warm(parts)
  expect(idly(figures)?.length).toBeGreaterThan(0)
  const right = checks()
  right.warm(parts)
  expect(idly(right)).toEqual([])
})
