import { quantile } from '#domain/figure'
import type { Drawing } from './relayStrip.ts'
import { line, percent, type Stroke } from './strokes.ts'

/** One row's distribution: tenth to ninetieth thin, middle half thick, median a long tick. `end` is the axis's end. */
export function boxStrip(values: readonly number[], end: number): Drawing | null {
  if (values.length === 0) return null
  const at = (q: number) => (Math.min(end, quantile(values, q) as number) / end) * 98 + 1
  const strokes: Stroke[] = [
    line('wt', percent(at(0.1)), '50%', percent(at(0.9)), '50%'),
    {
      kind: 'bar',
      cls: '',
      x: percent(at(0.25)),
      y: '35%',
      width: percent(Math.max(0.4, at(0.75) - at(0.25))),
      height: '30%',
    },
    line('tk', percent(at(0.5)), '15%', percent(at(0.5)), '85%'),
  ]
  return { height: '1.6em', strokes }
}
