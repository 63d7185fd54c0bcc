import { GrowingNumbers } from './growingNumbers.ts'

/** Bytes that the first slice of a list holds, and that no slice exceeds; each next one is twice as long. */
const FIRST = 8
const LARGEST = 4096
/** At the end of a full slice stands where the next one begins. */
const LINK = 4
const GROWTH = 1 << 24
const MOST = 2 ** 31 - 1

/**
 * Hundreds of thousands of lists of bytes that all grow at once, in one piece of memory: each list is a chain of slices
 * that grow with it.
 */
export class SliceArena {
  private readonly buffer = new ArrayBuffer(GROWTH, { maxByteLength: MOST })
  private bytes = new Uint8Array(this.buffer, 0, GROWTH)
  /** The first byte is nobody's, so that 0 says that a list has none. */
  private used = 1
  /** For each list: its first slice, where it is written, where that slice ends, how long it is, and bytes before it. */
  private readonly first = new GrowingNumbers()
  private readonly at = new GrowingNumbers()
  private readonly end = new GrowingNumbers()
  private readonly size = new GrowingNumbers()
  private readonly before = new GrowingNumbers()

  /** Makes room for lists up to this number, which must come before anything is added to them. */
  reserve(lists: number): void {
    for (const numbers of [this.first, this.at, this.end, this.size, this.before]) numbers.reserve(lists)
  }

  /** Adds a byte to a list. */
  push(list: number, byte: number): void {
    let at = this.at.at[list] as number
    if (at === this.end.at[list]) at = this.goOn(list, at)
    this.bytes[at] = byte
    this.at.at[list] = at + 1
  }

  /** Adds a number as `ByteWriter.number` writes it. */
  number(list: number, value: number): void {
    let rest = value
    while (rest > 127) {
      this.push(list, (rest & 127) | 128)
      rest >>>= 7
    }
    this.push(list, rest)
  }

  /** The bytes of a list. */
  take(list: number): Uint8Array {
    const last = (this.at.at[list] ?? 0) - ((this.end.at[list] ?? 0) - (this.size.at[list] ?? 0))
    const out = new Uint8Array((this.before.at[list] ?? 0) + last)
    let slice = this.first.at[list] as number
    let size = FIRST
    for (let done = 0; done < out.length; ) {
      const many = Math.min(size, out.length - done)
      out.set(this.bytes.subarray(slice, slice + many), done)
      done += many
      slice = this.linkAt(slice + size)
      size = Math.min(size * 2, LARGEST)
    }
    return out
  }

  /** Begins the next slice of a list, or its first. */
  private goOn(list: number, end: number): number {
    const full = this.size.at[list] as number
    const size = full === 0 ? FIRST : Math.min(full * 2, LARGEST)
    const at = this.slice(size)
    if (full === 0) this.first.at[list] = at
    else for (let i = 0; i < LINK; i++) this.bytes[end + i] = (at >>> (8 * i)) & 255
    this.before.at[list] = (this.before.at[list] as number) + full
    this.size.at[list] = size
    this.end.at[list] = at + size
    return at
  }

  private slice(size: number): number {
    const at = this.used
    this.used += size + LINK
    if (this.used > this.buffer.byteLength) {
      if (this.used > MOST) throw new Error('索引太大：一份索引最多 2 GB')
      this.buffer.resize(Math.min(MOST, this.buffer.byteLength + GROWTH))
      // A view of fixed length is read faster than one that follows its buffer.
      this.bytes = new Uint8Array(this.buffer, 0, this.buffer.byteLength)
    }
    return at
  }

  private linkAt(at: number): number {
    let value = 0
    for (let i = 0; i < LINK; i++) value += (this.bytes[at + i] ?? 0) * 2 ** (8 * i)
    return value
  }
}
