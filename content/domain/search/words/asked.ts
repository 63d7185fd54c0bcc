import { isHan, normalise } from '../../normalise.ts'
import { inStandardWords } from './dialect.ts'
import { withoutStopWords } from './stopWords.ts'

/** What is left of a question when stop words and punctuation are taken out, in normal form and in order. */
export type Question = {
  /** Runs of Han; what was put in quotation marks, and nothing but stop words, is one run as it stands. */
  runs: { text: string; quoted: boolean }[]
  /** Runs of letters and digits: numbers of cases and duties stay whole. */
  letters: string[]
}

const QUOTED = /“([^“”]*)”|"([^"]*)"|「([^「」]*)」|『([^『』]*)』|＂([^＂]*)＂/g
/** Letters and digits, joined by single marks as in 3-47, WS-2022-001234, xi'an or 1.5. */
const LETTERS = /[a-z\dü]+(?:[-._/'’][a-z\dü]+)*/g

/**
 * Reads a question. White space is a border, unless single characters were typed apart. A question of nothing but stop
 * words is taken as it stands.
 */
export function readQuestion(text: string): Question {
  const question: Question = { runs: [], letters: [] }
  const unquoted: string[] = []
  let from = 0
  for (const match of text.matchAll(QUOTED)) {
    unquoted.push(text.slice(from, match.index))
    from = match.index + match[0].length
    readPlain(unquoted.pop() as string, question)
    const words = normalise(match.slice(1).find((words) => words !== undefined) as string)
    if (words) question.runs.push({ text: words, quoted: true })
  }
  readPlain(text.slice(from), question)
  if (question.runs.length + question.letters.length > 0) return question
  return { runs: hanRuns(text).map((run) => ({ text: run, quoted: true })), letters: [] }
}

/** The runs of Han of a question as they stand, its stop words in them, without what was put in quotation marks. */
export function wholeRuns(text: string): string[] {
  return hanRuns(inStandardWords(text.replaceAll(QUOTED, ' ')))
}

/** Whether a text holds nothing that can be asked for: no Han, no letters, no digits. */
export function isWordless(text: string): boolean {
  const { runs, letters } = readQuestion(text)
  return runs.length + letters.length === 0
}

function readPlain(written: string, into: Question): void {
  const text = inStandardWords(written)
  for (const run of hanRuns(text))
    for (const left of withoutStopWords(run)) into.runs.push({ text: left, quoted: false })
  for (const [letters] of normalise(text).matchAll(LETTERS)) into.letters.push(letters)
}

/** Runs of Han between white space, punctuation and letters; one run where every character was typed apart. */
function hanRuns(text: string): string[] {
  const runs = text.split(/\s+/).flatMap((part) => cutHan(normalise(part)))
  const isTypedApart = runs.length > 2 && runs.every((run) => run.length === 1)
  return isTypedApart ? [runs.join('')] : runs
}

function cutHan(text: string): string[] {
  const runs: string[] = []
  let begun = -1
  for (let i = 0; i <= text.length; i++) {
    const han = i < text.length && isHan(text, i)
    const inside = han || (begun >= 0 && i > 0 && isLowHalf(text, i))
    if (inside && begun < 0) begun = i
    if (!inside && begun >= 0) {
      runs.push(text.slice(begun, i))
      begun = -1
    }
  }
  return runs
}

/** Whether a unit is the second half of a Han character outside the basic plane. */
function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff && isHan(text, at - 1)
}
