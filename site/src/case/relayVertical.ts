import type { Drawing } from '../drawing/strokes.ts'
import { em, line, percent, type Stroke, words } from '../drawing/strokes.ts'
import { MARK_CLASS } from './relayStrip.ts'
import type { RelayLeg, RelayMark, RelayTimes } from './relayTimes.ts'

/**
 * Column of labels at the left, and where the lanes begin, in percent; between them a mark bends to its label. Where time
 * begins and how long it is at least, in em of 14 px letters.
 */
const LABELS = 19
const LEFT = 23
const TOP = 5.71
const LENGTH = 30
/** Length, and where arrivals stand in it, when only the order is known. */
const ORDER = 16
const MIDDLE = TOP + 7
/** Height of a label: three lines under a stroke. */
const LABEL = 4.5

/** The relay strip for phones: time runs down, departments are columns with upright names. */
export function relayVertical(times: RelayTimes): Drawing {
  const length = times.known ? Math.max(LENGTH, LABEL * (times.marks.length - 1)) : ORDER
  const y = (at: number) => TOP + ((at - times.from) / (times.to - times.from || 1)) * length
  const strokes: Stroke[] = []
  times.lanes.forEach((lane, i) => {
    const x = LEFT + ((100 - LEFT) * (i + 0.5)) / times.lanes.length
    strokes.push(words('upright bold end', percent(x), em(TOP - 0.42), lane.name))
    if (!times.known || lane.unknown) strokes.push(...orderLane(percent(x), lane.came, TOP + length))
    else for (const leg of lane.legs) strokes.push(...legStrokes(leg, x, y, times.untold))
  })
  if (times.known) strokes.push(...markStrokes(times.marks, y))
  else strokes.push(...orderMarks(times, TOP + length))
  return { height: em(TOP + length + (times.known ? LABEL : 0.3)), strokes }
}

/** A department of which only is known whether it came: waiting, then two dashed rails. */
function orderLane(x: string, came: boolean, bottom: number): Stroke[] {
  const strokes: Stroke[] = [line('unknown', x, em(TOP), x, em(came ? MIDDLE : bottom))]
  if (came) strokes.push({ kind: 'at', x, strokes: rails(MIDDLE, bottom, []) })
  return strokes
}

function orderMarks({ end, untold, lanes }: RelayTimes, bottom: number): Stroke[] {
  const label = (y: number, tone: string, name: string) => [
    words(tone, '0%', em(y), name),
    words('soft', '0%', em(y + 1.21), untold),
  ]
  const strokes = [
    line('whistle', '0%', em(TOP), '100%', em(TOP)),
    ...label(TOP + 1.43, 'bold red-fill', '吹哨'),
  ]
  if (lanes.some((lane) => lane.came)) strokes.push(...label(MIDDLE, 'bold', '到场'))
  if (end)
    strokes.push(
      line('unknown', '0%', em(bottom), '100%', em(bottom)),
      ...label(bottom - 1.9, 'bold', '解决'),
    )
  return strokes
}

function legStrokes(leg: RelayLeg, x: number, y: (at: number) => number, untold: string): Stroke[] {
  const place = percent(x)
  if (leg.came)
    return [{ kind: 'at', x: place, strokes: rails(y(leg.called), y(leg.until), [leg.came, untold]) }]
  const end = leg.arrived ?? leg.until
  const limit = Math.min(leg.limit ?? end, end)
  const strokes: Stroke[] = [line('waiting', place, em(y(leg.called)), place, em(y(limit)))]
  if (limit < end) strokes.push(line('late', place, em(y(limit)), place, em(y(end))))
  if (leg.arrived === null) return strokes
  const from = y(leg.arrived)
  if (leg.ended)
    return [
      ...strokes,
      { kind: 'at', x: place, strokes: [...rails(from, y(leg.until), [leg.ended, untold]), tick(from)] },
    ]
  const to = y(leg.done ?? leg.until)
  const work: Stroke[] = [
    {
      kind: 'bar',
      cls: 'work',
      x: '-0.43em',
      y: em(from),
      width: '0.86em',
      height: em(Math.max(0.15, to - from)),
    },
    tick(from),
  ]
  if (leg.done !== null) work.push(tick(to))
  return [...strokes, { kind: 'at', x: place, strokes: work }]
}

function tick(y: number): Stroke {
  return line('tick', '-0.71em', em(y), '0.71em', em(y))
}

/** Two dashed rails; the words stand upright between them, the first of them for which there is room. */
function rails(from: number, to: number, texts: readonly string[]): Stroke[] {
  const strokes = ['-0.71em', '0.71em'].map((x) => line('unknown', x, em(from), x, em(to)))
  const said = texts.find((t) => to - from > t.length * 1.1 + 0.6)
  return said ? [...strokes, words('upright soft outlined', '0', em(from + 0.55), said)] : strokes
}

/** Every mark has its label. Where marks are near each other, labels move apart and each stroke bends to its own. */
function markStrokes(marks: RelayMark[], y: (at: number) => number): Stroke[] {
  const places = marks.map((mark) => y(mark.at))
  const labels = apart(places)
  return marks.flatMap((mark, i): Stroke[] => {
    const [stroke, tone] = MARK_CLASS[mark.kind]
    const [at, label] = [em(places[i] as number), labels[i] as number]
    const [date, clock] = mark.time.split(' ')
    return [
      line(stroke, '0%', em(label), percent(LABELS), em(label)),
      line(stroke, percent(LABELS), em(label), percent(LEFT), at),
      line(stroke, percent(LEFT), at, '100%', at),
      words(`b o ${tone}`, '0%', em(label + 1.43), mark.name.replace('再次', '再')),
      words('soft outlined', '0%', em(label + 2.64), date as string),
      ...(clock ? [words('soft outlined', '0%', em(label + 3.86), clock)] : []),
    ]
  })
}

/** Places a label's height apart from each other, in the same order, the first and the last not beyond theirs. */
function apart(places: readonly number[]): number[] {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(place, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + LABEL))
  let below = places.at(-1) ?? 0
  for (let i = moved.length - 1; i >= 0; i--) {
    moved[i] = Math.min(moved[i] as number, below)
    below = (moved[i] as number) - LABEL
  }
  return moved
}
