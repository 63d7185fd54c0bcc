import { isToken, LONGEST_TOKEN, SHORTEST_TOKEN, TOKEN_RUN } from '#domain/search/index/termKey'

const BORDER = 10

/** Numbers the terms of an index: characters, pairs, the longer words of its list and its tokens. */
export class TermTable {
  /** The terms by their numbers. */
  readonly terms: string[] = []
  private readonly characters = new Int32Array(65536).fill(-1)
  private readonly small = new Uint16Array(65536)
  private smallCount = 0
  private readonly pairs = new Map<number, number>()
  private readonly longer = new Map<string, number>()
  /** For the number of a pair, the lengths of the words that begin with it. */
  private readonly lengths = new Map<number, number[]>()
  /** Tokens inside each run of letters and digits that was met. */
  private readonly runs = new Map<string, readonly number[]>()

  /** @param words of the list and tokens that are kept as one */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length < SHORTEST_TOKEN) continue
      this.longer.set(word, this.add(word))
      if (isToken(word)) continue
      const pair = this.pair(word.charCodeAt(0), word.charCodeAt(1))
      const lengths = this.lengths.get(pair) ?? []
      if (!lengths.includes(word.length)) this.lengths.set(pair, [...lengths, word.length])
    }
  }

  /** Whether a term is one that two characters make. */
  isPair(term: number): boolean {
    return (this.terms[term] as string).length === 2
  }

  /** Tells every occurrence of every term in a text, with its place. */
  each(text: string, tell: (term: number, at: number) => void): void {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === BORDER) continue
      tell(this.character(unit), at)
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : BORDER
      if (next === BORDER) continue
      const pair = this.pair(unit, next)
      tell(pair, at)
      for (const length of this.lengths.get(pair) ?? NONE) {
        const word = this.longer.get(text.slice(at, at + length))
        if (word !== undefined) tell(word, at)
      }
    }
    for (const { 0: run, index } of text.matchAll(TOKEN_RUN))
      for (const token of this.tokensIn(run)) tell(token, index)
  }

  private character(unit: number): number {
    const known = this.characters[unit] as number
    if (known >= 0) return known
    const added = this.add(String.fromCharCode(unit))
    this.characters[unit] = added
    return added
  }

  private pair(first: number, second: number): number {
    const key = this.smallOf(first) * 32768 + this.smallOf(second)
    const known = this.pairs.get(key)
    if (known !== undefined) return known
    const added = this.add(String.fromCharCode(first, second))
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
    for (let from = 0; from < run.length; from++)
      for (let to = from + SHORTEST_TOKEN; to <= Math.min(run.length, from + LONGEST_TOKEN); to++) {
        const token = this.longer.get(run.slice(from, to))
        if (token !== undefined) found.push(token)
      }
    this.runs.set(run, found)
    return found
  }

  private add(term: string): number {
    this.terms.push(term)
    return this.terms.length - 1
  }
}

const NONE: readonly number[] = []
