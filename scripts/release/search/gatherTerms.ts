import type { OwnText } from '#domain/search/index/ownText'
import { writePlace } from '#domain/search/index/positions'
import { leveller, type MeanLengths } from '#domain/search/index/weights'
import { SliceArena } from './sliceArena.ts'
import type { TermTable } from './termTable.ts'

/** What was gathered of one term: the records that hold it with their levels, and those that only wordings lead to. */
export type Gathered = { docs: Uint32Array; levels: Uint8Array; near: Uint32Array }

/** Takes in record after record in the order of their ordinals, and keeps for every term who holds it and where. */
export class GatherTerms {
  private readonly table: TermTable
  private readonly mean: MeanLengths
  private readonly postings = new SliceArena()
  private readonly places = new SliceArena()
  /** For each term the record it was last written for, one too high: 0 is none. */
  private readonly lastPosting: number[] = []
  private readonly lastPlace: { ordinal: number; place: number }[] = []
  /** Occurrences in the record that is taken in now. */
  private readonly inTitle: number[] = []
  private readonly inBody: number[] = []
  private touched: number[] = []

  constructor(table: TermTable, mean: MeanLengths) {
    this.table = table
    this.mean = mean
  }

  record(ordinal: number, { title, body, whole, near }: OwnText): void {
    this.table.each(whole, (term, at) => {
      const times = at < title.length ? this.inTitle : this.inBody
      if (!this.inTitle[term] && !this.inBody[term]) this.touched.push(term)
      times[term] = (times[term] ?? 0) + 1
      if (this.table.isPair(term)) this.place(term, at, ordinal)
    })
    const levelOf = leveller({ title: title.length, body: body.length }, this.mean)
    for (const term of this.touched) {
      this.posting(term, ordinal, 0)
      this.postings.push(term, levelOf(this.inTitle[term] ?? 0, this.inBody[term] ?? 0))
      this.inTitle[term] = 0
      this.inBody[term] = 0
    }
    this.touched = []
    this.table.each(near, (term) => {
      if (this.lastPosting[term] !== ordinal + 1 && (this.table.terms[term] as string).length > 1)
        this.posting(term, ordinal, 1)
    })
  }

  /** What was gathered of a term. */
  of(term: number): Gathered {
    const bytes = this.postings.take(term)
    const [docs, levels, near]: [number[], number[], number[]] = [[], [], []]
    let ordinal = -1
    for (let at = 0; at < bytes.length; ) {
      let step = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] as number
        step += (byte & 127) * 2 ** shift
        if (byte < 128) break
      }
      ordinal += (step >>> 1) + 1
      if (step & 1) near.push(ordinal)
      else {
        docs.push(ordinal)
        levels.push(bytes[at++] as number)
      }
    }
    return { docs: Uint32Array.from(docs), levels: Uint8Array.from(levels), near: Uint32Array.from(near) }
  }

  /** The written places of a pair. */
  placesOf(term: number): Uint8Array {
    return this.places.take(term)
  }

  private posting(term: number, ordinal: number, isNear: 0 | 1): void {
    this.postings.number(term, (ordinal - (this.lastPosting[term] ?? 0)) * 2 + isNear)
    this.lastPosting[term] = ordinal + 1
  }

  private place(pair: number, at: number, ordinal: number): void {
    const last = this.lastPlace[pair]
    writePlace((value) => this.places.number(pair, value), at, last, ordinal)
    if (!last) this.lastPlace[pair] = { ordinal, place: at }
    else {
      last.ordinal = ordinal
      last.place = at
    }
  }
}
