import { isHan, normalise } from '../../normalise.ts'
import { inStandardWords } from './dialect.ts'
import { fuzzy, fuzzyOf, keyOfHan, keyOfSyllables, pinyinOf, syllablesOf } from './pinyin.ts'
import { stopWords, withoutStopWordsButGroups } from './stopWords.ts'

/** One character that was asked for, or one syllable that stands for some character. */
export type Unit = {
  /** The Han character, or a whole run of letters or digits that are no pinyin; undefined for a typed syllable. */
  char?: string
  /** Its reading as typed, or the usual one; the character itself where it has none. */
  syllable: string
  /** The reading as it is compared. */
  heard: string
}

/** Units that stand beside each other in the question. */
export type UnitRun = Unit[]

export type QuestionUnits = {
  runs: UnitRun[]
  /** Letters that are no syllables: taken as first letters of syllables. */
  initials: string[]
}

const PIECES =
  /[a-z\dü]+(?:[-._/'’][a-z\dü]+)*|[\u3007\u3400-\u9fff\uf900-\ufaff]+|[\ud840-\ud88f][\udc00-\udfff]/g
/** More letters than this are not the first letters of a title. */
const MOST_INITIALS = 12

/** Reads a question into units; pinyin stands beside Han as if it were Han. Nothing but stop words gives none. */
export function unitsOf(text: string): QuestionUnits {
  const found: QuestionUnits = { runs: [], initials: [] }
  for (const part of partsOf(inStandardWords(text))) readPart(part, found)
  return found
}

/** Parts between white space in normal form; pinyin that was typed syllable by syllable is one part. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const part of text.split(/\s+/).map(normalise)) {
    const before = parts[parts.length - 1]
    if (before !== undefined && isPinyin(before) && isPinyin(part))
      parts[parts.length - 1] = `${before}'${part}`
    else if (part !== '') parts.push(part)
  }
  const isTypedApart = parts.length > 2 && parts.every((part) => part.length === 1 && isHan(part, 0))
  return isTypedApart ? [parts.join('')] : parts
}

function isPinyin(text: string): boolean {
  return /^[a-zü'’]+$/.test(text) && syllablesOf(text) !== null
}

function readPart(part: string, into: QuestionUnits): void {
  let run: UnitRun = []
  let end = 0
  const close = () => {
    if (run.length > 0) into.runs.push(run)
    run = []
  }
  for (const { 0: piece, index } of part.matchAll(PIECES)) {
    if (index > end) close()
    end = index + piece.length
    if (isHan(piece, 0)) {
      let at = 0
      for (const left of withoutStopWordsButGroups(piece)) {
        const start = piece.indexOf(left, at)
        if (start > at) close()
        run.push(...hanUnits(left))
        at = start + left.length
      }
      if (at < piece.length) close()
      continue
    }
    const typed = lettersOf(piece)
    if (typed.initials !== undefined) into.initials.push(typed.initials)
    typed.runs.forEach((units, i) => {
      if (i > 0) close()
      run.push(...units)
    })
  }
  close()
}

function hanUnits(text: string): Unit[] {
  return Array.from(text, (char) => ({ char, syllable: pinyinOf(char) ?? char, heard: fuzzyOf(char) }))
}

/** Letters as syllables, the last one perhaps not finished, or as first letters, or as they stand. */
function lettersOf(letters: string): { runs: Unit[][]; initials?: string } {
  const whole = syllablesOf(letters)
  if (whole) return { runs: withoutStopSyllables(whole) }
  const asItStands: Unit[] = [{ char: letters, syllable: letters, heard: letters }]
  if (!/^[a-z]+$/.test(letters)) return { runs: [asItStands] }
  for (let cut = letters.length - 1; cut >= Math.max(3, letters.length - 5); cut--) {
    const begun = syllablesOf(letters.slice(0, cut))
    if (begun && begun.length > 1) return { runs: withoutStopSyllables(begun) }
  }
  return {
    runs: [asItStands],
    ...(letters.length <= MOST_INITIALS && !/^(.)\1+$/.test(letters) ? { initials: letters } : {}),
  }
}

const STOP_KEYS: ReadonlySet<string> = new Set(
  stopWords()
    .filter((word) => word.length > 1)
    .map((word) => keyOfHan(word)),
)
const LONGEST_STOP = 7

function withoutStopSyllables(syllables: string[]): Unit[][] {
  const runs: Unit[][] = []
  let run: Unit[] = []
  let at = 0
  while (at < syllables.length) {
    let stop = Math.min(LONGEST_STOP, syllables.length - at)
    while (stop > 1 && !STOP_KEYS.has(keyOfSyllables(syllables.slice(at, at + stop)))) stop--
    if (stop > 1 && stop < syllables.length) {
      if (run.length > 0) runs.push(run)
      run = []
      at += stop
      continue
    }
    const syllable = syllables[at++] as string
    run.push({ syllable, heard: fuzzy(syllable) })
  }
  if (run.length > 0) runs.push(run)
  return runs
}
