import { ByteReader, ByteWriter } from './bytes.ts'

/** Ordinals of records, rising. */
export type DocSet = Uint32Array

/** How a set is written: whichever of the three is shortest. */
const GAPS = 0
const RUNS = 1
const BITS = 2

/** Writes a set of a collection of `size` records. */
export function writeDocSet(set: ArrayLike<number>, size: number): Uint8Array {
  const gaps = new ByteWriter()
  const runs = new ByteWriter()
  gaps.byte(GAPS)
  runs.byte(RUNS)
  let last = -1
  let run = 0
  for (let i = 0; i < set.length; i++) {
    const ordinal = set[i] as number
    const gap = ordinal - last - 1
    gaps.number(gap)
    if (gap > 0 || i === 0) {
      if (run > 0) runs.number(run - 1)
      runs.number(gap)
      run = 0
    }
    run++
    last = ordinal
  }
  if (run > 0) runs.number(run - 1)
  const shortest = runs.length < gaps.length ? runs : gaps
  // A set that ends early needs only the bits up to its end.
  return shortest.length <= 1 + Math.ceil((last + 1) / 8) ? shortest.done() : bitsOf(set, last + 1, size)
}

function bitsOf(set: ArrayLike<number>, end: number, size: number): Uint8Array {
  if (end > size) throw new Error(`序号 ${end - 1} 不在 ${size} 条里`)
  const bits = new Uint8Array(1 + Math.ceil(end / 8))
  bits[0] = BITS
  for (let i = 0; i < set.length; i++) {
    const ordinal = set[i] as number
    bits[1 + (ordinal >> 3)] = (bits[1 + (ordinal >> 3)] as number) | (1 << (ordinal & 7))
  }
  return bits
}

/** Reads a set back. Throws when the bytes are no set. */
export function readDocSet(bytes: Uint8Array): DocSet {
  const reader = new ByteReader(bytes)
  const kind = reader.byte()
  const set: number[] = []
  let last = -1
  switch (kind) {
    case GAPS:
      while (!reader.isAtEnd) {
        last += reader.number() + 1
        set.push(last)
      }
      break
    case RUNS:
      while (!reader.isAtEnd) {
        last += reader.number()
        for (let left = reader.number() + 1; left > 0; left--) set.push(++last)
      }
      break
    case BITS:
      for (let i = 1; i < bytes.length; i++)
        for (let byte = bytes[i] as number, bit = 0; byte > 0; byte >>= 1, bit++)
          if (byte & 1) set.push((i - 1) * 8 + bit)
      break
    default:
      throw new Error(`不认识的写法 ${kind}`)
  }
  return Uint32Array.from(set)
}

/** What is in both. */
export function both(a: DocSet, b: DocSet): DocSet {
  const out = new Uint32Array(Math.min(a.length, b.length))
  let [i, j, n] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number]
    if (x === y) out[n++] = x
    if (x <= y) i++
    if (y <= x) j++
  }
  return out.slice(0, n)
}

/** What is in any of them. */
export function anyOf(sets: readonly DocSet[]): DocSet {
  if (sets.length === 1) return sets[0] as DocSet
  const all = new Set<number>()
  for (const set of sets) for (const ordinal of set) all.add(ordinal)
  return Uint32Array.from(all).sort()
}

/** What is in the first and not among the others. */
export function without(set: DocSet, out: ReadonlySet<number>): DocSet {
  return out.size === 0 ? set : set.filter((ordinal) => !out.has(ordinal))
}
