import { expect, test } from 'vitest'
import type { Split } from '../../../site/src/statistics/figureSplits.ts'
import { splitBars } from '../../../site/src/statistics/splitBars.ts'

const split = (dimension: Split['dimension'], unit: string, values: (number | '')[]) =>
  ({
    dimension,
    rows: values.map((value) => ({ mark: { 'data-value': value, 'data-unit': unit } })),
  }) as unknown as Split

test('bars begin at zero: counts are parts of the longest, shares parts of a hundred', () => {
  expect(splitBars(split('month', '件', [10, 40, 0]))).toEqual([25, 100, 0])
  expect(splitBars(split('town', 'percent', [80, 50]))).toEqual([80, 50])
})

test('a row of which nothing is said has no bar, and other splits are not drawn', () => {
  expect(splitBars(split('month', 'minutes', ['', 30]))).toEqual([null, 100])
  expect(splitBars(split('department', '件', [10, 40]))).toBeNull()
})
