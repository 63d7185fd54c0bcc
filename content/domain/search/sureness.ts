import type { Scored } from './scoreDuties.ts'

/** Below this a word or two share no more with a duty than chance gives. */
const LEAST = 2
/** So many characters or syllables describe something; below these scores, with and without a word in common, nothing. */
const DESCRIPTION = 3
const LEAST_TOLD = 1
const LEAST_UNTOLD = 1.4
/** The best is sure when it stands so far above the next, … */
const MARGIN = 1.3
/** … holds this share of the characters that were asked, … */
const COVERED = 0.6
/** … and this share of its score comes from what was written as the list writes it. */
const WRITTEN = 0.3

/** Whether a duty holds enough to be shown: a word or a pair of the question, not a character or two among others. */
export function isEnough({ isTold, score, runs }: Scored): boolean {
  const asked = runs.reduce((sum, run) => sum + run.length, 0)
  if (asked < DESCRIPTION) return isTold && score >= LEAST
  return score >= (isTold ? LEAST_TOLD : LEAST_UNTOLD)
}

/** Whether the best stands clearly before the next and holds most of what was asked. */
export function isSure(best: Scored, next: Scored | undefined): boolean {
  return (
    best.score >= MARGIN * (next?.score ?? 0) &&
    coveredShare(best) >= COVERED &&
    writtenShare(best) >= WRITTEN
  )
}

function coveredShare({ runs, holds }: Scored): number {
  const units = runs.reduce((sum, run) => sum + run.length, 0)
  const covered = runs.map((run) => run.map(() => false))
  for (const { slot } of holds) if (slot.isTelling) covered[slot.run]?.fill(true, slot.from, slot.to)
  return units === 0 ? 1 : covered.flat().filter(Boolean).length / units
}

function writtenShare({ holds, score }: Scored): number {
  const written = holds.filter(({ slot, way }) => slot.isTelling && way.agreement === 'written')
  return score === 0 ? 0 : written.reduce((sum, one) => sum + one.score, 0) / score
}
