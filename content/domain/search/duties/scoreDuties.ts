import type { BookDuty } from '../dutyBook.ts'
import { type UnitRun, unitsOf } from '../words/questionUnits.ts'
import type { BookIndex } from './bookIndex.ts'
import { type Slot, slotsOf } from './slots.ts'
import { isGroup, rarity, type Way, WEIGHTS } from './ways.ts'

/** How soon more of the same stops counting. */
const SATURATION = 2
/** How much a word counts that means what another word of the question meant already: 堵得车过不去. */
const AGAIN = 0.3
/** First letters against pairs as written; and how far letters inside a title or a wording count. */
const INITIALS = 0.5
const INITIALS_OF = { title: 1, titleBegin: 0.9, titleInside: 0.7, wording: 0.8, wordingInside: 0.5 }

/** A duty that holds something of a question. */
export type Scored = {
  duty: BookDuty
  score: number
  /** Whether what it holds says that it is meant: more than single characters among others. */
  isTold: boolean
  /** Whether typed first letters are those of its title or a wording. */
  isByInitials: boolean
  /** What it holds of the question, by which way, and what that counts. */
  holds: { slot: Slot; way: Way; score: number }[]
  runs: readonly UnitRun[]
}

/** Scores of all duties that hold anything of a question, in the order of the book. */
export function scoreDuties(index: BookIndex, question: string): Scored[] {
  const units = unitsOf(question)
  const scored = new Map<number, Scored>()
  const of = (place: number): Scored => {
    const known = scored.get(place)
    if (known) return known
    const duty = index.duties[place] as BookDuty
    const fresh: Scored = { duty, score: 0, isTold: false, isByInitials: false, holds: [], runs: units.runs }
    scored.set(place, fresh)
    return fresh
  }
  for (const slot of slotsOf(units, index)) {
    const best = bestWays(slot)
    for (const [place, { way, score }] of best) {
      const one = of(place)
      one.isTold ||= slot.isTelling
      one.holds.push({ slot, way, score })
    }
  }
  for (const one of scored.values()) {
    one.holds = eachMeaningOnce(one.holds)
    one.score = one.holds.reduce((sum, { score }) => sum + score, 0)
  }
  for (const letters of units.initials)
    for (const [place, share] of byInitials(letters, index)) {
      const one = of(place)
      one.score += share
      one.isTold = true
      one.isByInitials = true
    }
  return [...scored].sort(([a], [b]) => a - b).map(([, one]) => one)
}

/** Of the words that a duty holds by one group only the best counts whole. */
function eachMeaningOnce(holds: Scored['holds']): Scored['holds'] {
  const best = new Map<string, number>()
  for (const { way, score } of holds)
    if (isGroup(way)) best.set(way.token, Math.max(best.get(way.token) ?? 0, score))
  const left = new Map(best)
  return holds.map((hold) => {
    const { way, score } = hold
    if (!isGroup(way)) return hold
    if (score === left.get(way.token)) {
      left.delete(way.token)
      return hold
    }
    return { ...hold, score: AGAIN * score }
  })
}

function bestWays(slot: Slot): Map<number, { way: Way; score: number }> {
  const best = new Map<number, { way: Way; score: number }>()
  for (const way of slot.ways)
    for (const [place, held] of way.postings) {
      const score = (way.weight * held) / (SATURATION + held)
      if (score > (best.get(place)?.score ?? 0)) best.set(place, { way, score })
    }
  return best
}

/** Duties whose title or wordings begin with such letters, syllable by syllable. */
function byInitials(letters: string, index: BookIndex): Map<number, number> {
  const shares = new Map<number, number>()
  index.initials.forEach(({ title, wordings }, place) => {
    const share = Math.max(titleShare(title, letters), ...wordings.map((own) => wordingShare(own, letters)))
    if (share > 0) shares.set(place, share)
  })
  if (shares.size === 0) return byGroupInitials(letters, index)
  const weight = INITIALS * letters.length * rarity(shares.size, index.duties.length)
  for (const [place, share] of shares) shares.set(place, share * weight)
  return shares
}

/** Duties that hold a word of a group whose words begin with such letters: lxls for 楼下漏水. */
function byGroupInitials(letters: string, index: BookIndex): Map<number, number> {
  const scores = new Map<number, number>()
  for (const group of index.words.byInitials(letters)) {
    const postings = index.groups.get(group) ?? new Map<number, number>()
    const weight = WEIGHTS.group * rarity(postings.size, index.duties.length)
    for (const [place, held] of postings)
      scores.set(place, Math.max(scores.get(place) ?? 0, (weight * held) / (SATURATION + held)))
  }
  return scores
}

function titleShare(title: string, letters: string): number {
  if (title === letters) return INITIALS_OF.title
  if (title.startsWith(letters)) return INITIALS_OF.titleBegin
  return letters.length > 2 && title.includes(letters) ? INITIALS_OF.titleInside : 0
}

function wordingShare(wording: string, letters: string): number {
  if (wording === letters) return INITIALS_OF.wording
  return letters.length > 2 && wording.includes(letters) ? INITIALS_OF.wordingInside : 0
}
