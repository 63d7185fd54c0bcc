import { normalise } from '../../normalise.ts'
import type { BookDuty } from '../dutyBook.ts'
import { CIRCUMSTANCES } from '../words/circumstances.ts'
import type { UnitRun } from '../words/questionUnits.ts'
import type { BookIndex } from './bookIndex.ts'
import type { Scored } from './scoreDuties.ts'

/** A part of what a duty does not cover, up to the next semicolon or full stop. */
const CLAUSE = /[^;；。]+/g
/** The item that a clause sends to, by its running number. */
const ITEM = /第(\d{1,3})项/

/** What the duty itself says is none of its matters, and which item has it, where that is told. */
export type Excluded = { item?: number }

/**
 * Whether the duty's own excludes speak of what was asked: a clause holds a word of the question, or one that stands for
 * it, which neither title nor wordings nor what it covers hold.
 */
export function excludedBy({ duty, runs }: Scored, index: BookIndex): Excluded | undefined {
  if (!duty.excludes) return undefined
  const own = readingOf([duty.title, ...duty.wordings, duty.covers ?? ''].join('\n'), index)
  const open = runs.flatMap((run) => wordsOf(run, index)).filter((word) => !isHeld(word, own))
  if (open.length === 0) return undefined
  for (const [clause] of normalise(duty.excludes).matchAll(CLAUSE)) {
    const reading = readingOf(clause.replace(ITEM, ''), index)
    if (!open.some((word) => isHeld(word, reading))) continue
    const number = ITEM.exec(clause)?.[1]
    return number === undefined ? {} : { item: Number(number) }
  }
  return undefined
}

/** The duty with a running number: the number that ends its code. A real one stands before an invented one. */
export function dutiesOfItem(duties: readonly BookDuty[], item: number): BookDuty[] {
  return duties
    .filter(({ code }) => Number(code.slice(code.lastIndexOf('-') + 1)) === item)
    .sort((a, b) => Number(b.scope === 'real') - Number(a.scope === 'real'))
}

/** A word of the question, as it was written where it was, and the groups in which it stands. */
type Word = { text: string | undefined; groups: ReadonlySet<number> }
type Reading = { text: string; groups: ReadonlySet<number> }

function readingOf(text: string, index: BookIndex): Reading {
  const own = normalise(text)
  return { text: own, groups: new Set(index.words.inText(own).map(({ group }) => group)) }
}

function isHeld({ text, groups }: Word, reading: Reading): boolean {
  if (text !== undefined && reading.text.includes(text)) return true
  return [...groups].some((group) => reading.groups.has(group))
}

/** Words of two characters or more that a group or the circumstances hold. */
function wordsOf(run: UnitRun, index: BookIndex): Word[] {
  const words = new Map<string, { text: string | undefined; groups: Set<number> }>()
  const add = (at: number, length: number) => {
    const part = run.slice(at, at + length)
    const text = part.every(({ char }) => char !== undefined)
      ? part.map(({ char }) => char).join('')
      : undefined
    const word = words.get(`${at} ${length}`) ?? { text, groups: new Set<number>() }
    words.set(`${at} ${length}`, word)
    return word
  }
  for (const { group, at, length } of index.words.inUnits(run))
    if (length > 1) add(at, length).groups.add(group)
  run.forEach((_, at) => {
    const pair = run.slice(at, at + 2)
    if (pair.length === 2 && CIRCUMSTANCES.has(pair.map(({ char }) => char ?? ' ').join(''))) add(at, 2)
  })
  return [...words.values()]
}
