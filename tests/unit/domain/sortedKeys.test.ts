import { expect, test } from 'vitest'
import { RunningTally } from '#domain/figures/tally'
import { CaseList } from '#domain/world/caseList'
import { SortedKeys } from '#domain/world/sortedKeys'
import { idOfKey } from '#domain/world/timedKeys'
import { seeded } from '../../support/records/randomEdits.ts'
import { caseRow } from '../../support/records/rows.ts'

test('keys that come and go in any order stand as a sorted set would', () => {
  const random = seeded(3)
  const keys = new SortedKeys()
  const set = new Set<string>()
  for (let i = 0; i < 2000; i++) {
    const key = String(Math.floor(random() * 300))
    if (random() < 0.6) {
      keys.add(key)
      set.add(key)
    } else {
      keys.delete(key)
      set.delete(key)
    }
  }
  const sorted = [...set].sort()
  expect(keys.all()).toEqual(sorted)
  const middle = sorted[100] as string
  expect(keys.before(middle, 3)).toEqual(sorted.slice(97, 100).reverse())
  expect(keys.after(middle, 3)).toEqual(sorted.slice(101, 104))
  expect(keys.last(2)).toEqual(sorted.slice(-2))
})

test('a tally that rows were taken out of is the tally of the rows that are left', () => {
  const random = seeded(5)
  const row = () => ({
    numerator: Math.floor(random() * 3),
    denominator: 1,
    value: Math.floor(random() * 50),
  })
  const rows = Array.from({ length: 200 }, row)
  const tally = new RunningTally()
  for (const r of rows) tally.count(r, 1)
  for (const r of rows.slice(0, 150)) tally.count(r, -1)
  for (const r of rows.slice(0, 20)) tally.count(r, 1)
  const left = [...rows.slice(150), ...rows.slice(0, 20)]
  expect(tally.values).toEqual(left.map((r) => r.value).sort((a, b) => a - b))
  expect(tally.numerator).toBe(left.reduce((sum, r) => sum + r.numerator, 0))
  expect(tally.denominator).toBe(left.length)
})

test('a list knows who waits longest, and forgets what left', () => {
  const open = { ...caseRow(150), status: 'handling' as const }
  const list = new CaseList()
  for (const c of [caseRow(2), open, caseRow(1)]) list.add(c, 'real')
  expect([list.timed.months(), list.timed.inMonth('2022-06').map(idOfKey)]).toEqual([
    ['2022-06'],
    ['WS-2022-000001', 'WS-2022-000002', 'WS-2022-000150'],
  ])
  expect([list.open('real'), list.openCount('real'), list.total('real')]).toEqual([['WS-2022-000150'], 1, 3])
  expect(list.lastSettled(1, 'real')).toEqual(['WS-2022-000002'])
  list.delete(open, 'real')
  expect([list.open('real'), list.total('real'), list.timed.size]).toEqual([[], 2, 2])
})
