import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { putRow, World } from '#domain/world/world'
import { distribution } from '../../../site/src/drawing/distribution.ts'
import { type DutyCategoryView, dutyCategoryKind } from '../../../site/src/duties/dutyCategory.ts'
import { scopedWords } from '../../../site/src/lists/scopedCount.ts'
import { caseRow, dutyRow, snapshotOf } from '../../support/records/rows.ts'

test('a time of exactly the last mark of the axis is told as no less than it, never as more', () => {
  const drawn = distribution({ unit: '天', values: [...Array<number>(99).fill(10), 11, 12], of: '件' })
  expect(drawn?.caption).toContain('另有1件不少于12天')
  expect(drawn?.caption).not.toContain('超过')
  expect(drawn?.rows.at(-1)).toEqual({ bin: '12以上', count: 1 })
  expect(drawn?.rows.at(-2)).toEqual({ bin: '11到不满12', count: 1 })
})

test('a count of none is printed as 0, and real and invented ones as two numbers', () => {
  const snapshot = snapshotOf(caseRow(1, { duties: ['1-1'] }))
  putRow(snapshot, 'duties', dutyRow('1-1'))
  putRow(snapshot, 'duties', dutyRow('1-2'))
  const world = new World(snapshot)
  const view = dutyCategoryKind.view({ number: '1' }, { world, statistics: new Statistics(world) })
  expect((view as DutyCategoryView).rows.map((row) => row.cases)).toEqual(['1件', '0件'])
  expect(scopedWords({ real: 0, sample: 0 }, '件')).toBe('0件')
  expect(scopedWords({ real: 3, sample: 1031 }, '件')).toBe('3件，演示1031件')
  expect(scopedWords({ real: 0, sample: 1031 }, '件')).toBe('演示1031件')
})
