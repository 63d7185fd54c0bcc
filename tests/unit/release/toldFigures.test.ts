import { expect, test } from 'vitest'
import { figureDifferences, figuresNow } from '#domain/figures/figureDifference'
import { Statistics } from '#domain/figures/statistics'
import { reportInWords } from '../../../scripts/release/rehearsal/reportInWords.ts'
import { figureLine } from '../../../site/src/numbers/figureMark.ts'
import { shippedWorld } from '../../support/product/shippedSite.ts'

test('a figure of a town, which is an area of the same records, is told once', async () => {
  const world = await shippedWorld('sample')
  const statistics = new Statistics(world)
  const [town] = statistics.keysOf('sample', 'town')
  const pages = { shown: [], byKind: {}, isWhole: true }
  const told = (parts: string[]) => {
    const figures = figureDifferences(new Map(), figuresNow(statistics, parts))
    return reportInWords(
      { records: [], pages, figures, tables: [], stale: { found: [], more: 0 }, day: null } as never,
      { renderer: { figureWords: figureLine }, world },
    ).figures
  }
  const { total, shown } = told([`sample area:${town}`, `sample town:${town}`])
  expect(total).toBe(told([`sample area:${town}`]).total)
  expect(total).toBeGreaterThan(5)
  expect(new Set(shown.map(({ figure, of }) => `${figure} ${of}`)).size).toBe(shown.length)
  expect(told([`sample town:${town}`]).total).toBeGreaterThan(3)
})
