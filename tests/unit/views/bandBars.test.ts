import { expect, test } from 'vitest'
import { bandBars } from '../../../site/src/statistics/summary/bandBars.ts'

const side = (value: number | '', unit: string, tone?: 'open') => ({
  label: '数',
  number: String(value),
  unit,
  mark: { 'data-value': value, 'data-unit': unit === '%' ? 'percent' : unit },
  ...(tone ? { tone } : {}),
})

test('a share is drawn of a hundred, and cases of all cases, from zero', () => {
  expect(bandBars([side(50, '%'), side(30, '件', 'open')], 120)).toEqual([
    { label: '数', text: '50%', open: false, width: 50, own: null },
    { label: '数', text: '30件', open: true, width: 25, own: null },
  ])
})

test('a part below a tenth of its whole has a bar of its own that says what is full', () => {
  const [share, cases] = bandBars([side(3.84, '%'), side(108, '件')], 3152)
  expect(share).toMatchObject({ width: 3.8, own: { full: '5%', width: 76.8 } })
  expect(cases).toMatchObject({ width: 3.4, own: { full: '200件', width: 54 } })
  expect(bandBars([side(10, '%'), side(0, '%')], 1).map((bar) => bar.own)).toEqual([null, null])
})

test('what is no part of a whole, or is not said, is not drawn', () => {
  expect(bandBars([side(13, '天'), side('', '%'), side(481, '份')], 3152)).toEqual([])
})
