import type { BookIndex, Postings } from './bookIndex.ts'
import { CIRCUMSTANCES, LONGEST_CIRCUMSTANCE } from './circumstances.ts'
import { lookAlikes } from './confusable.ts'
import { pinyinOf } from './pinyin.ts'
import type { QuestionUnits, Unit, UnitRun } from './questionUnits.ts'
import type { GroupHit } from './wordGroups.ts'

/** How a token agrees with what was asked: it stands there, it means the same, or it may have been meant. */
export type Agreement = 'written' | 'group' | 'guess'

/** One way in which a duty may hold a part of the question: who holds `token`, and how much that counts. */
export type Way = { token: string; postings: Postings; weight: number; agreement: Agreement }

/** A part of the question. The best of its ways counts for a duty, and only one. */
export type Slot = {
  ways: Way[]
  /** The units it stands for: number of the run, first, and the one after the last. */
  run: number
  from: number
  to: number
  /** Whether holding it says that a duty is meant: a word or a pair, not a character among others. */
  isTelling: boolean
}

/** How far each kind of agreement counts, against a pair of characters as written inside one word. */
export const WEIGHTS = {
  /** A single character; one that only sounds so. */
  single: 0.45,
  singleSound: 0.22,
  /** Words of one group; said by sound, or over a stop word. */
  group: 1.45,
  groupSound: 0.5,
  groupAcross: 0.8,
  /** A pair that sounds the same, when the written pair is in the book and when it is not. */
  soundKnown: 0.2,
  soundNew: 0.55,
  /** Both characters are other ones; the sound is only nearly the same. */
  bothOther: 0.5,
  nearly: 0.8,
  /** A character that looks like it, when the written pair is in the book and when it is not. */
  lookKnown: 0.12,
  lookNew: 0.75,
  /** The pair the other way round; with a character between; without the one between. */
  swapped: 0.6,
  apart: 0.7,
  closer: 0.35,
  /** A pair over the border of a known word; one where no word is known. */
  border: 0.55,
  unknown: 0.55,
  /** Words of circumstance. */
  circumstance: 0.5,
}

/** How rare a token is among `n` duties when `df` of them hold it. */
export function rarity(df: number, n: number): number {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5))
}

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
  const { word, strength } = readWords(run, hits)
  const slots: Slot[] = []
  const put = (from: number, to: number, factor: number, isTelling: boolean, ways: Way[]) => {
    slots.push({
      run: number,
      from,
      to,
      isTelling,
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
    put(hit.at, hit.at + hit.length, whole, hit.length > 1 || run.length < 3, groupWays(hit, index))
  }
  return slots
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
      ways: groupWays(hit, index).map((way) => ({ ...way, weight: way.weight * WEIGHTS.groupAcross })),
    }))
}

/** For each unit the place where its word begins, where one is known, and how much it counts. */
function readWords(
  run: UnitRun,
  hits: readonly GroupHit[],
): { word: (number | undefined)[]; strength: number[] } {
  const word: (number | undefined)[] = run.map(() => undefined)
  for (const { at, length } of hits) word.fill(at, at, at + length)
  const strength = run.map(() => 1)
  for (let at = 0; at < run.length; at++)
    for (let length = Math.min(LONGEST_CIRCUMSTANCE, run.length - at); length > 0; length--) {
      const said = run.slice(at, at + length).map((unit) => unit.char ?? ' ')
      if (!CIRCUMSTANCES.has(said.join(''))) continue
      strength.fill(WEIGHTS.circumstance, at, at + length)
      for (let i = at; i < at + length; i++) word[i] ??= at
      at += length - 1
      break
    }
  return { word, strength }
}

function singleWays(unit: Unit, index: BookIndex): Way[] {
  const n = index.duties.length
  const written = unit.char === undefined ? undefined : index.singles.get(unit.char)
  if (written)
    return [
      {
        token: unit.char as string,
        postings: written,
        weight: WEIGHTS.single * rarity(written.size, n),
        agreement: 'written',
      },
    ]
  return (index.singlesBySound.get(unit.heard) ?? []).map((token) => {
    const postings = index.singles.get(token) as Postings
    const near = pinyinOf(token) === unit.syllable ? 1 : WEIGHTS.nearly
    return {
      token,
      postings,
      weight: WEIGHTS.singleSound * near * rarity(postings.size, n),
      agreement: 'guess',
    }
  })
}

function pairWays(a: Unit, b: Unit, index: BookIndex): Way[] {
  const n = index.duties.length
  const ways: Way[] = []
  const add = (
    from: Map<string, Postings>,
    token: string,
    factor: number,
    agreement: Agreement,
    df?: number,
  ) => {
    const postings = from.get(token)
    if (postings) ways.push({ token, postings, weight: factor * rarity(df ?? postings.size, n), agreement })
    return postings !== undefined
  }
  const written = a.char !== undefined && b.char !== undefined ? a.char + b.char : null
  const isKnown = written !== null && add(index.pairs, written, 1, 'written')
  const alike = index.pairsBySound.get(`${a.heard}\u0001${b.heard}`) ?? []
  const df = new Set(alike.flatMap((pair) => [...(index.pairs.get(pair)?.keys() ?? [])])).size
  for (const pair of alike.filter((pair) => pair !== written)) {
    const [x, y] = Array.from(pair) as [string, string]
    const others = Number(a.char !== undefined && a.char !== x) + Number(b.char !== undefined && b.char !== y)
    const isSame = pinyinOf(x) === a.syllable && pinyinOf(y) === b.syllable
    const factor = others === 0 ? 1 : isKnown ? WEIGHTS.soundKnown : WEIGHTS.soundNew
    add(
      index.pairs,
      pair,
      factor * (others === 2 ? WEIGHTS.bothOther : 1) * (isSame ? 1 : WEIGHTS.nearly),
      others === 0 && isSame ? 'written' : 'guess',
      df,
    )
  }
  if (written === null) return ways
  add(index.gaps, written, WEIGHTS.apart, 'guess')
  const look = isKnown ? WEIGHTS.lookKnown : WEIGHTS.lookNew
  for (const x of lookAlikes(a.char as string)) add(index.pairs, x + b.char, look, 'guess')
  for (const y of lookAlikes(b.char as string)) add(index.pairs, a.char + y, look, 'guess')
  if (!isKnown) add(index.pairs, `${b.char}${a.char}`, WEIGHTS.swapped, 'guess')
  return ways
}

/** Two units with one between them that the list may leave out. */
function closerWays(a: Unit, b: Unit, index: BookIndex): Way[] {
  if (a.char === undefined || b.char === undefined) return []
  const token = a.char + b.char
  return [index.pairs.get(token), index.gaps.get(token)]
    .filter((postings) => postings !== undefined)
    .map((postings) => ({
      token,
      postings,
      weight: WEIGHTS.closer * rarity(postings.size, index.duties.length),
      agreement: 'guess',
    }))
}

function groupWays(hit: GroupHit, index: BookIndex): Way[] {
  const postings = index.groups.get(hit.group)
  if (!postings) return []
  const factor = WEIGHTS.group * (hit.asWritten ? 1 : WEIGHTS.groupSound)
  const weight = factor * rarity(postings.size, index.duties.length)
  return [{ token: `@${hit.group}`, postings, weight, agreement: 'group' }]
}
