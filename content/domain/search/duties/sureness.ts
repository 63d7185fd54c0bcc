import { normalise } from '../../normalise.ts'
import { fuzzyOf } from '../words/pinyin.ts'
import { withoutStopWords } from '../words/stopWords.ts'
import type { BookIndex } from './bookIndex.ts'
import { holdsWord } from './evidence.ts'
import type { Scored } from './scoreDuties.ts'
import { groupToken } from './ways.ts'

/** Below these a word or two share no more with a duty than chance gives: as they stand, and if something else was meant. */
const LEAST = 2
const LEAST_GUESSED = 3.2
/** Fewer characters or syllables are a bare word. */
const BARE = 4
/** That something is missing does not say what it is. */
const LACK = new Set(['没', '有', '得', '缺', '少'])
/** So many characters or syllables describe something; below these scores, with and without a word in common, nothing. */
const DESCRIPTION = 3
const LEAST_TOLD = 1
const LEAST_UNTOLD = 1.4
/** The best is sure when it stands so far above the next, … */
const MARGIN = 1.3
/** … holds this share of the characters that were asked, … */
const COVERED = 0.6
/** … and this share of its score comes from what was written as the list writes it. */
const WRITTEN = 0.1
/** A wording of which this share was said is what was asked about, whatever the title says. */
const SAID = 0.6

/** Whether a duty holds enough to be shown: a word or a pair of the question, not a character or two among others. */
export function isEnough(scored: Scored): boolean {
  const { isTold, score, holds, runs } = scored
  if (!holdsWord(scored)) return false
  if (asked(runs) < DESCRIPTION) {
    const isGuessed =
      holds.length > 0 && holds.every(({ slot, way }) => !slot.isTelling || way.agreement === 'guess')
    return isTold && score >= (isGuessed ? LEAST_GUESSED : LEAST)
  }
  return score >= (isTold ? LEAST_TOLD : LEAST_UNTOLD)
}

/**
 * Whether the best stands clearly before the next, is about what was asked and holds most of it; a bare word must be in its
 * title.
 */
export function isSure(best: Scored, next: Scored | undefined, index: BookIndex): boolean {
  return (
    standsOut(best, next) &&
    isAbout(best, index) &&
    coveredShare(best) >= COVERED &&
    writtenShare(best) >= WRITTEN &&
    (named(best.runs) >= BARE || isInTitle(best))
  )
}

/** Whether the best stands clearly before the next. */
export function standsOut(best: Scored, next: Scored | undefined): boolean {
  return best.score >= MARGIN * (next?.score ?? 0)
}

function asked(runs: Scored['runs']): number {
  return runs.reduce((sum, run) => sum + run.length, 0)
}

/** Characters or syllables that are asked about, without those that say only that it is missing: 没有暖气 is the bare word 暖气. */
function named(runs: Scored['runs']): number {
  const isLacked = runs.some((run) => run.some(({ char }) => char === '没' || char === '缺'))
  return asked(isLacked ? runs.map((run) => run.filter(({ char }) => !LACK.has(char ?? ''))) : runs)
}

/**
 * Whether the duty is about what was asked and does not only mention it: its title holds a word of the question or of its
 * group, or most of a wording was said. 手机没有信号 is no lift, though somebody in one has none either.
 */
function isAbout({ duty, holds, runs }: Scored, index: BookIndex): boolean {
  const title = normalise(duty.title)
  const groups = new Set(index.words.inText(title).map(({ group }) => groupToken(group)))
  const isNamed = ({ slot, way }: Scored['holds'][number]) =>
    slot.isTelling && !slot.isCircumstance && (title.includes(way.token) || groups.has(way.token))
  if (holds.some(isNamed)) return true
  const said = new Set(runs.flat().map(({ heard }) => heard))
  return duty.wordings.some((wording) => {
    const own = Array.from(withoutStopWords(normalise(wording)).join(''), fuzzyOf)
    return own.length > 0 && own.filter((heard) => said.has(heard)).length >= SAID * own.length
  })
}

function isInTitle({ duty, holds }: Scored): boolean {
  const title = normalise(duty.title)
  return holds.some(
    ({ slot, way }) => slot.isTelling && way.agreement === 'written' && title.includes(way.token),
  )
}

function coveredShare({ runs, holds }: Scored): number {
  const covered = runs.map((run) => run.map(() => false))
  for (const { slot } of holds) if (slot.isTelling) covered[slot.run]?.fill(true, slot.from, slot.to)
  return covered.flat().filter(Boolean).length / Math.max(1, asked(runs))
}

function writtenShare({ holds, score }: Scored): number {
  const written = holds.filter(({ slot, way }) => slot.isTelling && way.agreement === 'written')
  return score === 0 ? 0 : written.reduce((sum, one) => sum + one.score, 0) / score
}
