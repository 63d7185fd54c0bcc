import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '#domain/search/answer/answer'
import { indexOf } from '#domain/search/answer/openIndex'
import { findDuties } from '#domain/search/duties/findDuties'
import { groupsOf } from '#domain/search/duties/groupsOf'
import type { DutyBook } from '#domain/search/dutyBook'
import { HEAD_FILE, KEYS_FILE } from '#domain/search/index/head'
import { Settled } from '#domain/search/index/settled'
import { leaningOf } from '#domain/search/leaning'
import { CountingLoader, type Read } from './countingLoader.ts'

export type OurAnswer = {
  answer: Answer
  /** Keys of the hits in order. */
  found: string[]
  /** What the look-up read, without the head that the first search has read already. */
  lookUp: Read
  /** What printing the first three hits read besides. */
  three: Read
  milliseconds: number
}

const NOTHING_NEW = { dead: [], documents: [], left: 0 }

/** The product's own look-up over an index in a folder; every question meets an empty cache. */
export class OurSearch {
  private readonly loader: CountingLoader
  private readonly keys: string[]
  /** What opening the index reads. */
  readonly head: Read

  private constructor(loader: CountingLoader, keys: string[]) {
    this.loader = loader
    this.keys = keys
    this.head = loader.sofar
  }

  static async open(folder: string): Promise<OurSearch> {
    const loader = new CountingLoader(folder)
    await loader.load(HEAD_FILE)
    const keys = readFileSync(join(folder, KEYS_FILE), 'utf8').trimEnd().split('\n')
    return new OurSearch(
      loader,
      keys.map((line) => line.slice(line.indexOf('\t') + 1)),
    )
  }

  /** @param book the list of duties, which the page asks first: its words and what it answers go with the question */
  async ask(text: string, most = 10, book?: DutyBook): Promise<OurAnswer> {
    const index = indexOf(await Settled.open(this.loader.load, ''), NOTHING_NEW)
    this.loader.begin()
    const began = performance.now()
    const fromBook = book && { groups: groupsOf(book), leaning: leaningOf(findDuties(book, text)) }
    const answer = await index.search({ text, most, ...fromBook })
    const milliseconds = performance.now() - began
    const lookUp = this.loader.sofar
    await index.documents(answer.hits.slice(0, 3).map(({ ordinal }) => ordinal))
    const all = this.loader.sofar
    return {
      answer,
      found: answer.hits.map(({ ordinal }) => this.keys[ordinal] as string),
      lookUp,
      three: { bytes: all.bytes - lookUp.bytes, requests: all.requests - lookUp.requests },
      milliseconds,
    }
  }
}
