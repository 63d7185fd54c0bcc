import { expect, test } from 'vitest'
import { type MetricId, metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { splitsOf } from '../../../site/src/statistics/figureSplits.ts'
import { isYoung, YOUNG_MARK } from '../../../site/src/statistics/youngMonths.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

test.each([
  ['2022-06', '2022-08-28', true],
  ['2022-06', '2022-08-29', false],
  ['2022-12', '2023-02-28', true],
  ['2022-12', '2023-03-01', false],
])(
  'a month is young while fewer than sixty days have passed since its last day (%s on %s)',
  (month, day, young) => {
    expect(isYoung(month, day)).toBe(young)
  },
)

/** Months of a figure as they stand in its split, with the sentence below. */
function monthsOf(id: MetricId) {
  const at = (number: number, day: string) =>
    caseRow(number, { status: 'handling', closedBy: undefined, timeline: [{ kind: 'whistle', at: day }] })
  const world = new World(snapshotOf(at(1, '2022-03-05'), at(2, '2022-04-05'), at(3, '2022-05-05')))
  const split = splitsOf(metricOf(id), 'real', { world, statistics: new Statistics(world) }).find(
    (s) => s.dimension === 'month',
  )
  return { labels: split?.rows.map((row) => row.label), note: split?.note ?? '' }
}

test('a figure that later events change marks its young months and says why; one that they do not marks none', () => {
  const open = monthsOf('open')
  expect(open.labels).toEqual(['2022年3月', '2022年4月', `2022年5月${YOUNG_MARK}`])
  expect(open.note).toContain(`${YOUNG_MARK}月末到截止日不满60天`)
  const whistles = monthsOf('whistles')
  expect(whistles.labels).toEqual(['2022年3月', '2022年4月', '2022年5月'])
  expect(whistles.note).not.toContain(YOUNG_MARK)
})
