import { scaleLinear } from 'd3-scale'
import { quantile } from '#domain/figure'
import type { Drawing } from './relayStrip.ts'
import { em, line, percent, type Stroke, words } from './strokes.ts'

/** A distribution drawn as bars, with its words and the same as numbers. */
export type Histogram = {
  drawing: Drawing
  label: string
  note: string
  bins: { from: string; to: string; count: number; slow: boolean }[]
}

const LEFT = 6
const RIGHT = 99
const TOP = 3
const BOTTOM = 13.5
const MOST_BINS = 24
/** Values past this share of all are told in words and not drawn. */
const DRAWN = 0.99

/**
 * Bars of measured values, zero-based; the slowest tenth is hollow. `values` ascend, in `unit`s (hours or days).
 */
export function histogram(values: readonly number[], unit: string): Histogram {
  const longest = quantile(values, DRAWN) as number
  const ticks = scaleLinear([0, Math.max(1, longest)], [0, 1])
    .nice()
    .ticks(6)
  const end = ticks.at(-1) as number
  const width = binWidth(end)
  const median = quantile(values, 0.5) as number
  const slow = quantile(values, 0.9) as number
  const count = Math.ceil(end / width)
  const bins = Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * width, (i + 1) * width]
    return {
      from,
      to,
      slow: from >= slow,
      count: values.filter((v) => v >= from && (v < to || (i === count - 1 && v === to))).length,
    }
  })
  const x = scaleLinear([0, count * width], [LEFT, RIGHT])
  const y = scaleLinear([0, Math.max(...bins.map((b) => b.count))], [BOTTOM, TOP]).nice(3)
  const past = values.length - bins.reduce((sum, b) => sum + b.count, 0)
  const strokes: Stroke[] = []
  for (const t of y.ticks(3)) {
    strokes.push(line(t === 0 ? 'ax' : 'ax2', percent(LEFT), em(y(t)), percent(RIGHT), em(y(t))))
    strokes.push(words('f2 e', percent(LEFT - 1), em(y(t) + 0.35), String(t)))
  }
  for (const bin of bins) {
    const gap = (x(bin.to) - x(bin.from)) * 0.18
    if (bin.count > 0)
      strokes.push({
        kind: 'bar',
        cls: bin.slow ? 'hol' : '',
        x: percent(x(bin.from) + gap),
        y: em(y(bin.count)),
        width: percent(x(bin.to) - x(bin.from) - 2 * gap),
        height: em(BOTTOM - y(bin.count)),
      })
  }
  for (const t of ticks)
    if (t <= count * width) strokes.push(words('f2 c', percent(x(t)), em(BOTTOM + 1.5), String(t)))
  strokes.push(
    ...marker(x(median), 1.1, '一半在这之内'),
    ...marker(x(Math.min(slow, end)), 2.5, '最慢的十分之一 →'),
  )
  return {
    drawing: { height: em(BOTTOM + 2.4), strokes },
    label: `分布：共${values.length}个，一半在${median}${unit}之内，最慢的十分之一超过${slow}${unit}。逐档数目见下表。`,
    note: `横轴：${unit}；纵轴：次数。空心柱是最慢的十分之一。${past > 0 ? `另有${past}个超过${end}${unit}，没有画。` : ''}`,
    bins: bins.map((b) => ({ from: String(b.from), to: String(b.to), count: b.count, slow: b.slow })),
  }
}

function binWidth(end: number): number {
  return [0.5, 1, 2, 3, 4, 6, 8, 12, 24, 48, 96].find((w) => end / w <= MOST_BINS) ?? end / MOST_BINS
}

/** A full-height line with words; they flip to its left past 58 %, so that they never leave the sheet. */
function marker(place: number, at: number, text: string): Stroke[] {
  const flips = place > 58
  return [
    line('tk', percent(place), em(at - 0.9), percent(place), em(BOTTOM)),
    words(
      flips ? 'b e' : 'b',
      percent(flips ? place - 0.8 : place + 0.8),
      em(at),
      text.replace(flips ? ' →' : '', ''),
    ),
  ]
}
