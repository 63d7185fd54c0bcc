import { expect, test } from 'vitest'
import { figureOf } from '#domain/figures/figure'
import { metricOf } from '#domain/figures/metrics'
import { byName } from '../../../site/src/byName.ts'
import { wholeOf } from '../../../site/src/numbers/bandTable.ts'
import { bandsOf, standingOf } from '../../../site/src/numbers/departmentBands.ts'

const onTime = (numerator: number, denominator: number) =>
  figureOf(metricOf('arrival-on-time'), { numerator, denominator, values: [] })
const standing = (name: string, numerator: number, denominator: number) =>
  standingOf(`d-${name}`, name, onTime(numerator, denominator))

test('a department is above or below only where its interval lies wholly on one side of the whole', () => {
  const standings = [standing('快', 300, 300), standing('慢', 20, 60), standing('中', 54, 60)]
  const bands = bandsOf(standings, onTime(900, 1000))
  expect(bands.map((b) => [b.id, b.standings.map((s) => s.name)])).toEqual([
    ['above', ['快']],
    ['level', ['中']],
    ['below', ['慢']],
  ])
})

test.each([0, 1] as const)(
  'a department whose interval ends exactly at the whole is not told from it (end %i)',
  (end) => {
    const one = standing('碰', 54, 60)
    const touched = Math.round(100 * (one.interval?.[end] as number))
    const band = (numerator: number) => bandsOf([one], onTime(numerator, 10_000))[0]?.id
    expect(band(touched)).toBe('level')
    expect(band(touched + (end === 0 ? -1 : 1))).toBe(end === 0 ? 'above' : 'below')
  },
)

test('below thirty calls a department is in the band of too few and no share is said of it', () => {
  const [few, enough] = [standing('少', 0, 29), standing('够', 0, 30)]
  expect([few.share, few.interval]).toEqual([null, null])
  expect(enough.share).toBe(0)
  expect(bandsOf([few, enough], onTime(900, 1000)).map((b) => b.id)).toEqual(['below', 'few'])
})

test('within a band departments stand in the order of their names in pinyin, never by their share', () => {
  const names = ['应急', '城管', '财政'].map((name, i) => standing(name, 31 + i, 40))
  expect([...names].sort(byName).map((s) => s.name)).toEqual(['财政', '城管', '应急'])
  expect(bandsOf(names, onTime(80, 100))[0]?.standings.map((s) => s.name)).toEqual(['财政', '城管', '应急'])
})

test('without a single call that can be judged nobody is compared', () => {
  expect(bandsOf([standing('甲', 0, 0)], onTime(0, 0)).map((b) => b.id)).toEqual(['few'])
})

test('below thirty calls no share is said of the whole, and nothing of it stands on the axis', () => {
  const whole = (denominator: number) =>
    wholeOf(onTime(0, denominator), (percent) => percent + 7, { 'data-value': 0 })
  for (const few of [0, 2, 29])
    expect(whole(few)).toMatchObject({ percent: '—', at: null, mark: { 'data-value': '' } })
  expect(whole(29).division).not.toContain('%')
  expect(whole(30)).toMatchObject({ percent: '0.00%', at: 7, mark: { 'data-value': 0 } })
})
