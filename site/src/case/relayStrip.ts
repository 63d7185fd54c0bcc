import { shanghaiDay } from '#domain/dates'
import { type Drawing, em, line, percent, type Stroke, words } from '../drawing/strokes.ts'
import { dateWords, shortDateWords } from '../format.ts'
import type { RelayLane, RelayLeg, RelayMark, RelayTimes } from './relayTimes.ts'

/** Width of the column of names, and the right end of time, in percent. */
const LEFT = 19
const RIGHT = 98.6
/** Where arrivals stand when only the order is known. */
const MIDDLE = 52
/** First lane and height of a lane, in em of 14 px letters: 52 px a lane, two lines of head. */
const TOP = 3.57
const LANE = 3.714
/** A small letter at the narrowest width that shows this strip, in percent. */
const LETTER = 1.75
/** Distance of a label that stands beside its mark. */
const ASIDE = 0.6
const DAY = 86_400_000
/** At most so many grid lines; days, weeks, months or quarters apart. */
const MOST_LINES = 8
const STEPS = [1, 7, 28, 91, 364]

/** The relay strip for wide screens and print: time runs to the right, one lane a department. */
export function relayStrip(times: RelayTimes): Drawing {
  const bottom = TOP + LANE * times.lanes.length
  const x = (at: number) => LEFT + ((at - times.from) / (times.to - times.from || 1)) * (RIGHT - LEFT)
  const axis = line('axis', '0%', em(bottom), percent(RIGHT), em(bottom))
  const lanes = times.lanes.flatMap((lane, i) => laneStrokes(lane, i, x, times))
  if (!times.known)
    return { height: em(bottom + 0.3), strokes: [axis, ...lanes, ...orderStrokes(times, bottom)] }
  const behind = [axis, ...grid(times, x, bottom)]
  return {
    height: em(bottom + 2.2),
    strokes: [...behind, ...lanes, ...markStrokes(times.marks, x, bottom)],
  }
}

/** Heads of a strip of which only the order is known: the whistle is certain, all else is dashed. */
function orderStrokes({ begin, end, untold, lanes }: RelayTimes, bottom: number): Stroke[] {
  const strokes = [
    line('whistle', percent(LEFT), em(TOP - 0.43), percent(LEFT), em(bottom)),
    words('large bold red-fill', percent(LEFT), '0.88em', '吹哨'),
    words('soft', percent(LEFT), '2.57em', begin),
  ]
  if (lanes.some((lane) => lane.came))
    strokes.push(
      words('large bold centre', percent(MIDDLE), '0.88em', '到场'),
      words('soft centre', percent(MIDDLE), '2.57em', `时间${untold}`),
    )
  if (end)
    strokes.push(
      words('large bold end', percent(RIGHT), '0.88em', end),
      words('soft end', percent(RIGHT), '2.57em', `时间${untold}`),
      line('unknown', percent(RIGHT), em(TOP - 0.43), percent(RIGHT), em(bottom)),
    )
  return strokes
}

function grid(times: RelayTimes, x: (at: number) => number, bottom: number): Stroke[] {
  const days = (times.to - times.from) / DAY
  const step = STEPS.find((s) => days / s <= MOST_LINES) ?? 364 * Math.ceil(days / 364 / MOST_LINES)
  const first = Date.parse(`${shanghaiDay(times.from)}T00:00+08:00`)
  const strokes: Stroke[] = []
  for (let at = first + step * DAY; at < times.to; at += step * DAY) {
    const place = x(at)
    if (place > RIGHT - 4) break
    strokes.push(line('grid-line', percent(place), em(TOP), percent(place), em(bottom)))
    strokes.push(words('soft centre', percent(place), em(bottom + 1.43), gridWords(at, step)))
  }
  // The day of the whistle stands over its mark too: below it gives way to a near grid line.
  if (x(first + step * DAY) - LEFT > 8)
    strokes.push(words('soft centre', percent(LEFT), em(bottom + 1.43), gridWords(times.from, step)))
  return strokes
}

/** A day under the axis; over more than a year the year matters and the day does not. */
function gridWords(at: number, step: number): string {
  return step < 364 ? shortDateWords(shanghaiDay(at)) : dateWords(shanghaiDay(at).slice(0, 7))
}

function laneStrokes(lane: RelayLane, i: number, x: (at: number) => number, times: RelayTimes): Stroke[] {
  const middle = TOP + LANE * (i + 0.5)
  const strokes: Stroke[] = [
    // Larger letters: their own em is 1.2143 of the strip's.
    words('large bold', '0%', em((middle - 0.25) / 1.2143), lane.lead ? `${lane.name} 牵头` : lane.name),
    words(lane.late ? 'red-fill' : 'soft', '0%', em(middle + 1.15), lane.words),
    line('grid-line', '0%', em(TOP + LANE * (i + 1)), percent(RIGHT), em(TOP + LANE * (i + 1))),
  ]
  if (!times.known || lane.unknown) {
    const until = lane.came ? MIDDLE : RIGHT
    strokes.push(line('unknown', percent(LEFT), em(middle), percent(until), em(middle)))
    return lane.came ? [...strokes, ...rails(MIDDLE, RIGHT, middle, null)] : strokes
  }
  for (const leg of lane.legs) strokes.push(...legStrokes(leg, middle, x))
  return strokes
}

function legStrokes(leg: RelayLeg, middle: number, x: (at: number) => number): Stroke[] {
  if (leg.came) return rails(x(leg.called), x(leg.until), middle, leg.came)
  const y = em(middle)
  const end = leg.arrived ?? leg.until
  const limit = Math.min(leg.limit ?? end, end)
  const strokes = [line('waiting', percent(x(leg.called)), y, percent(x(limit)), y)]
  if (limit < end) strokes.push(line('late', percent(x(limit)), y, percent(x(end)), y))
  if (leg.arrived === null) return strokes
  strokes.push(tick(x(leg.arrived), middle))
  if (leg.ended) return [...strokes, ...rails(x(leg.arrived), x(leg.until), middle, leg.ended)]
  const done = leg.done ?? leg.until
  strokes.push({
    kind: 'bar',
    cls: 'work',
    x: percent(x(leg.arrived)),
    y: em(middle - 0.43),
    width: percent(Math.max(0.2, x(done) - x(leg.arrived))),
    height: '0.86em',
  })
  if (leg.done !== null) strokes.push(tick(x(leg.done), middle))
  return strokes
}

function tick(place: number, middle: number): Stroke {
  return line('tick', percent(place), em(middle - 0.79), percent(place), em(middle + 0.79))
}

/** Two dashed rails with the words inside: what happened is known, when is not. */
function rails(from: number, to: number, middle: number, text: string | null): Stroke[] {
  const strokes = [-0.72, 0.72].map((d) =>
    line('unknown', percent(from), em(middle + d), percent(to), em(middle + d)),
  )
  const fits = text !== null && to - from > text.length * LETTER + 1.2
  return fits ? [...strokes, words('soft outlined', percent(from + 1.2), em(middle + 0.36), text)] : strokes
}

/** Classes of a mark: its stroke, its words. */
export const MARK_CLASS: Record<RelayMark['kind'], [stroke: string, tone: string]> = {
  whistle: ['whistle', 'red-fill'],
  reopened: ['whistle', 'red-fill'],
  closure: ['earlier-closure', 'green-fill'],
  'last-closure': ['closure', 'green-fill'],
}

function markStrokes(marks: RelayMark[], x: (at: number) => number, bottom: number): Stroke[] {
  const lines = marks.map((mark) => {
    const place = percent(x(mark.at))
    return line(MARK_CLASS[mark.kind][0], place, em(TOP - 0.43), place, em(bottom))
  })
  const lastPlace = x(marks.at(-1)?.at ?? 0)
  const lastWidth = widthOf(marks.at(-1)?.time ?? '')
  const last = lastPlace > 90 ? labelAt('end', 99, lastWidth) : labelAt('centre', lastPlace, lastWidth)
  let free = Number.NEGATIVE_INFINITY
  const labels = marks.flatMap((mark, i): Stroke[] => {
    const place = x(mark.at)
    const width = widthOf(mark.time)
    const beside = [labelAt('end', place - ASIDE, width), labelAt('', place + ASIDE, width)]
    const choices = i === marks.length - 1 ? [last] : [labelAt('centre', place, width), ...beside]
    // A label gives way where it does not fit; the table below has every time.
    const label = choices.find((l) => l.from >= free - ASIDE && (l === last || i === 0 || l.to <= last.from))
    if (!label) return []
    free = label.to
    const [tone, at] = [MARK_CLASS[mark.kind][1], percent(label.at)]
    return [
      words(`m b ${tone} ${label.anchor}`.trim(), at, '0.88em', mark.name),
      words(`f2 ${label.anchor}`.trim(), at, '2.57em', mark.time),
    ]
  })
  return [...lines, ...labels]
}

/** A label by its anchor (middle, end or start) and place, with the width that it takes, in percent. */
function labelAt(anchor: 'centre' | 'end' | '', at: number, width: number) {
  const from = anchor === 'end' ? at - width : anchor === 'centre' ? at - width / 2 : at
  return { anchor, at, from, to: from + width }
}

/** Width of a time such as 6月13日 09:20 in percent: digits are narrower than Han characters. */
function widthOf(time: string): number {
  const ems = [...time].reduce(
    (sum, sign) => sum + (/[月日年]/.test(sign) ? 1 : /\d/.test(sign) ? 0.56 : 0.3),
    0,
  )
  return ems * LETTER
}
