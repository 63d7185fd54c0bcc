import type { WordGroup } from './dutyBook.ts'
import { fuzzyOf } from './pinyin.ts'
import type { Unit } from './questionUnits.ts'

/** A group that a stretch of a text belongs to. `length` counts its units; `asWritten` is false where it only sounds so. */
export type GroupHit = { group: number; at: number; length: number; asWritten: boolean }

const LONGEST_WORD = 8

/** Words that stand for each other, ready to be found in texts and questions. */
export class WordGroups {
  private readonly byWord = new Map<string, number[]>()
  private readonly bySound = new Map<string, number[]>()

  constructor(groups: readonly WordGroup[]) {
    groups.forEach(({ term, words }, group) => {
      for (const word of new Set([term, ...words])) {
        add(this.byWord, word, group)
        add(this.bySound, soundOf(Array.from(word, fuzzyOf)), group)
      }
    })
  }

  /** Groups of the longest words in a text of Han in normal form. */
  inText(text: string): GroupHit[] {
    return longest(text.length, (at, length) => {
      const groups = this.byWord.get(text.slice(at, at + length))
      return groups ? { groups, asWritten: true } : null
    })
  }

  /** Groups of the longest words in what was asked: as written, or by its sound where it is two syllables or more. */
  inUnits(units: readonly Unit[]): GroupHit[] {
    return longest(units.length, (at, length) => {
      const part = units.slice(at, at + length)
      const written = part.every((unit) => unit.char !== undefined)
        ? this.byWord.get(part.map((unit) => unit.char).join(''))
        : undefined
      if (written) return { groups: written, asWritten: true }
      const heard = length > 1 ? this.bySound.get(soundOf(part.map((unit) => unit.heard))) : undefined
      return heard ? { groups: heard, asWritten: part.every((unit) => unit.char === undefined) } : null
    })
  }
}

function longest(
  size: number,
  find: (at: number, length: number) => { groups: number[]; asWritten: boolean } | null,
): GroupHit[] {
  const hits: GroupHit[] = []
  let covered = 0
  for (let at = 0; at < size; at++)
    for (let length = Math.min(LONGEST_WORD, size - at); length > 0; length--) {
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

function soundOf(heard: readonly string[]): string {
  return heard.join('\u0001')
}

function add(map: Map<string, number[]>, key: string, group: number): void {
  const groups = map.get(key)
  if (!groups) map.set(key, [group])
  else if (!groups.includes(group)) groups.push(group)
}
