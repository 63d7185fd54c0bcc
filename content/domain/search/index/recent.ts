import type { SearchDocument } from '../document.ts'
import { type OwnText, ownText } from './ownText.ts'
import type { TermEntry } from './termEntry.ts'
import { isToken, keyOfTerm, LONGEST_TOKEN, TOKEN_RUN } from './termKey.ts'
import { leveller, type MeanLengths } from './weights.ts'

/** What changed since the settled index was made. */
export type RecentFile = {
  /** Ordinals of settled records that have changed or gone. */
  dead: number[]
  /** Records that are new or have changed. */
  documents: SearchDocument[]
  /** Changed records that found no room here. */
  left: number
}

type Speaks = { level: number; isNear: boolean }

/** The changed records, searched where they are: in memory, by the same rules as the settled ones. */
export class Recent {
  readonly documents: readonly SearchDocument[]
  readonly texts: readonly OwnText[]
  /** Key → term → place in `documents` → how strongly. */
  private readonly terms = new Map<string, Map<string, Map<number, Speaks>>>()

  /** @param mean lengths of the settled index, so that weights are alike */
  constructor(documents: readonly SearchDocument[], mean: MeanLengths) {
    this.documents = documents
    this.texts = documents.map((document) => ownText(document))
    this.texts.forEach((text, place) => {
      this.add(place, text, mean)
    })
  }

  /** What the changed records hold under a key; ordinals are places in `documents`. */
  entries(key: string): TermEntry[] {
    return [...(this.terms.get(key) ?? [])].map(([term, places]) => {
      const own = [...places].filter(([, speaks]) => !speaks.isNear)
      return {
        term,
        docs: Uint32Array.from(own, ([place]) => place),
        levels: Uint8Array.from(own, ([, { level }]) => level),
        near: Uint32Array.from(
          [...places].filter(([, speaks]) => speaks.isNear),
          ([place]) => place,
        ),
      }
    })
  }

  /** Places of the records whose own text holds a text as one string. */
  holding(text: string): number[] {
    return this.texts.flatMap(({ whole }, place) => (whole.includes(text) ? [place] : []))
  }

  private add(place: number, text: OwnText, mean: MeanLengths): void {
    const levelOf = leveller({ title: text.title.length, body: text.body.length }, mean)
    const times = new Map<string, { title: number; body: number }>()
    const count = (part: 'title' | 'body') => (term: string) => {
      const of = times.get(term) ?? { title: 0, body: 0 }
      of[part]++
      times.set(term, of)
    }
    eachTerm(text.title, count('title'))
    eachTerm(text.body, count('body'))
    for (const [term, of] of times)
      this.put(term, place, { level: levelOf(of.title, of.body), isNear: false })
    eachTerm(text.near, (term) => {
      if (term.length > 1 && !times.has(term)) this.put(term, place, { level: 0, isNear: true })
    })
  }

  private put(term: string, place: number, speaks: Speaks): void {
    const key = keyOfTerm(term)
    const under = this.terms.get(key) ?? new Map<string, Map<number, Speaks>>()
    this.terms.set(key, under)
    const places = under.get(term) ?? new Map<number, Speaks>()
    under.set(term, places)
    places.set(place, speaks)
  }
}

/** Every character, pair and token of a text. */
function eachTerm(text: string, tell: (term: string) => void): void {
  for (const part of text.split('\n')) {
    for (let at = 0; at < part.length; at++) {
      tell(part.charAt(at))
      if (at + 1 < part.length) tell(part.slice(at, at + 2))
    }
    for (const [run] of part.matchAll(TOKEN_RUN)) for (const token of tokensOf(run)) tell(token)
  }
}

/** A run of letters and digits, its parts between marks, and what follows each mark, as far as they are tokens. */
export function tokensOf(run: string): string[] {
  const parts = run.split(/[^a-z\d]+/)
  const ends = [...run.matchAll(/[^a-z\d]+/g)].map(({ 0: mark, index }) => run.slice(index + mark.length))
  return [...new Set([run, ...parts, ...ends])].filter(
    (token) => isToken(token) && token.length <= LONGEST_TOKEN,
  )
}
