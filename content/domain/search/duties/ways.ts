import { lookAlikes } from '../words/confusable.ts'
import { keyOfHeard, pinyinOf } from '../words/pinyin.ts'
import type { Unit, UnitRun } from '../words/questionUnits.ts'
import type { GroupHit } from '../words/wordGroups.ts'
import type { BookIndex, Postings } from './bookIndex.ts'

/** How a token agrees with what was asked: it stands there, it means the same, or it may have been meant. */
export type Agreement = 'written' | 'group' | 'guess'

/** One way in which a duty may hold a part of the question: who holds `token`, and how much that counts. */
export type Way = { token: string; postings: Postings; weight: number; agreement: Agreement }

/** How far each kind of agreement counts, against a pair of characters as written inside one word. */
export const WEIGHTS = {
  /** A single character; one that only sounds so. */
  single: 0.55,
  singleSound: 0.22,
  /** Words of one group; said by sound, where the list knows what was written and where it does not; over a stop word. */
  group: 1.7,
  groupSound: 0.5,
  groupSoundNew: 0.7,
  groupAcross: 0.9,
  /** A pair that sounds the same, when the written pair is in the book and when it is not. */
  soundKnown: 0.2,
  soundNew: 0.55,
  /** Both characters are other ones; the sound is only nearly the same. */
  bothOther: 0.5,
  nearly: 0.7,
  /** A character that looks like it, when the written pair is in the book and when it is not. */
  lookKnown: 0.12,
  lookNew: 0.75,
  /** The pair the other way round; with a character between; without the one between. */
  swapped: 0.5,
  apart: 0.9,
  closer: 0.35,
  /** A pair over the border of a known word; one where no word is known. */
  border: 0.55,
  unknown: 0.75,
  /** Words of circumstance. */
  circumstance: 0.5,
}

/** Begins the token of a group of words. */
const GROUP = '@'

/** The token of a group of words. */
export function groupToken(group: number): string {
  return GROUP + group
}

/** Whether a duty is held by a word of a group, and not by characters. */
export function isGroup({ token }: Way): boolean {
  return token.startsWith(GROUP)
}

/** Fewer duties say little of how rare a word is: in a list of one every word would be common. */
const LEAST_DUTIES = 20

/** How rare a token is among `n` duties when `df` of them hold it. */
export function rarity(df: number, n: number): number {
  return Math.log(1 + (Math.max(n, LEAST_DUTIES) - df + 0.5) / (df + 0.5))
}

/** A character as it stands, or others of its sound where the book does not have it. */
export function singleWays(unit: Unit, index: BookIndex): Way[] {
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

/** Two units beside each other: as they stand, of the same sound, looking alike, apart, or the other way round. */
export function pairWays(a: Unit, b: Unit, index: BookIndex): Way[] {
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
  const alike = index.pairsBySound.get(keyOfHeard([a.heard, b.heard])) ?? []
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
export function closerWays(a: Unit, b: Unit, index: BookIndex): Way[] {
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

/** A word of a group, as it stands in a run of units: any of the group's words. */
export function groupWays(run: UnitRun, hit: GroupHit, index: BookIndex): Way[] {
  const postings = index.groups.get(hit.group)
  if (!postings) return []
  const factor = WEIGHTS.group * (hit.asWritten ? 1 : bySound(run.slice(hit.at, hit.at + hit.length), index))
  const weight = factor * rarity(postings.size, index.duties.length)
  return [{ token: groupToken(hit.group), postings, weight, agreement: hit.asWritten ? 'group' : 'guess' }]
}

/** How far a word counts that only sounds so: characters that stand beside each other nowhere in the list are a slip. */
function bySound(heard: UnitRun, index: BookIndex): number {
  const isKnown = heard.some((unit, i) => index.pairs.has(`${unit.char}${heard[i + 1]?.char}`))
  return isKnown ? WEIGHTS.groupSound : WEIGHTS.groupSoundNew
}
