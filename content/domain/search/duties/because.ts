import { normalise } from '../../normalise.ts'
import type { DutyBook, Found } from '../dutyBook.ts'
import { withoutStopWords } from '../words/stopWords.ts'
import { groupsOf } from './groupsOf.ts'
import type { Scored } from './scoreDuties.ts'

/** A longer stretch is no longer a word that somebody said. */
const LONGEST = 7
/** So few characters beside it belong to what was said. */
const BESIDE = 2
/** So much of what people call the duty must have been said. */
const SHARE = 0.6

/**
 * What was said and what the list calls it: a stretch of the question that is most of a wording of this duty, in any
 * order. Absent where the title itself holds a word of the question, and where only part of the matter was named.
 */
export function becauseOf({ duty, holds, runs }: Scored, book: DutyBook): Found['because'] {
  const title = normalise(duty.title)
  if (holds.some(({ slot, way }) => slot.isTelling && title.includes(way.token))) return undefined
  const called = groupsOf(book)
    .filter(({ term }) => term === title)
    .flatMap(({ words }) => words.map((word) => withoutStopWords(word).join('')))
  const asked = runs.map((run) => run.map((unit) => unit.char ?? ' ').join(''))
  let best = ''
  for (const text of asked)
    for (const wording of called) {
      const { from, to } = longestOf(text, wording)
      const said = text.slice(from <= BESIDE ? 0 : from, text.length - to <= BESIDE ? text.length : to)
      if (to - from < Math.max(2, SHARE * wording.length) || said.length > LONGEST || said.includes(' '))
        continue
      if (said.length > best.length) best = said
    }
  return best === '' ? undefined : { said: best, means: duty.title }
}

/** Where the longest stretch of a text lies whose characters all stand in a wording. */
function longestOf(text: string, wording: string): { from: number; to: number } {
  let best = { from: 0, to: 0 }
  let begun = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && wording.includes(text.charAt(at))) continue
    if (at - begun > best.to - best.from) best = { from: begun, to: at }
    begun = at + 1
  }
  return best
}
