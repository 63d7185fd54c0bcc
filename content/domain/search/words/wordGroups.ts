import type { WordGroup } from '../dutyBook.ts'
import { firstOfKey, fuzzyOf, initialsOf, keyOfHeard, keysOfHan } from './pinyin.ts'
import type { Unit } from './questionUnits.ts'

/** A group that a stretch of a text belongs to. `length` counts its units; `asWritten` is false where it only sounds so. */
export type GroupHit = { group: number; at: number; length: number; asWritten: boolean }

type Layer = {
  byWord: Map<string, number[]>
  bySound: Map<string, number[]>
  /** Length of the longest word by the character and by the sound that it begins with. */
  longest: Map<string, number>
}
/** Fewer first letters stand for too many words. */
const LEAST_INITIALS = 3

/**
 * Words that stand for each other, ready to be found in texts and questions. Of words inside each other only the
 * longest of its list counts; a long word of one list hides no word of another.
 */
export class WordGroups {
  private readonly layers: Layer[] = []

  constructor(lists: readonly (readonly WordGroup[])[]) {
    let number = 0
    for (const list of lists) {
      const layer: Layer = { byWord: new Map(), bySound: new Map(), longest: new Map() }
      for (const { term, words } of list) {
        for (const word of new Set([term, ...words])) {
          const keys = /[a-z\d]/.test(word) ? [keyOfHeard(partsOf(word).map(fuzzyOf))] : keysOfHan(word)
          const length = partsOf(word).length
          add(layer.byWord, word, number)
          grow(layer.longest, word.charAt(0), length)
          for (const key of keys) {
            add(layer.bySound, key, number)
            grow(layer.longest, firstOfKey(key), length)
          }
        }
        number++
      }
      this.layers.push(layer)
    }
  }

  /** Groups with a word of exactly these first letters. */
  byInitials(letters: string): number[] {
    if (letters.length < LEAST_INITIALS) return []
    return this.layers.flatMap(({ byWord }) =>
      [...byWord].flatMap(([word, groups]) =>
        word.length === letters.length && initialsOf(word) === letters ? groups : [],
      ),
    )
  }

  /** Groups of the longest words in a text of Han in normal form. */
  inText(text: string): GroupHit[] {
    return this.layers.flatMap(({ byWord, longest }) =>
      longestOf(
        text.length,
        (at) => longest.get(text.charAt(at)) ?? 0,
        (at, length) => {
          const groups = byWord.get(text.slice(at, at + length))
          return groups && { groups, asWritten: true }
        },
      ),
    )
  }

  /** Groups of the longest words in what was asked: as written, or by its sound where it is two syllables or more. */
  inUnits(units: readonly Unit[]): GroupHit[] {
    return this.layers.flatMap(({ byWord, bySound, longest }) =>
      longestOf(
        units.length,
        (at) => longest.get((units[at] as Unit).heard) ?? 0,
        (at, length) => {
          const part = units.slice(at, at + length)
          const isHan = part.every((unit) => unit.char !== undefined)
          const written = isHan ? byWord.get(part.map((unit) => unit.char).join('')) : undefined
          if (written) return { groups: written, asWritten: true }
          const heard = length > 1 ? bySound.get(keyOfHeard(part.map((unit) => unit.heard))) : undefined
          return heard && { groups: heard, asWritten: part.every((unit) => unit.char === undefined) }
        },
      ),
    )
  }
}

function longestOf(
  size: number,
  mostAt: (at: number) => number,
  find: (at: number, length: number) => { groups: number[]; asWritten: boolean } | undefined,
): GroupHit[] {
  const hits: GroupHit[] = []
  let covered = 0
  for (let at = 0; at < size; at++)
    for (let length = Math.min(mostAt(at), size - at); length > 0; length--) {
      const found = find(at, length)
      if (!found) continue
      // A word inside the one before says nothing more.
      if (at + length > covered)
        for (const group of found.groups) hits.push({ group, at, length, asWritten: found.asWritten })
      covered = Math.max(covered, at + length)
      break
    }
  return hits
}

/** Characters of a word; letters and digits beside each other are one. */
function partsOf(word: string): string[] {
  return word.match(/[a-z\d]+|[^a-z\d]/gu) ?? []
}

function grow(longest: Map<string, number>, begins: string, length: number): void {
  longest.set(begins, Math.max(length, longest.get(begins) ?? 0))
}

function add(map: Map<string, number[]>, key: string, group: number): void {
  const groups = map.get(key)
  if (!groups) map.set(key, [group])
  else if (!groups.includes(group)) groups.push(group)
}
