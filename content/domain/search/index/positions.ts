import { type ByteReader, ByteWriter } from './bytes.ts'
import type { DocSet } from './docSet.ts'

/** Where a pair stands: records, and in each the places of its first character in the record's own text. */
export type Positions = ReadonlyMap<number, readonly number[]>

/** Joins the parts of a record's own text: no asked word holds it, so none reaches from one part into the next. */
export const PART_BORDER = '\n'

/** The number that begins the places of a pair in a record, followed by the first place itself: odd. */
export function recordStep(ordinal: number, ordinalBefore: number): number {
  return (ordinal - ordinalBefore - 1) * 2 + 1
}

/** The number for a further place in the same record: even. */
export function placeStep(place: number, placeBefore: number): number {
  return (place - placeBefore) * 2
}

/** A pair and its written places as they stand in a file of positions. */
export function framePlaces(pair: string, places: Uint8Array): Uint8Array {
  const framed = new ByteWriter()
  framed.text(pair)
  framed.number(places.length)
  framed.raw(places)
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
  let [ordinal, place] = [-1, 0]
  let at: number[] = []
  while (from.at < end) {
    const step = from.number()
    if (step % 2 === 1) {
      ordinal += (step - 1) / 2 + 1
      place = from.number()
      at = [place]
      places.set(ordinal, at)
    } else {
      place += step / 2
      at.push(place)
    }
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
