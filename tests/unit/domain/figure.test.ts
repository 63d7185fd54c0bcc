import { expect, test } from 'vitest'
import { percent, quantile, wilson } from '#domain/figures/figure'

test('a percentage is rounded once, from its integers, to two decimals', () => {
  expect(percent(2985, 2998)).toBe(99.57)
  expect(percent(1, 3)).toBe(33.33)
  expect(percent(0, 5)).toBe(0)
})

test('a share that is not whole never reads as all or none', () => {
  expect(percent(99_999, 100_000)).toBe(99.99)
  expect(percent(1, 100_000)).toBe(0.01)
  expect(percent(5, 5)).toBe(100)
  for (let part = 1; part < 30_001; part += 10) {
    const share = percent(part, 30_001) as number
    expect(share > 0 && share < 100, `${part} ÷ 30001 ＝ ${share}`).toBe(true)
  }
})

test('a rate without a denominator is null and never zero', () => {
  expect(percent(0, 0)).toBeNull()
  expect(wilson(0, 0)).toBeNull()
  expect(quantile([], 0.5)).toBeNull()
})

test('the Wilson interval gives the published values', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I: 81/263 and 15/148.
  expect(wilson(81, 263)).toEqual([25.53, 36.62])
  expect(wilson(15, 148)).toEqual([6.24, 16.05])
  expect(wilson(5, 5)?.[1]).toBe(100)
})

test.each([
  [[7], 7, 7, 7],
  [[3, 8], 3, 8, 8],
  [[1, 2, 9], 2, 9, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 9, 10],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10, 11],
])(
  'of %j half are within %i and nine tenths within %i: nearest ranks, all within %i',
  (values, half, nine, all) => {
    expect([quantile(values, 0.5), quantile(values, 0.9), quantile(values, 1)]).toEqual([half, nine, all])
    expect(quantile(values, 0)).toBe(values[0])
  },
)
