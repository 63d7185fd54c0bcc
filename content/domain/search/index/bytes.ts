/** Grows while it is written: numbers as 7-bit groups (the last one without the high bit), text as UTF-8 with its length. */
export class ByteWriter {
  private bytes: Uint8Array
  length = 0

  /** @param room bytes that are expected; more make it grow */
  constructor(room = 256) {
    this.bytes = new Uint8Array(room)
  }

  /** Begins anew in the same memory. */
  clear(): void {
    this.length = 0
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length++] = value
  }

  number(value: number): void {
    this.reserve(5)
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.bytes[this.length++] = rest
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  text(text: string): void {
    const bytes = encoder.encode(text)
    this.number(bytes.length)
    this.raw(bytes)
  }

  /** What was written so far. */
  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    grown.set(this.bytes)
    this.bytes = grown
  }
}

/** Reads what `ByteWriter` wrote. Throws when the bytes end too early. */
export class ByteReader {
  readonly bytes: Uint8Array
  at: number
  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  byte(): number {
    const value = this.bytes[this.at++]
    if (value === undefined) throw new Error('比说好的短')
    return value
  }

  number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte()
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }

  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new Error('比说好的短')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  text(): string {
    return decoder.decode(this.raw(this.number()))
  }
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
