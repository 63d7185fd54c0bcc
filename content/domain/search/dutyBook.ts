import type { Scope } from '../scope.ts'
import type { Danger } from './danger.ts'

/** A name that leads to a page; the path is relative to the root of the site. */
export type BookLink = { name: string; path: string }

/** One item of the duty list, with what an answer prints of it. */
export type BookDuty = {
  code: string
  title: string
  category: number
  scope: Scope
  path: string
  wordings: string[]
  covers?: string
  /** For showing only: what a duty does not cover must never bring a reader to it. */
  excludes?: string
  lead: BookLink
  responsible: BookLink[]
  /** Hours until arrival, by urgency. */
  arrivalHours?: { routine: number; tough: number; emergency: number }
  /** Working days until done, from dispatch. */
  handlingDays?: number
  /** Median days from whistle to closure over `n` cases of one scope; absent where they are too few to say. */
  usual?: { scope: Scope; n: number; days: number }
  /** A case that went well, of the duty's own scope; none where there is none. */
  examples: BookLink[]
}

/** A department or a place, with everything it is called by. */
export type BookName = BookLink & { kind: 'department' | 'area'; scope: Scope; names: string[] }

/** Words that stand for each other: the word of the duty list and what people say. */
export type WordGroup = { term: string; words: readonly string[] }

/** Everything the finder needs to answer, as plain JSON: the browser loads it as one file. */
export type DutyBook = {
  duties: BookDuty[]
  names: BookName[]
  categories: { number: number; title: string }[]
  /** 俗称词表 without what the wordings of a duty say: `groupsOf` has both. */
  synonyms: WordGroup[]
  /** Whom to ask when the list does not say: what the site settings give. */
  ask: { organiser?: string; contact?: string }
}

export type Found = {
  duty: BookDuty
  /** What was said and what the list calls it, where the title does not hold the word that was said and no other duty is near. */
  because?: { said: string; means: string }
}

/** What the finder says to a question. */
export type DutyAnswer = {
  /** The most like; null where none is, and where only the fire of which the question tells is like one. */
  best: Found | null
  /** Up to two others that may be meant, or that are near where there is no best. */
  also: Found[]
  /** Whether the best stands clearly before the others and holds what was asked. */
  isSure: boolean
  /** Departments and places that are called exactly so. */
  names: { name: string; path: string; kind: BookName['kind'] }[]
  /** The categories of the list, when neither a duty nor a name was found. */
  categories: DutyBook['categories']
  /** Whom to call first, where the question tells of danger to life. */
  danger?: Danger
}
