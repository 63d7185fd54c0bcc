import { scaleLinear } from 'd3-scale'
import type { Drawing } from './relayStrip.ts'
import { em, line, percent, type Stroke, words } from './strokes.ts'

const BOTTOM = 11

/** Whistles a month as bars from zero, the count on top; the part still open is hollow and red. */
export function monthBars(months: readonly { month: string; whistles: number; open: number }[]): Drawing {
  const y = scaleLinear([0, Math.max(1, ...months.map((m) => m.whistles))], [0, BOTTOM - 2])
  const step = 100 / months.length
  const strokes: Stroke[] = [line('ax', '0%', em(BOTTOM), '100%', em(BOTTOM))]
  months.forEach((m, i) => {
    const middle = step * (i + 0.5)
    const bar = (cls: string, from: number, count: number): Stroke => ({
      kind: 'bar',
      cls,
      x: percent(middle - step * 0.21),
      y: em(BOTTOM - y(from + count)),
      width: percent(step * 0.42),
      height: em(y(count)),
    })
    if (m.whistles > m.open) strokes.push(bar('', 0, m.whistles - m.open))
    if (m.open > 0) strokes.push(bar('op', m.whistles - m.open, m.open))
    strokes.push(words('b c', percent(middle), em(BOTTOM - y(m.whistles) - 0.5), String(m.whistles)))
    strokes.push(
      words(
        'f2 c',
        percent(middle),
        em(BOTTOM + 1.5),
        `${Number(m.month.slice(5))}${i === months.length - 1 ? '月' : ''}`,
      ),
    )
  })
  return { height: em(BOTTOM + 2.2), strokes }
}
