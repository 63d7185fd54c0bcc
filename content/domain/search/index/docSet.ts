import { ByteReader, type ByteWriter } from './bytes.ts'

/** Ordinals of records, rising. */
export type DocSet = Uint32Array

/** How a set is written: whichever of the three is shortest. */
const GAPS = 0
const RUNS = 1
const BITS = 2

/** Writes a set with its length before it. */
export function writeDocSet(out: ByteWriter, set: ArrayLike<number>): void {
  let [gapBytes, runBytes, last, run] = [0, 0, -1, 0]
  for (let i = 0; i < set.length; i++) {
    const ordinal = set[i] as number
    const gap = ordinal - last - 1
    gapBytes += bytesOf(gap)
    if (gap > 0 || i === 0) {
      if (run > 0) runBytes += bytesOf(run - 1)
      runBytes += bytesOf(gap)
      run = 0
    }
    run++
    last = ordinal
  }
  if (run > 0) runBytes += bytesOf(run - 1)
  // A set that ends early needs only the bits up to its end.
  const bitBytes = Math.ceil((last + 1) / 8)
  const least = Math.min(gapBytes, runBytes, bitBytes)
  out.number(1 + least)
  if (gapBytes === least) writeGaps(out, set)
  else if (runBytes === least) writeRuns(out, set)
  else writeBits(out, set, bitBytes)
}

function writeGaps(out: ByteWriter, set: ArrayLike<number>): void {
  out.byte(GAPS)
  let last = -1
  for (let i = 0; i < set.length; i++) {
    out.number((set[i] as number) - last - 1)
    last = set[i] as number
  }
}

function writeRuns(out: ByteWriter, set: ArrayLike<number>): void {
  out.byte(RUNS)
  let [last, run] = [-1, 0]
  for (let i = 0; i < set.length; i++) {
    const gap = (set[i] as number) - last - 1
    if (gap > 0 || i === 0) {
      if (run > 0) out.number(run - 1)
      out.number(gap)
      run = 0
    }
    run++
    last = set[i] as number
  }
  if (run > 0) out.number(run - 1)
}

function writeBits(out: ByteWriter, set: ArrayLike<number>, bytes: number): void {
  const bits = new Uint8Array(bytes)
  for (let i = 0; i < set.length; i++) {
    const ordinal = set[i] as number
    bits[ordinal >> 3] = (bits[ordinal >> 3] as number) | (1 << (ordinal & 7))
  }
  out.byte(BITS)
  out.raw(bits)
}

/** Bytes that `ByteWriter.number` takes for a number. */
function bytesOf(value: number): number {
  return value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : 4
}

/** Reads a set back. Throws when the bytes are no set. */
export function readDocSet(from: ByteReader): DocSet {
  const bytes = from.raw(from.number())
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
