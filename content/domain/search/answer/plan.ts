import type { Head } from '../index/head.ts'
import { isLarge } from '../index/large.ts'
import { coverOf } from '../index/positions.ts'
import { isToken, keyOfTerm } from '../index/termKey.ts'
import type { Question } from '../words/asked.ts'
import { syllablesOf } from '../words/pinyin.ts'
import type { Expansion } from '../words/synonymGroups.ts'
import { type LookUps, MOST_LOOKUPS, placesName, termNames } from './lookUps.ts'
import { leftOutSlots, meantSlots } from './slotsBeside.ts'
import { soundPairs } from './sounds.ts'
import { splitRun } from './splitRun.ts'
import { leavesOver, toldParts } from './toldParts.ts'

/** A word of the question, with the terms whose sets tell who holds it. */
export type PlannedWord = {
  text: string
  quoted: boolean
  /** The term itself where the index should keep it, otherwise the pairs that cover it. */
  terms: string[]
  /** Letters that read as pinyin: a word only where some record holds them. */
  isSound: boolean
  isLookedUp: boolean
}

/** One thing that speaks for records: the best of what is kept under its key counts, by its factor. */
export type Slot = {
  key: string
  /** What was written; absent where only its sound was. */
  term?: string
  factor: number
}

export type Plan = {
  words: PlannedWord[]
  /** What ranks, in the order in which it is looked up while there is room. */
  slots: Slot[]
  /** Whether it holds so few pairs that room is kept to repair them. */
  isShort: boolean
  /** Whether something of the question is no word that is told. */
  leavesOver: boolean
  /** Typed pinyin, each run as its syllables. */
  sounds: string[][]
}

/** A question of so few words has a number, and words in quotes up to so many characters, whatever it costs. */
const ALWAYS = 2
const LONGEST_QUOTED = 40
/** How much a pair counts that stands across two words, a single character, and a word beside its pairs. */
const ACROSS = 0.7
const SINGLE = 0.3
/** Only so short questions are repaired: in longer ones the other words are enough. */
const REPAIRED_PAIRS = 5

/** What a plan is made with. */
export type Planning = {
  head: Head
  /** Whether a text is a word of the list by which runs are split, or a token that may be kept. */
  isKept: (text: string) => boolean
  expansions: readonly Expansion[]
  /** The runs of the question with their stop words. */
  whole: readonly string[]
  /** What was asked for in vain already. */
  spent: LookUps
}

/** What of a question is looked up: first what tells who holds its words, then what else ranks, the rarest first. */
export function planOf(question: Question, { head, isKept, expansions, whole, spent }: Planning): Plan {
  const words = new Map<string, PlannedWord>()
  const pairs = new Map<string, Slot>()
  const addWord = (text: string, quoted: boolean, terms: string[], isSound = false) => {
    if (!words.has(text)) words.set(text, { text, quoted, terms, isSound, isLookedUp: true })
  }
  const addPair = (term: string, factor: number) => {
    const known = pairs.get(term)
    if (!known || known.factor < factor) pairs.set(term, { key: keyOfTerm(term), term, factor })
  }
  const isCommon = (char: string) => head.common.has(char) || head.everywhere.has(char)
  let isLeft = false
  for (const { text, quoted } of question.runs) {
    const isWhole = quoted || text.length === 1
    const parts = isWhole ? [{ text, at: 0, isListed: false }] : splitRun(text, head.longestWord, isKept)
    const starts = new Set(parts.map((part) => part.at))
    const told = isWhole ? parts : toldParts(text, parts, { isListed: isKept, isCommon })
    isLeft ||= leavesOver(text, told)
    for (const part of told) {
      const known =
        part.isListed || (isWhole ? quoted && isKept(text) : part.text !== text && isKept(part.text))
      addWord(part.text, quoted, termsOf(part.text, known))
      if (part.text.length === 1) addPair(part.text, SINGLE)
    }
    for (let at = 0; at + 1 < text.length; at++)
      addPair(text.slice(at, at + 2), starts.has(at + 1) ? ACROSS : 1)
  }
  const { sounds, heard } = soundsOf(question.letters)
  for (const token of question.letters) {
    addWord(token, false, heard.has(token) ? [token] : termsOf(token, isKept(token)), heard.has(token))
    if (!heard.has(token)) addPair(token, 1)
  }
  const meant = meantSlots(expansions).filter(({ term }) => !pairs.has(term as string))
  const isShort = pairs.size <= REPAIRED_PAIRS
  const leftOut = isShort ? leftOutSlots(whole, pairs, head) : []
  const slots = [...pairs.values(), ...meant, ...leftOut]
  return { ...chosen([...words.values()], slots, sounds, { head, spent }), isShort, leavesOver: isLeft }
}

/** The terms that tell who holds a text: itself where it is kept as one, otherwise pairs that cover it. */
function termsOf(text: string, isKept: boolean): string[] {
  if (text.length <= 2 || isKept) return [text]
  return coverOf(text).map((offset) => text.slice(offset, offset + 2))
}

/** Typed pinyin as syllables: what was typed apart in single syllables is one run. */
function soundsOf(letters: readonly string[]): { sounds: string[][]; heard: Set<string> } {
  const runs: { syllables: string[]; tokens: string[] }[] = []
  let isOpen = false
  for (const token of letters) {
    const syllables = /^[a-zü'’]+$/.test(token) ? syllablesOf(token) : null
    if (!syllables) {
      isOpen = false
      continue
    }
    const last = runs.at(-1)
    if (isOpen && last && syllables.length === 1) {
      last.syllables.push(...syllables)
      last.tokens.push(token)
    } else runs.push({ syllables: [...syllables], tokens: [token] })
    isOpen = syllables.length === 1
  }
  const sounds = runs.filter(({ syllables }) => syllables.length > 1)
  return {
    sounds: sounds.map(({ syllables }) => syllables),
    heard: new Set(sounds.flatMap(({ tokens }) => tokens)),
  }
}

/** Which words are looked up, and in which order the slots are while there is room. */
function chosen(
  words: PlannedWord[],
  pairs: Slot[],
  sounds: string[][],
  { head, spent }: Pick<Planning, 'head' | 'spent'>,
): Omit<Plan, 'isShort' | 'leavesOver'> {
  const asked = spent.copy()
  const soundSlots = sounds.flatMap(soundPairs)
  const isFew = words.length <= ALWAYS
  const room = MOST_LOOKUPS - Math.min(soundSlots.length, MOST_LOOKUPS - 3)
  for (const word of words.toSorted((a, b) => rarity(b.text, head) - rarity(a.text, head))) {
    const needed = lookUpsOf(word, head)
    const isWorthIt = (isFew && !word.isSound) || (word.quoted && word.text.length <= LONGEST_QUOTED)
    if (isWorthIt || asked.countWith(needed) <= room) asked.add(needed)
    else word.isLookedUp = false
  }
  const worth = (slot: Slot) => rarity(slot.term as string, head) * (slot.factor < 1 ? slot.factor ** 2 : 1)
  const slots = [...soundSlots, ...pairs.toSorted((a, b) => worth(b) - worth(a))]
  const needed = new Set(words.filter((word) => word.isLookedUp).flatMap((word) => word.terms.map(keyOfTerm)))
  return {
    words,
    // What is loaded for the words costs nothing more.
    slots: [
      ...slots.filter((slot) => needed.has(slot.key)),
      ...slots.filter((slot) => !needed.has(slot.key)),
    ],
    sounds,
  }
}

/** What a word may ask for: the keys of its terms, and the places of its pairs where several cover it. */
export function lookUpsOf(
  { terms }: Pick<PlannedWord, 'terms'>,
  head: Pick<Head, 'size' | 'common'>,
): string[] {
  const names = terms.flatMap((term) => termNames(term, head))
  const areKept = !isLarge(head.size) || !terms.some((term) => head.common.has(term))
  return terms.length > 1 && areKept ? [...names, ...terms.map(placesName)] : names
}

/** What a term is likely to say, before anything of it is known. */
function rarity(term: string, head: Pick<Head, 'common' | 'everywhere'>): number {
  if (term.length === 1) return 0.5
  if (isToken(term)) return 6
  const own = head.everywhere.has(term) ? 1 : head.common.has(term) ? 2.5 : 5
  return own + (term.length > 2 ? 0.5 : 0)
}
