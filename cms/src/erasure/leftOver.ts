import { open } from 'node:fs/promises'

/** Bytes that are read at once; a whole number of pages, however large those are. */
const PIECE = 1 << 20
/** A text that is too long for its page goes on in another one, behind the number of the next. */
const NEXT_PAGE = 4
const SMALLEST_PAGE = 512

/**
 * Whether a file of SQLite holds words anywhere, in records or in what is left of old ones: the whole of them, or the larger
 * part where a text goes on in another page. It may say so of words that only begin or end alike, never the reverse.
 */
export async function leftOver(file: string, words: string): Promise<boolean> {
  // As they stand in texts, and in JSON.
  const spelled = [...new Set([words, JSON.stringify(words).slice(1, -1)])].map((each) => new Parts(each))
  const overlap = Math.max(...spelled.map(({ bytes }) => bytes.length))
  const opened = await open(file, 'r')
  try {
    const buffer = Buffer.alloc(overlap + PIECE)
    for (let at = 0; ; at += PIECE) {
      const { bytesRead } = await opened.read(buffer, overlap, PIECE, at)
      if (bytesRead === 0) return false
      const end = overlap + bytesRead
      for (const each of spelled) {
        each.begins(buffer.subarray(at === 0 ? overlap : 0, end))
        each.goesOn(buffer.subarray(overlap, end))
        if (each.areFound()) return true
      }
      buffer.copyWithin(0, bytesRead, end)
    }
  } finally {
    await opened.close()
  }
}

/** How much of words was found at most: from their beginning, and up to their end. Less than half counts as nothing. */
class Parts {
  readonly bytes: Buffer
  #head = 0
  #tail = 0

  constructor(words: string) {
    this.bytes = Buffer.from(words)
  }

  areFound(): boolean {
    const half = this.bytes.length / 2
    return this.#head > half || this.#tail > half || (this.#head > 0 && this.#tail > 0)
  }

  /** Finds the whole, or its beginning before the number of a page, which starts with a zero as no text does. */
  begins(bytes: Buffer): void {
    const words = this.bytes
    const head = words.subarray(0, Math.ceil(words.length / 2))
    for (let at = bytes.indexOf(head); at >= 0; at = bytes.indexOf(head, at + 1)) {
      let length = head.length
      while (length < words.length && bytes[at + length] === words[length]) length++
      if (length === words.length || bytes[at + length] === 0) this.#head = Math.max(this.#head, length)
    }
  }

  /** Finds the end where a text goes on at the beginning of a page. */
  goesOn(pages: Buffer): void {
    const words = this.bytes
    const first = Math.floor(words.length / 2)
    const tail = words.subarray(first)
    for (let at = pages.indexOf(tail); at >= 0; at = pages.indexOf(tail, at + 1)) {
      const from = at - (at % SMALLEST_PAGE) + NEXT_PAGE
      const before = at - from
      if (before < 0 || before > first) continue
      if (pages.subarray(from, at).equals(words.subarray(first - before, first)))
        this.#tail = Math.max(this.#tail, before + tail.length)
    }
  }
}
