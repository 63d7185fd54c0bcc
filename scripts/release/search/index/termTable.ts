import { isToken, SHORTEST_TOKEN, TOKEN_RUN } from '#domain/search/index/termKey'
import { GrowingNumbers } from './growingNumbers.ts'

const BORDER = 10
/** Kinds of terms. */
export const CHARACTER = 1
export const PAIR = 2
const LONGER = 3

/** Numbers the terms of an index: characters, pairs, the longer words of its list and its tokens. */
export class TermTable {
  /** The terms by their numbers, and of which kind each is. */
  readonly terms: string[] = []
  private readonly kind = new GrowingNumbers()
  private readonly characters = new Int32Array(65536).fill(-1)
  private readonly small = new Uint16Array(65536)
  private smallCount = 0
  private readonly pairs = new Map<number, number>()
  private readonly longer = new Map<string, number>()
  /** For the number of a pair, a bit for every length of a word that begins with it. */
  private readonly lengths = new GrowingNumbers()
  /** For the first characters of a token, the lengths of the tokens that begin with them. */
  private readonly tokenLengths = new Map<string, number[]>()
  /** Tokens inside each run of letters and digits that was met. */
  private readonly runs = new Map<string, readonly number[]>()

  /** @param words of the list and tokens that are kept as one */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < SHORTEST_TOKEN) continue
      this.longer.set(word, this.add(word, LONGER))
      if (isToken(word)) {
        const start = word.slice(0, SHORTEST_TOKEN)
        const known = this.tokenLengths.get(start) ?? []
        if (!known.includes(word.length)) this.tokenLengths.set(start, [...known, word.length])
        continue
      }
      const pair = this.pair(word.charCodeAt(0), word.charCodeAt(1))
      this.lengths.at[pair] = (this.lengths.at[pair] as number) | (1 << word.length)
    }
  }

  /** Of which kind each term is. */
  get kinds(): Int32Array {
    return this.kind.at
  }

  /** Tells every occurrence of every term in a text, with its place. */
  each(text: string, tell: (term: number, at: number) => void): void {
    let unit = text.length > 0 ? text.charCodeAt(0) : BORDER
    for (let at = 0; at < text.length; at++) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : BORDER
      if (unit !== BORDER) {
        tell(this.character(unit), at)
        if (next !== BORDER) {
          const pair = this.pair(unit, next)
          tell(pair, at)
          const lengths = this.lengths.at[pair] as number
          if (lengths !== 0) this.words(text, at, lengths, tell)
        }
      }
      unit = next
    }
    for (const { 0: run, index } of text.matchAll(TOKEN_RUN))
      if (run.length >= SHORTEST_TOKEN) for (const token of this.tokensIn(run)) tell(token, index)
  }

  private words(text: string, at: number, lengths: number, tell: (term: number, at: number) => void): void {
    for (let length = SHORTEST_TOKEN, left = lengths >> length; left !== 0; length++, left >>= 1) {
      if ((left & 1) === 0) continue
      const word = this.longer.get(text.slice(at, at + length))
      if (word !== undefined) tell(word, at)
    }
  }

  private character(unit: number): number {
    const known = this.characters[unit] as number
    if (known >= 0) return known
    const added = this.add(String.fromCharCode(unit), CHARACTER)
    this.characters[unit] = added
    return added
  }

  private pair(first: number, second: number): number {
    const key = this.smallOf(first) * 32768 + this.smallOf(second)
    const known = this.pairs.get(key)
    if (known !== undefined) return known
    const added = this.add(String.fromCharCode(first, second), PAIR)
    this.pairs.set(key, added)
    return added
  }

  /** Characters in the order in which they are met: two of them make a small number, which maps are quick with. */
  private smallOf(unit: number): number {
    const known = this.small[unit] as number
    if (known > 0) return known
    if (++this.smallCount >= 32768) throw new Error('文字里有三万多种不同的字，索引装不下')
    this.small[unit] = this.smallCount
    return this.smallCount
  }

  private tokensIn(run: string): readonly number[] {
    const known = this.runs.get(run)
    if (known) return known
    const found: number[] = []
    for (let from = 0; from + SHORTEST_TOKEN <= run.length; from++)
      for (const length of this.tokenLengths.get(run.slice(from, from + SHORTEST_TOKEN)) ?? NONE) {
        const token = this.longer.get(run.slice(from, from + length))
        if (token !== undefined) found.push(token)
      }
    this.runs.set(run, found)
    return found
  }

  private add(term: string, kind: number): number {
    const number = this.terms.length
    this.terms.push(term)
    this.kind.reserve(number + 1)
    this.lengths.reserve(number + 1)
    this.kind.at[number] = kind
    return number
  }
}

const NONE: readonly number[] = []
