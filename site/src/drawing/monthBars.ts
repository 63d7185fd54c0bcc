import { scaleLinear } from 'd3-scale'
import type { Drawing } from './strokes.ts'
import { em, line, percent, type Stroke, words } from './strokes.ts'

/** One month: how many were raised, and how many of them are open. */
export type MonthBar = { month: string; whistles: number; open: number }

const [TOP, BASE] = [2.06, 12.29]
/** Above so many a month the numbers no longer stand side by side on a phone. */
const WIDE_NUMBERS = 1000

/** A bar a month from zero, the part that is still open hollow on top, the count above it. */
export function monthBars(months: readonly MonthBar[]): Drawing {
  const most = Math.max(1, ...months.map((m) => m.whistles))
  const y = scaleLinear([0, most], [BASE, TOP])
  const step = 100 / months.length
  const strokes: Stroke[] = months.flatMap((m, i) => {
    const middle = step * (i + 0.5)
    const bar = { x: percent(middle - step * 0.21), width: percent(step * 0.42) }
    const solid = m.whistles - m.open
    const named = most < WIDE_NUMBERS || m.whistles === most || i === months.length - 1
    return [
      ...(solid > 0
        ? [{ kind: 'bar' as const, cls: '', ...bar, y: em(y(solid)), height: em(BASE - y(solid)) }]
        : []),
      ...(m.open > 0
        ? [
            {
              kind: 'bar' as const,
              cls: 'open-bar',
              ...bar,
              y: em(y(m.whistles)),
              height: em(y(solid) - y(m.whistles)),
            },
          ]
        : []),
      ...(named ? [words('centre bold', percent(middle), em(y(m.whistles) - 0.5), String(m.whistles))] : []),
      words('soft centre', percent(middle), em(BASE + 1.35), monthLabel(m.month, i === months.length - 1)),
    ]
  })
  return { height: em(BASE + 1.85), strokes: [line('axis', '0%', em(BASE), '100%', em(BASE)), ...strokes] }
}

function monthLabel(month: string, last: boolean): string {
  const number = String(Number(month.slice(5)))
  return last ? `${number}月` : number
}
