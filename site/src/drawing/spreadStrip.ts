import { quantile } from '#domain/figures/figure'
import { figureText } from '../format.ts'
import type { Drawing } from './strokes.ts'
import { em, line, percent } from './strokes.ts'

/** One row of a distribution: thin from the fastest to the slowest tenth, thick the middle half, long tick the median. */
export type SpreadStrip = { drawing: Drawing; label: string }

/** Draws one row on an axis from 0 to `end` (same unit as the values); null without values. */
export function spreadStrip(values: readonly number[], unit: string, end: number): SpreadStrip | null {
  const q = (share: number) => quantile(values, share)
  const [low, quarter, median, three, slow] = [q(0.1), q(0.25), q(0.5), q(0.75), q(0.9)]
  if (low === null || quarter === null || median === null || three === null || slow === null) return null
  const exact = unit === '小时' ? 'minutes' : 'days'
  const x = (value: number) => Math.min(100, (value / end) * 100)
  const tick = (value: number, top: number, bottom: number) =>
    line('tick', percent(x(value)), em(top), percent(x(value)), em(bottom))
  return {
    drawing: {
      height: em(1.14),
      strokes: [
        line('grid-line', '0%', em(0.57), '100%', em(0.57)),
        line('waiting', percent(x(low)), em(0.57), percent(x(slow)), em(0.57)),
        {
          kind: 'bar',
          cls: 'soft',
          x: percent(x(quarter)),
          y: em(0.29),
          width: percent(x(three) - x(quarter)),
          height: em(0.57),
        },
        tick(median, 0, 1.14),
        tick(slow, 0.21, 0.93),
      ],
    },
    label: `一半在${figureText(median, exact, 'median')}内，最慢的十分之一不少于${figureText(slow, exact, 'p90')}`,
  }
}
