import { type ByteReader, ByteWriter } from './bytes.ts'
import { type DocSet, readDocSet, writeDocSet } from './docSet.ts'
import { isLarge } from './large.ts'

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
/** Of those, so many of the strongest keep their own level in a large index. */
const STRONGEST_IN_LARGE = 1024

const SOME_NEAR = 1
const ONE_LEVEL = 2
const STRONGEST = 4

/** Where entries are written before their length is known. */
const scratch = new ByteWriter()

/**
 * The entry as bytes, of an index of `size` records. In a large one, a term that very many records hold does without
 * those that only wordings lead to: they count for no number, and little beside so many.
 */
export function writeEntry(entry: TermEntry & { levels: Uint8Array }, size: number): Uint8Array {
  const { term, docs, levels, near } = entry
  const isLong = docs.length > MOST_LEVELS || docs.length > size * LEVELS_SHARE
  const rest = isLong ? commonest(levels) : oneLevel(levels)
  const room = isLarge(size) ? STRONGEST_IN_LARGE : Math.min(MOST_LEVELS, size * LEVELS_SHARE)
  const strong = isLong ? strongest(levels, rest as number, room) : []
  const isNearKept = near.length > 0 && !(isLarge(size) && isLong)
  const out = scratch
  out.clear()
  out.text(term)
  out.byte(
    (isNearKept ? SOME_NEAR : 0) | (rest === undefined ? 0 : ONE_LEVEL) | (strong.length > 0 ? STRONGEST : 0),
  )
  writeDocSet(out, docs)
  if (rest === undefined) out.raw(inHalves(levels))
  else out.byte(rest)
  if (strong.length > 0) {
    writeDocSet(out, strong)
    out.raw(inHalves(strong.map((place) => levels[place] as number)))
  }
  if (isNearKept) writeDocSet(out, near)
  const content = out.done()
  const framed = new ByteWriter(content.length + 5)
  framed.number(content.length)
  framed.raw(content)
  return framed.done()
}

/** The level that all have; undefined where they differ or there are none. */
function oneLevel(levels: Uint8Array): number | undefined {
  for (let i = 1; i < levels.length; i++) if (levels[i] !== levels[0]) return undefined
  return levels[0] ?? 0
}

/** Reads the next entry. */
export function readEntry(from: ByteReader): TermEntry {
  from.number()
  const term = from.text()
  const flags = from.byte()
  const docs = readDocSet(from)
  let levels: Uint8Array | number
  if ((flags & ONE_LEVEL) === 0) levels = outOfHalves(from.raw(Math.ceil(docs.length / 2)), docs.length)
  else levels = from.byte()
  if (flags & STRONGEST) {
    const all = new Uint8Array(docs.length).fill(levels as number)
    const places = readDocSet(from)
    const own = outOfHalves(from.raw(Math.ceil(places.length / 2)), places.length)
    places.forEach((place, i) => {
      all[place] = own[i] as number
    })
    levels = all
  }
  const near = flags & SOME_NEAR ? readDocSet(from) : new Uint32Array(0)
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
