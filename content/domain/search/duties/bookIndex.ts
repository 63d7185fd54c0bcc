import { normalise } from '../../normalise.ts'
import type { BookDuty, DutyBook } from '../dutyBook.ts'
import { CONCEPTS } from '../words/concepts.ts'
import { fuzzyOf, initialsOf, keysOfHan } from '../words/pinyin.ts'
import { WordGroups } from '../words/wordGroups.ts'
import { groupsOf } from './groupsOf.ts'

/** How much each duty holds of one token, by its place in the book; fields weighed and their length taken into account. */
export type Postings = Map<number, number>

const FIELDS = { title: 2.5, wordings: 2.2, covers: 1.6, lead: 0.5 }
const FLATTEN = { title: 0.8, wordings: 0.5, covers: 0.5, lead: 0 }

/** The book turned round: which duties hold a character, a pair of characters, a group of words. */
export type BookIndex = {
  book: DutyBook
  duties: readonly BookDuty[]
  singles: Map<string, Postings>
  pairs: Map<string, Postings>
  /** Pairs with one character between them. */
  gaps: Map<string, Postings>
  groups: Map<number, Postings>
  /** Pairs and singles that sound alike, by their sound. */
  pairsBySound: Map<string, string[]>
  singlesBySound: Map<string, string[]>
  words: WordGroups
  /** First letters of title and wordings. */
  initials: { title: string; wordings: string[] }[]
}

type FieldName = keyof typeof FIELDS
type Text = { field: FieldName; text: string }

const HAN_OR_LETTERS = /[a-z\d]+|[\u3007\u3400-\u9fff\uf900-\ufaff]+/g

export function indexOfBook(book: DutyBook): BookIndex {
  const index: BookIndex = {
    book,
    duties: book.duties,
    singles: new Map(),
    pairs: new Map(),
    gaps: new Map(),
    groups: new Map(),
    pairsBySound: new Map(),
    singlesBySound: new Map(),
    words: new WordGroups([groupsOf(book), CONCEPTS]),
    initials: [],
  }
  const texts = book.duties.map(textsOf)
  const average = averageLengths(texts)
  texts.forEach((own, duty) => {
    const lengths = lengthsOf(own)
    for (const { field, text } of own) {
      const weight =
        FIELDS[field] / (1 - FLATTEN[field] + (FLATTEN[field] * lengths[field]) / (average[field] || 1))
      for (const [run] of text.matchAll(HAN_OR_LETTERS)) addRun(index, run, duty, weight)
    }
    const { title, wordings } = book.duties[duty] as BookDuty
    index.initials.push({
      title: initialsOf(normalise(title)),
      wordings: wordings.map((wording) => initialsOf(normalise(wording))),
    })
  })
  for (const pair of index.pairs.keys())
    for (const key of keysOfHan(pair)) push(index.pairsBySound, key, pair)
  for (const char of index.singles.keys()) push(index.singlesBySound, fuzzyOf(char), char)
  return index
}

function textsOf(duty: BookDuty): Text[] {
  return [
    { field: 'title', text: normalise(duty.title) },
    ...duty.wordings.map((wording): Text => ({ field: 'wordings', text: normalise(wording) })),
    ...(duty.covers ? [{ field: 'covers' as const, text: normalise(duty.covers) }] : []),
    { field: 'lead', text: normalise(duty.lead.name) },
  ]
}

function lengthsOf(texts: readonly Text[]): Record<FieldName, number> {
  const lengths = { title: 0, wordings: 0, covers: 0, lead: 0 }
  for (const { field, text } of texts) lengths[field] += text.length
  return lengths
}

function averageLengths(all: readonly Text[][]): Record<FieldName, number> {
  const sums = lengthsOf(all.flat())
  for (const field of Object.keys(sums) as FieldName[]) sums[field] /= Math.max(1, all.length)
  return sums
}

function addRun(index: BookIndex, run: string, duty: number, weight: number): void {
  if (/^[a-z\d]/.test(run)) {
    hold(index.singles, run, duty, weight)
    return
  }
  for (let i = 0; i < run.length; i++) {
    hold(index.singles, run.charAt(i), duty, weight)
    if (i + 1 < run.length) hold(index.pairs, run.slice(i, i + 2), duty, weight)
    if (i + 2 < run.length) hold(index.gaps, run.charAt(i) + run.charAt(i + 2), duty, weight)
  }
  for (const { group } of index.words.inText(run)) hold(index.groups, group, duty, weight)
}

function hold<K>(tokens: Map<K, Postings>, token: K, duty: number, weight: number): void {
  const postings = tokens.get(token) ?? new Map<number, number>()
  tokens.set(token, postings)
  postings.set(duty, (postings.get(duty) ?? 0) + weight)
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
