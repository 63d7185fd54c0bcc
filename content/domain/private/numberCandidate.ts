import type { DigitRun } from './digitRuns.ts'
import { MARK } from './oneSpelling.ts'
import { isCounted, type Said, saidOf } from './wordsAround.ts'

/** The marks that part numbers of a list. */
const LISTS = /[、，,;；]/
/** More groups than these, and they are numbers of a row. */
const MOST_GROUPS = 7

/** The beginning of the address of a page, up to a place in it. */
const ADDRESS = /https?:\/\/[!-~]*$/i
const LONGEST_ADDRESS = 300

/** Groups of one run that may be one number, in a text of one spelling. */
export type Candidate = {
  digits: string
  from: number
  to: number
  /** Digits of each group, and what parts the groups. */
  lengths: number[]
  marks: string[]
  /** Whether groups touch each other: a number written in two scripts at once. */
  isJoined: boolean
  /** Whether no other digits stand beside it, but for the end of a name (王五). */
  isAlone: boolean
  /** Whether its groups grow from one to the next, as the numbers of a list do. */
  isRising: boolean
  /** Whether it is part of a list with a unit at its end. */
  isCountedList: boolean
  /** The length of the check sign of an identity number with what stands before it; 0 when none follows. */
  check: number
  said: Said
  /** Whether it stands in the address of a page. */
  isInAddress: boolean
  /** What stands right after it, as far as a name of a file goes on. */
  after: string
}

/** The check sign of an identity number, and what looks like it. */
const CHECK = new RegExp(`^${MARK}{0,4}[xX×хХχΧ]`)

/** The candidate of the groups from `first` to `last`. */
export function candidateOf(run: DigitRun, first: number, last: number, text: string): Candidate {
  const groups = run.slice(first, last + 1)
  const from = (groups[0] as DigitRun[number]).from
  const to = (groups.at(-1) as DigitRun[number]).to
  const marks = groups.slice(1).map((group, i) => text.slice((groups[i] as typeof group).to, group.from))
  return {
    digits: groups.map((group) => group.digits).join(''),
    from,
    to,
    lengths: groups.map((group) => group.digits.length),
    marks,
    isJoined: marks.includes(''),
    isAlone:
      run.length < groups.length + 3 &&
      run.every((group) => groups.includes(group) || (group.isHan && group.digits.length <= 2)),
    isRising: groups.every(({ digits }, i) => Number(digits) > Number(groups[i - 1]?.digits ?? -1)),
    isCountedList: isListed({ marks }) && isCounted(text, (run.at(-1) as DigitRun[number]).to),
    check: CHECK.exec(text.slice(to, to + 6))?.[0].length ?? 0,
    said: saidOf(text, from, to),
    isInAddress: ADDRESS.test(text.slice(Math.max(0, from - LONGEST_ADDRESS), from)),
    after: text.slice(to, to + 7),
  }
}

/** Whether marks part its groups as they part the numbers of a list. */
export function isListed({ marks }: Pick<Candidate, 'marks'>): boolean {
  return marks.some((mark) => LISTS.test(mark))
}

/** Whether groups of any length are one number: words before it say so, or it stands alone and one mark parts it. */
export function isFree(c: Candidate): boolean {
  const { said, marks, isAlone, isRising } = c
  if (marks.length >= MOST_GROUPS) return false
  if (said.nearPhone) return true
  if (!isAlone || (isRising && marks.length > 3)) return false
  const kinds = new Set(marks.map((mark) => mark.trim()))
  return kinds.size <= 1 && !isListed(c)
}
