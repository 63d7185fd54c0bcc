import type { OwnText } from '#domain/search/index/ownText'
import { placeStep, recordStep } from '#domain/search/index/positions'
import { leveller, type MeanLengths } from '#domain/search/index/weights'
import { GrowingNumbers } from './growingNumbers.ts'
import { SliceArena } from './sliceArena.ts'
import { CHARACTER, PAIR, type TermTable } from './termTable.ts'

/** What was gathered of one term: the records that hold it with their levels, and those that only wordings lead to. */
export type Gathered = { docs: Uint32Array; levels: Uint8Array; near: Uint32Array }

/** Takes in record after record in the order of their ordinals, and keeps for every term who holds it and where. */
export class GatherTerms {
  private readonly table: TermTable
  private readonly mean: MeanLengths
  private readonly postings = new SliceArena()
  private readonly places = new SliceArena()
  /** For each term: one more than the record it was last written for, and for pairs the last place in it. */
  private readonly lastPosting = new GrowingNumbers()
  private readonly lastRecord = new GrowingNumbers()
  private readonly lastPlace = new GrowingNumbers()
  /** Occurrences in the record that is taken in now, and the terms that have any. */
  private readonly inTitle = new GrowingNumbers()
  private readonly inBody = new GrowingNumbers()
  private readonly touched = new GrowingNumbers()
  private scratch = { docs: new Uint32Array(1024), levels: new Uint8Array(1024), near: new Uint32Array(1024) }

  constructor(table: TermTable, mean: MeanLengths) {
    this.table = table
    this.mean = mean
  }

  record(ordinal: number, { title, body, whole, near }: OwnText): void {
    this.reserve(this.table.terms.length + 3 * (whole.length + near.length))
    const { table, inTitle, inBody, touched } = this
    let many = 0
    table.each(whole, (term, at) => {
      if (inTitle.at[term] === 0 && inBody.at[term] === 0) touched.at[many++] = term
      const times = at < title.length ? inTitle.at : inBody.at
      times[term] = (times[term] as number) + 1
      if (table.kinds[term] === PAIR) this.place(term, at, ordinal)
    })
    const levelOf = leveller({ title: title.length, body: body.length }, this.mean)
    for (let i = 0; i < many; i++) {
      const term = touched.at[i] as number
      this.posting(term, ordinal, 0)
      this.postings.push(term, levelOf(inTitle.at[term] as number, inBody.at[term] as number))
      inTitle.at[term] = 0
      inBody.at[term] = 0
    }
    table.each(near, (term) => {
      if (this.lastPosting.at[term] !== ordinal + 1 && table.kinds[term] !== CHARACTER)
        this.posting(term, ordinal, 1)
    })
  }

  /** What was gathered of a term. */
  of(term: number): Gathered {
    const bytes = this.postings.take(term)
    if (bytes.length > this.scratch.docs.length)
      this.scratch = {
        docs: new Uint32Array(bytes.length * 2),
        levels: new Uint8Array(bytes.length * 2),
        near: new Uint32Array(bytes.length * 2),
      }
    const { docs, levels, near } = this.scratch
    let [ordinal, held, led] = [-1, 0, 0]
    for (let at = 0; at < bytes.length; ) {
      let step = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] as number
        step |= (byte & 127) << shift
        if (byte < 128) break
      }
      ordinal += (step >>> 1) + 1
      if (step & 1) near[led++] = ordinal
      else {
        docs[held] = ordinal
        levels[held++] = bytes[at++] as number
      }
    }
    return { docs: docs.slice(0, held), levels: levels.slice(0, held), near: near.slice(0, led) }
  }

  /** The written places of a pair. */
  placesOf(pair: number): Uint8Array {
    return this.places.take(pair)
  }

  private posting(term: number, ordinal: number, isNear: 0 | 1): void {
    this.postings.number(term, (ordinal - (this.lastPosting.at[term] as number)) * 2 + isNear)
    this.lastPosting.at[term] = ordinal + 1
  }

  private place(pair: number, at: number, ordinal: number): void {
    const record = this.lastRecord.at[pair] as number
    if (record === ordinal + 1) this.places.number(pair, placeStep(at, this.lastPlace.at[pair] as number))
    else {
      this.places.number(pair, recordStep(ordinal, record - 1))
      this.places.number(pair, at)
      this.lastRecord.at[pair] = ordinal + 1
    }
    this.lastPlace.at[pair] = at
  }

  private reserve(terms: number): void {
    const { lastPosting, lastRecord, lastPlace, inTitle, inBody, touched } = this
    for (const numbers of [lastPosting, lastRecord, lastPlace, inTitle, inBody, touched])
      numbers.reserve(terms)
    for (const arena of [this.postings, this.places]) arena.reserve(terms)
  }
}
