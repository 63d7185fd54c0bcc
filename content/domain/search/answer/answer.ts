import type { Scope } from '../../scope.ts'
import type { FacetId } from '../../world/facets.ts'
import type { SearchedTable } from '../document.ts'
import type { DocSet } from '../index/docSet.ts'

/** What is asked of an index. */
export type Asked = {
  /** The question as it was written. */
  text: string
  /** Chosen values of filters: one of the values of every filter must be the record's. */
  facets?: Partial<Record<FacetId | 'table', readonly string[]>>
  /** How many hits are wanted at most. */
  most: number
  /** So many records that hold every word are wanted of each table and scope besides, so that no kind has only a number. */
  each?: number
  /** 俗称词表: the words of a group stand for each other; what is found by them alone is 相近的. */
  groups?: readonly { term: string; words: readonly string[] }[]
  /** How strongly the list of duties speaks for each duty, code → from 0 to 1: its cases gain by it among their like. */
  leaning?: ReadonlyMap<string, number>
}

/** One word of the question, as it was split by the index's own list. */
export type AskedWord = {
  /** Normalised. */
  text: string
  /** As it was typed, where that is not the normal form: LED, 漏 水. */
  asked?: string
  /** Whether the asker put it in quotes. */
  quoted: boolean
  /** Records that hold it as one string; null where it was not looked up. */
  count: number | null
  /** Whether the count is exact; a count of 0 always is. */
  isExact: boolean
}

/** One found record. What a hit prints is read from `documents`. */
export type Hit = {
  ordinal: number
  table: SearchedTable
  scope: Scope
  /** Whether it holds every asked word; the others are 相近的. */
  holds: boolean
  score: number
}

/** What was found. A piece that could not be loaded never makes an answer: it throws `LoadFailed`. */
export type Answer = {
  asked: Asked
  /** Every word of the question in its order. */
  words: AskedWord[]
  /** Whether something of the question is no such word: no number speaks of it. */
  leavesOver: boolean
  /** Records that hold every word; null where not all words could be looked up, so that there is no number to print. */
  total: { count: number; isExact: boolean } | null
  /** The same for each table; null with the total. */
  byTable: Partial<Record<SearchedTable, number>> | null
  /** The cases among them by scope; null with the total. */
  casesByScope: Record<Scope, number> | null
  /** Records that hold all words first, then 相近的, the best first in each. */
  hits: Hit[]
  /** Whether there are more hits than were wanted. */
  hasMore: boolean
  /** How strongly the found cases speak for duties: code → weight from 0 to 1. */
  duties: ReadonlyMap<string, number>
  /** Han text that typed pinyin was read as; absent where nothing was. */
  reading?: string
  /** Normalised strings to mark in titles and texts, the longest first. */
  marks: string[]
  /** The records that hold every word, for counting filters; opaque. */
  holding: DocSet | null
}

/** What a hit prints. */
export type HitDocument = {
  ordinal: number
  table: SearchedTable
  scope: Scope
  key: string
  path: string
  title: string
  line: string
}

/** A value of a filter with the records of an answer under it; `depth` is its level in a tree of places, 0 at the top. */
export type FacetCount = { value: string; label: string; count: number; depth: number }

/** The settled index and what changed since, opened. Every method throws `LoadFailed` when a piece does not come whole. */
export type SearchIndex = {
  /** Records that can be found. */
  readonly size: number
  /** Changed records that are not in it yet. */
  readonly left: number
  search(asked: Asked): Promise<Answer>
  /** Values of a filter in display order with their counts among the records that hold every word. */
  facet(id: FacetId | 'table', answer: Answer): Promise<FacetCount[]>
  /** Which file holds what a hit prints; null for a changed record, which is here already. */
  fileOf(ordinal: number): number | null
  /** What the hits print, in the order asked for. */
  documents(ordinals: readonly number[]): Promise<HitDocument[]>
}
