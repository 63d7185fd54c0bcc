import { hashOf } from './termKey.ts'

/** Bits for each member, and how many of them it sets: one text in eight hundred is taken for a member. */
const BITS_EACH = 14
const MARKS = 9

/** A list of texts in little space: it knows each of its members, and takes a few others for members. */
export class Fingerprints {
  readonly bits: Uint8Array
  constructor(bits: Uint8Array) {
    this.bits = bits
  }

  static of(members: Iterable<string>): Fingerprints {
    const all = [...members]
    const list = new Fingerprints(new Uint8Array(Math.ceil((all.length * BITS_EACH) / 8)))
    for (const member of all)
      for (const at of list.marksOf(member))
        list.bits[at >> 3] = (list.bits[at >> 3] as number) | (1 << (at & 7))
    return list
  }

  has(text: string): boolean {
    if (this.bits.length === 0) return false
    for (const at of this.marksOf(text))
      if (((this.bits[at >> 3] as number) & (1 << (at & 7))) === 0) return false
    return true
  }

  private marksOf(text: string): number[] {
    const step = hashOf(text, 0x5bd1e995) | 1
    const first = hashOf(text)
    return Array.from({ length: MARKS }, (_, i) => ((first + i * step) >>> 0) % (this.bits.length * 8))
  }
}
