import { describe, expect, test } from 'vitest'
import { METRICS, metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import type { Row } from '#domain/records/snapshot'
import { SCOPES } from '#domain/scope'
import { type Change, World } from '#domain/world/world'
import { seeded } from '../../support/records/randomEdits.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

const figures = (world: World, statistics: Statistics) =>
  METRICS.flatMap((m) =>
    SCOPES.flatMap((scope) =>
      (
        ['all', 'department:d-one', 'department:d-two', 'area:a-one', 'area:a-two', 'month:2022-06'] as const
      ).map((part) => {
        const f = statistics.figure(m, scope, part)
        return [m.id, scope, part, f.numerator, f.denominator, f.values]
      }),
    ),
  ).concat([[world.snapshot.asOf]] as never)

function sample(number: number, more: Partial<Row<'cases'>> = {}): Row<'cases'> {
  return caseRow(number, {
    origin: 'sample',
    reference: `DEMO-2022-${String(number).padStart(6, '0')}`,
    ...more,
  })
}

describe('figures', () => {
  test('real rows and invented rows are never counted together', () => {
    const statistics = new Statistics(new World(snapshotOf(caseRow(1), sample(1), sample(2))))
    expect(statistics.figure(metricOf('whistles'), 'real').value).toBe(1)
    expect(statistics.figure(metricOf('whistles'), 'sample').value).toBe(2)
  })

  test('a report’s word resolves a case but does not close it', () => {
    const press = caseRow(1, {
      status: 'reported-resolved',
      closedBy: undefined,
      origin: 'press',
      sources: ['s'],
      timeline: [{ kind: 'whistle' }],
    })
    const statistics = new Statistics(new World(snapshotOf(press, caseRow(2))))
    expect(statistics.figure(metricOf('resolution-rate'), 'real').value).toBe(100)
    expect(statistics.figure(metricOf('closure-rate'), 'real').value).toBe(50)
  })

  test('a late arrival counts against its own department only', () => {
    const c = caseRow(1, {
      departments: ['d-two'],
      timeline: [
        { kind: 'whistle', at: '2022-06-01T09:00+08:00' },
        { kind: 'dispatch', at: '2022-06-01T09:30+08:00', department: 'd-one' },
        { kind: 'dispatch', at: '2022-06-01T09:30+08:00', department: 'd-two' },
        { kind: 'arrival', at: '2022-06-01T12:00+08:00', department: 'd-one' },
        { kind: 'arrival', at: '2022-06-03T12:00+08:00', department: 'd-two' },
        { kind: 'closure', at: '2022-06-09' },
      ],
    })
    const statistics = new Statistics(new World(snapshotOf(c)))
    const onTime = (part: 'all' | `department:${string}`) =>
      statistics.figure(metricOf('arrival-on-time'), 'real', part).value
    expect([onTime('all'), onTime('department:d-one'), onTime('department:d-two')]).toEqual([50, 100, 0])
  })

  test('every metric names a counterweight that exists', () => {
    for (const m of METRICS) expect(metricOf(m.counter).id, m.id).toBe(m.counter)
  })
})

test.each([1, 2, 3, 4])(
  'after random edits (seed %i) figures kept in step equal figures counted anew',
  (seed) => {
    const random = seeded(seed)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const snapshot = snapshotOf(caseRow(1), sample(2))
    const world = new World(snapshot)
    const statistics = new Statistics(world)
    const edit = (change: Change) => {
      world.apply(change)
      statistics.update([change])
    }
    edit({ table: 'departments', key: 'd-two', after: departmentRow('d-two') })
    edit({ table: 'areas', key: 'a-two', after: areaRow('a-two') })
    for (let i = 0; i < 120; i++) {
      const number = 1 + Math.floor(random() * 12)
      const make = random() < 0.5 ? caseRow : sample
      const c = make(number, { lead: pick(['d-one', 'd-two']), area: pick(['a-one', 'a-two']) })
      const before = world.get('cases', c.reference)
      const after = random() < 0.25 ? undefined : c
      edit({ table: 'cases', key: c.reference, ...(before ? { before } : {}), ...(after ? { after } : {}) })
      if (random() < 0.1) {
        const moved = areaRow('a-one', random() < 0.5 ? { parent: 'a-two' } : {})
        edit({ table: 'areas', key: 'a-one', after: moved })
      }
      if (random() < 0.1) {
        const into = random() < 0.5 ? { replacedBy: 'd-one', replacedOn: '2022-06-20' } : {}
        edit({ table: 'departments', key: 'd-two', after: departmentRow('d-two', into) })
      }
      if (random() < 0.1) {
        const into = random() < 0.5 ? { replacedBy: 'a-one', replacedOn: '2022-06-20' } : {}
        const below = world.get('areas', 'a-one')?.parent === 'a-two'
        if (!below) edit({ table: 'areas', key: 'a-two', after: areaRow('a-two', into) })
      }
      if (random() < 0.1) {
        snapshot.asOf = `2022-07-${String(1 + (i % 28)).padStart(2, '0')}`
        statistics.update([])
      }
    }
    const anew = new World(structuredClone(snapshot))
    expect(figures(world, statistics)).toEqual(figures(anew, new Statistics(anew)))
  },
)
