import { both, type DocSet } from '../index/docSet.ts'
import { keepsPlaces } from '../index/large.ts'
import type { Merged } from '../index/merged.ts'
import { coverOf, holdingAll, type Positions } from '../index/positions.ts'
import { isToken, keyOfTerm } from '../index/termKey.ts'
import type { PlannedWord } from './plan.ts'

/** Who holds a word as one string. */
export type Holders = {
  docs: DocSet
  /** False where all pairs of the word stand in them, but whether as one string is not known. */
  isExact: boolean
  /** Whether the places of its pairs were asked for. */
  withPlaces: boolean
}

/**
 * The records whose own text holds a word.
 * @returns undefined where the word was taken for one of the list and is none: it has to be split again
 */
export async function holdersOf(word: PlannedWord, merged: Merged): Promise<Holders | undefined> {
  const isOneTerm = word.terms.length === 1
  // Letters that are no token hardly ever stand in a longer one: one pair is asked for after the other.
  const found = await (isToken(word.text) && !word.isSound ? oneByOne : together)(word.terms, merged)
  if (isOneTerm && word.text.length > 2 && !found[0]) return undefined
  let docs = found[0] ?? NONE
  for (const more of found.slice(1)) docs = both(docs, more ?? NONE)
  const recent = merged.recent.holding(word.text)
  if (isOneTerm || docs.length === 0)
    return { docs: merged.withRecent(docs, recent), isExact: true, withPlaces: false }
  const { size } = merged.settled.head
  if (!found.every((holding) => keepsPlaces(holding?.length ?? 0, size)))
    return { docs: merged.withRecent(docs, recent), isExact: false, withPlaces: false }
  const cover = await coverPlaces(word.text, merged)
  if (!cover) return { docs: merged.withRecent(docs, recent), isExact: false, withPlaces: true }
  return { docs: merged.withRecent(holdingAll(docs, cover), recent), isExact: true, withPlaces: true }
}

function together(terms: readonly string[], merged: Merged): Promise<(DocSet | undefined)[]> {
  return Promise.all(terms.map((term) => settledDocs(term, merged)))
}

/** The same up to the first pair that no record holds together with those before it. */
async function oneByOne(terms: readonly string[], merged: Merged): Promise<(DocSet | undefined)[]> {
  const found: (DocSet | undefined)[] = []
  let left: DocSet | undefined
  for (const term of terms) {
    const docs = await settledDocs(term, merged)
    found.push(docs)
    left = left ? both(left, docs ?? NONE) : docs
    if (!left?.length) break
  }
  return found
}

const NONE: DocSet = new Uint32Array(0)

/** Settled records that hold a term; undefined where nothing is kept for it. */
async function settledDocs(term: string, merged: Merged): Promise<DocSet | undefined> {
  const entries = await merged.settled.terms(keyOfTerm(term))
  return entries.find((entry) => entry.term === term)?.docs
}

async function coverPlaces(
  text: string,
  merged: Merged,
): Promise<{ offset: number; places: Positions }[] | undefined> {
  const offsets = coverOf(text)
  const places = await Promise.all(
    offsets.map((offset) => merged.settled.positions(text.slice(offset, offset + 2))),
  )
  if (places.some((p) => p === undefined)) return undefined
  return offsets.map((offset, i) => ({ offset, places: places[i] as Positions }))
}
