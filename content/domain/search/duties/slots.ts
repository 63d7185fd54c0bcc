import { CIRCUMSTANCES, LONGEST_CIRCUMSTANCE } from '../words/circumstances.ts'
import type { QuestionUnits, UnitRun } from '../words/questionUnits.ts'
import type { GroupHit } from '../words/wordGroups.ts'
import type { BookIndex } from './bookIndex.ts'
import { closerWays, groupWays, pairWays, singleWays, type Way, WEIGHTS } from './ways.ts'

/** A part of the question. The best of its ways counts for a duty, and only one. */
export type Slot = {
  ways: Way[]
  /** The units it stands for: number of the run, first, and the one after the last. */
  run: number
  from: number
  to: number
  /** Whether holding it says that a duty is meant: a word or a pair, not a character among others. */
  isTelling: boolean
  /** Whether it says only who, where, when or how much. */
  isCircumstance: boolean
}

/** How much, before what it is. */
const DEGREES = new Set('好真特超贼老死')

/** The parts of a question that some duty may hold. */
export function slotsOf(units: QuestionUnits, index: BookIndex): Slot[] {
  const slots = units.runs.flatMap((run, number) => [
    ...runSlots(run, number, index),
    ...acrossSlots(run, units.runs[number + 1], number, index),
  ])
  return slots.filter((slot) => slot.ways.length > 0)
}

function runSlots(run: UnitRun, number: number, index: BookIndex): Slot[] {
  const hits = index.words.inUnits(run)
  const { word, strength, aside } = readWords(run, hits)
  const slots: Slot[] = []
  const put = (from: number, to: number, factor: number, isTelling: boolean, ways: Way[]) => {
    slots.push({
      run: number,
      from,
      to,
      isTelling,
      isCircumstance: aside.slice(from, to).every(Boolean),
      ways: ways.map((way) => ({ ...way, weight: way.weight * factor })),
    })
  }
  run.forEach((unit, i) => {
    const own = strength[i] as number
    put(i, i + 1, own, run.length === 1, singleWays(unit, index))
    const next = run[i + 1]
    if (!next) return
    const nextStrength = strength[i + 1] as number
    const [a, b] = [word[i], word[i + 1]]
    const joint = a === undefined && b === undefined ? WEIGHTS.unknown : a === b ? 1 : WEIGHTS.border
    put(i, i + 2, joint * Math.max(own, nextStrength), true, pairWays(unit, next, index))
    const afterNext = run[i + 2]
    if (afterNext)
      put(i, i + 3, Math.min(own, strength[i + 2] as number), false, closerWays(unit, afterNext, index))
  })
  for (const hit of hits) {
    const whole = Math.max(...strength.slice(hit.at, hit.at + hit.length))
    put(
      hit.at,
      hit.at + hit.length,
      whole,
      hit.length > 1 || isAlone(run, hit.at),
      groupWays(run, hit, index),
    )
  }
  return slots
}

/** Whether a character is all that a run says: 吵, or 好吵. */
function isAlone(run: UnitRun, at: number): boolean {
  return run.length === 1 || (run.length === 2 && at === 1 && DEGREES.has(run[0]?.char ?? ''))
}

/** Groups of words that a stop word parts: 上哪个小学 holds 上小学. */
function acrossSlots(run: UnitRun, next: UnitRun | undefined, number: number, index: BookIndex): Slot[] {
  if (!next) return []
  return index.words
    .inUnits([...run, ...next])
    .filter((hit) => hit.asWritten && hit.at < run.length && hit.at + hit.length > run.length)
    .map((hit) => ({
      run: number,
      from: hit.at,
      to: run.length,
      isTelling: true,
      isCircumstance: false,
      ways: groupWays([...run, ...next], hit, index).map((way) => ({
        ...way,
        weight: way.weight * WEIGHTS.groupAcross,
      })),
    }))
}

/** For each unit the place where its word begins, where one is known, how much it counts, and whether it is a circumstance. */
function readWords(
  run: UnitRun,
  hits: readonly GroupHit[],
): { word: (number | undefined)[]; strength: number[]; aside: boolean[] } {
  const word: (number | undefined)[] = run.map(() => undefined)
  for (const { at, length } of hits) word.fill(at, at, at + length)
  const strength = run.map(() => 1)
  const aside = run.map(() => false)
  for (let at = 0; at < run.length; at++)
    for (let length = Math.min(LONGEST_CIRCUMSTANCE, run.length - at); length > 0; length--) {
      const said = run.slice(at, at + length).map((unit) => unit.char ?? ' ')
      if (!CIRCUMSTANCES.has(said.join(''))) continue
      strength.fill(WEIGHTS.circumstance, at, at + length)
      aside.fill(true, at, at + length)
      for (let i = at; i < at + length; i++) word[i] ??= at
      at += length - 1
      break
    }
  return { word, strength, aside }
}
