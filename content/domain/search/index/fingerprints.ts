import { ByteReader, ByteWriter } from './bytes.ts'
import { hashOf } from './termKey.ts'

/** Bits of a mark that are written as they are: one text in 2¹⁰ that is no member has the mark of one. */
const LOW_BITS = 10

/**
 * A list of texts in little space: it knows each of its members, and takes one in a thousand others for members. Each
 * member is a mark between 0 and 2¹⁰ times their number; the steps between the sorted marks are written in Rice's
 * code, eleven and a half bits each.
 */
export class Fingerprints {
  /** As the list is written. */
  readonly bytes: Uint8Array
  private readonly size: number
  private readonly marks: ReadonlySet<number>

  /** @throws when the bytes end too early */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    const from = new ByteReader(bytes)
    this.size = from.number()
    this.marks = marksIn(from, this.size)
  }

  static of(members: Iterable<string>): Fingerprints {
    const all = [...members]
    const marks = Uint32Array.from(all, (member) => markOf(member, all.length)).sort()
    const out = new ByteWriter()
    out.number(all.length)
    let [byte, used, before] = [0, 0, 0]
    const bit = (one: number) => {
      byte |= one << used++
      if (used < 8) return
      out.byte(byte)
      byte = used = 0
    }
    for (const mark of marks) {
      const step = mark - before
      before = mark
      for (let high = step >>> LOW_BITS; high > 0; high--) bit(1)
      bit(0)
      for (let at = 0; at < LOW_BITS; at++) bit((step >>> at) & 1)
    }
    if (used > 0) out.byte(byte)
    return new Fingerprints(out.done())
  }

  has(text: string): boolean {
    return this.size > 0 && this.marks.has(markOf(text, this.size))
  }
}

function markOf(text: string, size: number): number {
  return hashOf(text) % (size * 2 ** LOW_BITS)
}

function marksIn(from: ByteReader, size: number): Set<number> {
  const marks = new Set<number>()
  let [byte, left, mark] = [0, 0, 0]
  const bit = () => {
    if (left === 0) [byte, left] = [from.byte(), 8]
    const one = byte & 1
    byte >>>= 1
    left--
    return one
  }
  for (let known = 0; known < size; known++) {
    while (bit() === 1) mark += 1 << LOW_BITS
    for (let at = 0; at < LOW_BITS; at++) mark += bit() << at
    marks.add(mark)
  }
  return marks
}
