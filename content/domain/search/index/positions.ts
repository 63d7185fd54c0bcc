import { type ByteReader, ByteWriter } from './bytes.ts'
import type { DocSet } from './docSet.ts'

/** Where a pair stands: records, and in each the places of its first character in the record's own text. */
export type Positions = ReadonlyMap<number, readonly number[]>

/** Joins the parts of a record's own text: no asked word holds it, so none reaches from one part into the next. */
export const PART_BORDER = '\n'

/** Writes the places of one pair: ordinals rising, places rising in each. */
export function writePositions(
  pair: string,
  places: Iterable<readonly [number, readonly number[]]>,
): Uint8Array {
  const out = new ByteWriter()
  let last = -1
  for (const [ordinal, at] of places) {
    out.number(ordinal - last - 1)
    last = ordinal
    let before = 0
    at.forEach((place, i) => {
      out.number((place - before) * 2 + (i === at.length - 1 ? 1 : 0))
      before = place
    })
  }
  const framed = new ByteWriter()
  framed.text(pair)
  framed.number(out.length)
  framed.raw(out.done())
  return framed.done()
}

/** Finds the places of a pair in a file of positions; undefined where it keeps none for it. */
export function readPositions(from: ByteReader, pair: string): Positions | undefined {
  while (!from.isAtEnd) {
    const name = from.text()
    const length = from.number()
    const end = from.at + length
    if (name === pair) return placesUntil(from, end)
    from.at = end
  }
  return undefined
}

function placesUntil(from: ByteReader, end: number): Positions {
  const places = new Map<number, number[]>()
  let ordinal = -1
  while (from.at < end) {
    ordinal += from.number() + 1
    const at: number[] = []
    let place = 0
    for (let isLast = false; !isLast; ) {
      const coded = from.number()
      place += coded >>> 1
      isLast = (coded & 1) === 1
      at.push(place)
    }
    places.set(ordinal, at)
  }
  return places
}

/** Offsets of the fewest pairs that together cover a text of at least two characters. */
export function coverOf(text: string): number[] {
  const offsets: number[] = []
  for (let at = 0; at + 1 < text.length; at += 2) offsets.push(at)
  if (text.length % 2 === 1) offsets.push(text.length - 2)
  return offsets
}

/** The records among candidates in which all pairs of a cover stand at their distances: those that hold the text. */
export function holdingAll(
  candidates: DocSet,
  cover: readonly { offset: number; places: Positions }[],
): DocSet {
  return candidates.filter((ordinal) => {
    const [first, ...others] = cover.map(({ offset, places }) => ({
      offset,
      at: new Set(places.get(ordinal) ?? []),
    }))
    if (!first) return false
    for (const place of first.at) {
      const start = place - first.offset
      if (others.every(({ offset, at }) => at.has(start + offset))) return true
    }
    return false
  })
}
