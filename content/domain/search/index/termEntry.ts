import { type ByteReader, ByteWriter } from './bytes.ts'
import { type DocSet, readDocSet, writeDocSet } from './docSet.ts'

/** What an index knows of one term: a character, a pair, a token, or a longer word of its list. */
export type TermEntry = {
  term: string
  /** Every record whose own text holds it. */
  docs: DocSet
  /** For each of them how strongly; one level for all where only that is kept. */
  levels: Uint8Array | number
  /** Records that only wordings lead to. */
  near: DocSet
}

/** Up to so many records, and up to this share of all, a term keeps a level for each; above, one for all the rest. */
const MOST_LEVELS = 4096
const LEVELS_SHARE = 0.25

const SOME_NEAR = 1
const ONE_LEVEL = 2
const STRONGEST = 4

/** The entry as bytes, of an index of `size` records. */
export function writeEntry(entry: TermEntry & { levels: Uint8Array }, size: number): Uint8Array {
  const { term, docs, levels, near } = entry
  const out = new ByteWriter()
  const docBytes = writeDocSet(docs, size)
  const isLong = docs.length > MOST_LEVELS || docs.length > size * LEVELS_SHARE
  const rest = isLong
    ? commonest(levels)
    : levels.every((level) => level === levels[0])
      ? levels[0]
      : undefined
  const strong = isLong ? strongest(levels, rest as number, Math.min(MOST_LEVELS, size * LEVELS_SHARE)) : []
  out.text(term)
  out.byte(
    (near.length > 0 ? SOME_NEAR : 0) |
      (rest === undefined ? 0 : ONE_LEVEL) |
      (strong.length > 0 ? STRONGEST : 0),
  )
  out.number(docBytes.length)
  out.raw(docBytes)
  if (rest === undefined) out.raw(inHalves(levels))
  else out.byte(rest)
  if (strong.length > 0) {
    const places = writeDocSet(strong, docs.length)
    out.number(places.length)
    out.raw(places)
    out.raw(inHalves(strong.map((place) => levels[place] as number)))
  }
  if (near.length > 0) {
    const nearBytes = writeDocSet(near, size)
    out.number(nearBytes.length)
    out.raw(nearBytes)
  }
  const framed = new ByteWriter()
  framed.number(out.length)
  framed.raw(out.done())
  return framed.done()
}

/** Reads the next entry. */
export function readEntry(from: ByteReader): TermEntry {
  from.number()
  const term = from.text()
  const flags = from.byte()
  const docs = readDocSet(from.raw(from.number()))
  let levels: Uint8Array | number
  if ((flags & ONE_LEVEL) === 0) levels = outOfHalves(from.raw(Math.ceil(docs.length / 2)), docs.length)
  else levels = from.byte()
  if (flags & STRONGEST) {
    const all = new Uint8Array(docs.length).fill(levels as number)
    const places = readDocSet(from.raw(from.number()))
    const own = outOfHalves(from.raw(Math.ceil(places.length / 2)), places.length)
    places.forEach((place, i) => {
      all[place] = own[i] as number
    })
    levels = all
  }
  const near = flags & SOME_NEAR ? readDocSet(from.raw(from.number())) : new Uint32Array(0)
  return { term, docs, levels, near }
}

/** Passes over the next entry and gives its term; `readEntry` reads it from where it began. */
export function skipEntry(from: ByteReader): string {
  const length = from.number()
  const end = from.at + length
  const term = from.text()
  from.at = end
  return term
}

function inHalves(levels: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(levels.length / 2))
  for (let i = 0; i < levels.length; i++)
    bytes[i >> 1] = (bytes[i >> 1] as number) | ((levels[i] as number) << ((i & 1) * 4))
  return bytes
}

function outOfHalves(bytes: Uint8Array, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => ((bytes[i >> 1] as number) >> ((i & 1) * 4)) & 15)
}

function commonest(levels: Uint8Array): number {
  const counts = new Uint32Array(16)
  for (const level of levels) counts[level] = (counts[level] as number) + 1
  return counts.indexOf(Math.max(...counts))
}

/** Places of the strongest records above the common level: whole levels, as many as there is room for. */
function strongest(levels: Uint8Array, rest: number, room: number): number[] {
  const counts = new Uint32Array(17)
  for (const level of levels) counts[level] = (counts[level] as number) + 1
  let from = 16
  for (let many = 0; from > rest + 1 && many + (counts[from - 1] as number) <= room; )
    many += counts[--from] as number
  const places: number[] = []
  levels.forEach((level, place) => {
    if (level >= from && level > rest) places.push(place)
  })
  return places
}
