import { expect, test } from 'vitest'
import { distribution } from '../../../site/src/drawing/distribution.ts'
import { monthBars } from '../../../site/src/drawing/monthBars.ts'
import { spreadStrip } from '../../../site/src/drawing/spreadStrip.ts'
import type { Stroke } from '../../../site/src/drawing/strokes.ts'

const hours = (many: number) => Array.from({ length: many }, (_, i) => (i + 1) * 60)
const kinds = (strokes: readonly Stroke[], kind: Stroke['kind']) => strokes.filter((s) => s.kind === kind)
const text = (strokes: readonly Stroke[]) => strokes.flatMap((s) => (s.kind === 'words' ? [s.words] : []))

test('few values are a dot each, many are bars', () => {
  const few = distribution({ unit: '小时', values: hours(40), of: '次' })
  const many = distribution({ unit: '小时', values: hours(61), of: '次' })
  expect(kinds(few?.drawing.strokes ?? [], 'dot')).toHaveLength(40)
  expect(kinds(many?.drawing.strokes ?? [], 'dot')).toHaveLength(0)
  expect(kinds(many?.drawing.strokes ?? [], 'bar').length).toBeGreaterThan(0)
})

test('median and slowest tenth are labelled in words, and only the slowest tenth is hollow', () => {
  const drawn = distribution({ unit: '小时', values: hours(100), of: '次' })
  expect(text(drawn?.drawing.strokes ?? [])).toEqual(
    expect.arrayContaining(['一半在2天2小时内', '最慢的十分之一 →']),
  )
  const hollow = kinds(drawn?.drawing.strokes ?? [], 'bar').filter((b) => 'cls' in b && b.cls === 'hollow')
  expect(hollow.length).toBeGreaterThan(0)
  expect(hollow.length).toBeLessThan(6)
})

test('the table under a distribution holds every value, also those past the end of the axis', () => {
  const values = [...hours(100), 9000 * 60, 9001 * 60]
  const drawn = distribution({ unit: '小时', values, of: '次' })
  expect(drawn?.rows.reduce((sum, r) => sum + r.count, 0)).toBe(values.length)
  expect(drawn?.caption).toContain('没有画')
})

test('nothing is drawn of no values', () => {
  expect(distribution({ unit: '天', values: [], of: '件' })).toBeNull()
  expect(spreadStrip([], '小时', 60)).toBeNull()
})

test('the open part of a month is hollow and as high as its share', () => {
  const { strokes } = monthBars([{ month: '2022-06', whistles: 40, open: 10 }])
  const [solid, open] = kinds(strokes, 'bar') as { cls: string; height: string }[]
  expect(open?.cls).toBe('open-bar')
  expect(Number.parseFloat(solid?.height ?? '')).toBeCloseTo(3 * Number.parseFloat(open?.height ?? ''), 1)
})
