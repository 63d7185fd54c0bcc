import { scaleLinear } from 'd3-scale'
import { quantile } from '#domain/figures/figure'
import { figureText } from '../format.ts'
import type { Drawing } from './strokes.ts'
import { em, line, percent, type Stroke, words } from './strokes.ts'

/** What is measured, in minutes (printed as hours) or days. */
export type Measured = { unit: string; values: readonly number[]; of: string }
export type Distribution = {
  drawing: Drawing
  label: string
  caption: string
  /** The same as a table: each bin and how many are in it. */
  rows: { bin: string; count: number }[]
  head: [bin: string, count: string]
}
/** Bins from 0 on, each `width` wide in the unit of the values; what lies past `end` is counted, not drawn. */
type Bins = { width: number; end: number; step: number; counts: number[]; beyond: number }

/** Distances between marks of the axis, in hours or days: four bins each. */
const STEPS = { 小时: [4, 12, 24, 48, 72, 168, 336], 天: [4, 8, 12, 20, 28, 40, 60, 120, 240] } as const
const MOST_MARKS = 8
/** Up to so many values each is a dot of its own. */
const MOST_DOTS = 60
const [RIGHT, TOP, BASE] = [98, 4.18, 15.86]
/** Room for the numbers of the vertical axis: so many percent of the width for each digit. */
const A_DIGIT = 3
/** Past this place a label flips to the left of its line, in percent of the width. */
const FLIP = 58

/**
 * Draws how measured times are spread: dots while they are few, bars above, the slowest tenth hollow, with two lines
 * in words. Null where there are no values.
 */
export function distribution({ unit, values, of }: Measured): Distribution | null {
  const median = quantile(values, 0.5)
  const slowest = quantile(values, 0.9)
  if (median === null || slowest === null) return null
  const size = unit === '小时' ? 60 : 1
  const exact = unit === '小时' ? 'minutes' : 'days'
  const [half, tenth] = [figureText(median, exact, 'median'), figureText(slowest, exact, 'p90')]
  const bins = binsOf(values, unit === '小时' ? '小时' : '天', size)
  const dots = values.length <= MOST_DOTS
  const left = dots ? A_DIGIT : A_DIGIT * (1 + String(Math.max(...bins.counts)).length)
  const x = scaleLinear([0, bins.end], [left, RIGHT])
  const y = scaleLinear([0, Math.max(...bins.counts)], [BASE, TOP])
  const shape = dots ? '空心点' : '空心柱'
  const beyond = bins.beyond > 0 ? `；另有${bins.beyond}${of}不少于${bins.end / size}${unit}，没有画` : ''
  return {
    drawing: {
      height: em(BASE + 2),
      strokes: [
        ...(dots ? [] : yAxis(y, left)),
        line('axis', percent(left), em(BASE), percent(RIGHT), em(BASE)),
        ...bins.counts.flatMap((count, i) => {
          const cls = i * bins.width >= slowest ? 'hollow' : ''
          return dots ? dotsOf(x, bins, i, count, cls) : [barOf(x, y, bins, i, count, cls)]
        }),
        ...marked(x(Math.min(median, bins.end)), 0.29, `一半在${half}内`),
        ...marked(x(Math.min(slowest, bins.end)), 2, '最慢的十分之一', true),
        ...xAxis(x, bins, size),
      ],
    },
    label: `${values.length}${of}的分布：一半在${half}内，最慢的十分之一不少于${tenth}`,
    caption: `横轴：${unit}；纵轴：${of}。${shape}是最慢的十分之一${beyond}。`,
    rows: [
      ...bins.counts.map((count, i) => ({
        bin: `${(i * bins.width) / size}到不满${((i + 1) * bins.width) / size}`,
        count,
      })),
      ...(bins.beyond > 0 ? [{ bin: `${bins.end / size}以上`, count: bins.beyond }] : []),
    ],
    head: [unit, of],
  }
}

function binsOf(values: readonly number[], unit: keyof typeof STEPS, size: number): Bins {
  const far = Math.max(quantile(values, 0.97) as number, 4 * size)
  const steps = STEPS[unit]
  const step = (steps.find((s) => far / (s * size) <= MOST_MARKS) ?? (steps.at(-1) as number)) * size
  const width = step / 4
  const end = Math.min(Math.ceil((far + 1) / step), MOST_MARKS) * step
  const counts = Array.from({ length: end / width }, () => 0)
  let beyond = 0
  for (const v of values) {
    const i = Math.floor(v / width)
    if (i >= counts.length) beyond++
    else counts[i] = (counts[i] as number) + 1
  }
  return { width, end, step, counts, beyond }
}

type Scale = (value: number) => number

function barOf(x: Scale, y: Scale, bins: Bins, i: number, count: number, cls: string): Stroke {
  const [from, to] = [x(i * bins.width), x((i + 1) * bins.width)]
  const gap = (to - from) * 0.18
  const bar = { x: percent(from + gap), width: percent(to - from - 2 * gap) }
  return { kind: 'bar', cls, ...bar, y: em(y(count)), height: em(BASE - y(count)) }
}

function dotsOf(x: Scale, bins: Bins, i: number, count: number, cls: string): Stroke[] {
  const room = Math.min(0.9, (BASE - TOP) / Math.max(...bins.counts))
  return Array.from({ length: count }, (_, k) => ({
    kind: 'dot' as const,
    cls,
    x: percent(x((i + 0.5) * bins.width)),
    y: em(BASE - room * (k + 0.5)),
    r: em(Math.min(0.32, room * 0.4)),
  }))
}

function yAxis(y: Scale & { ticks: (count: number) => number[] }, left: number): Stroke[] {
  return y
    .ticks(3)
    .filter(Number.isInteger)
    .flatMap((t) => [
      ...(t > 0 ? [line('grid-line', percent(left), em(y(t)), percent(RIGHT), em(y(t)))] : []),
      words('soft end', percent(left - 1), em(y(t) + 0.36), String(t)),
    ])
}

function xAxis(x: Scale, bins: Bins, size: number): Stroke[] {
  const marks: Stroke[] = []
  for (let at = 0; at <= bins.end; at += bins.step)
    marks.push(
      line('axis', percent(x(at)), em(BASE), percent(x(at)), em(BASE + 0.36)),
      words('soft centre', percent(x(at)), em(BASE + 1.5), String(at / size)),
    )
  return marks
}

function marked(at: number, top: number, text: string, arrow = false): Stroke[] {
  const flip = at > FLIP
  const label = arrow ? `${text} →` : text
  return [
    line('tick', percent(at), em(top), percent(at), em(BASE + 0.43)),
    words(
      flip ? 'bold end outlined' : 'bold outlined',
      percent(flip ? at - 0.8 : at + 0.8),
      em(top + 0.79),
      label,
    ),
  ]
}
