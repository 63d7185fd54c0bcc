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
  private bytes = new Uint8Array(this.buffer)
  private used = 0
  /** For each list: its first slice, where it is written, where that slice ends, and its bytes so far. */
  private readonly first: number[] = []
  private readonly at: number[] = []
  private readonly end: number[] = []
  private readonly lengths: number[] = []

  /** Adds a byte to a list. */
  push(list: number, byte: number): void {
    let at = this.at[list]
    if (at === undefined || at < 0) at = this.begin(list)
    else if (at === this.end[list]) at = this.goOn(list, at)
    this.bytes[at] = byte
    this.at[list] = at + 1
    this.lengths[list] = (this.lengths[list] as number) + 1
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
    const out = new Uint8Array(this.lengths[list] ?? 0)
    let slice = this.first[list] as number
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

  private begin(list: number): number {
    // Lists are numbered without gaps in the order in which they are met, or nearly so.
    while (this.first.length <= list) {
      this.first.push(-1)
      this.at.push(-1)
      this.end.push(0)
      this.lengths.push(0)
    }
    const at = this.slice(FIRST)
    this.first[list] = at
    this.end[list] = at + FIRST
    return at
  }

  private goOn(list: number, end: number): number {
    const size = this.sizeOfNext(this.lengths[list] as number)
    const at = this.slice(size)
    for (let i = 0; i < LINK; i++) this.bytes[end + i] = (at >>> (8 * i)) & 255
    this.end[list] = at + size
    return at
  }

  /** Size of the slice after those that hold so many bytes. */
  private sizeOfNext(held: number): number {
    let size = FIRST
    for (let whole = 0; whole < held; whole += size, size = Math.min(size * 2, LARGEST));
    return size
  }

  private slice(size: number): number {
    const at = this.used
    this.used += size + LINK
    if (this.used > this.buffer.byteLength) {
      if (this.used > MOST) throw new Error('索引太大：一份索引最多 2 GB')
      this.buffer.resize(Math.min(MOST, this.buffer.byteLength + GROWTH))
      this.bytes = new Uint8Array(this.buffer)
    }
    return at
  }

  private linkAt(at: number): number {
    let value = 0
    for (let i = 0; i < LINK; i++) value += (this.bytes[at + i] ?? 0) * 2 ** (8 * i)
    return value
  }
}
