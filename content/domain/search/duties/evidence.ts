import { normalise } from '../../normalise.ts'
import type { Scored } from './scoreDuties.ts'

/** So few characters or syllables in one run are a bare word: a duty must hold it whole. */
const BARE = 3
/** A wording speaks of a bare word when the word is this share of it. */
const SHARE = 0.4

/** What is said by the last part of a compound: 结婚证 is no wedding, 火车票 no train. */
const HEADS = new Set('证本卡号费税票院局所校店厂站馆师员法险')
/** A character that so few duties hold stands for a word. */
const RARE = 3

type Hold = Scored['holds'][number]

/**
 * Whether a duty holds a word of the question and not only characters of it: in its title, its wordings or what it
 * covers, as written, by a word of the same group or with a slip. Words of circumstance alone are none.
 */
export function holdsWord(scored: Scored): boolean {
  const { holds, runs, isByInitials } = scored
  if (isByInitials) return true
  const words = holds.filter(({ slot }) => slot.isTelling && !slot.isCircumstance)
  if (!isBare(runs)) return words.length > 0 || holds.some(isRareCharacter)
  const run = runs[0] as NonNullable<(typeof runs)[0]>
  const isHeld = (at: number) => holds.some(({ slot }) => slot.isTelling && slot.to > at)
  const isHeadless = HEADS.has(run.at(-1)?.char ?? '') && !isHeld(run.length - 1)
  return !isHeadless && holds.some((hold) => speaks(hold, scored))
}

function isRareCharacter({ slot, way }: Hold): boolean {
  return !slot.isCircumstance && way.agreement === 'written' && way.postings.size <= RARE
}

function isBare(runs: Scored['runs']): boolean {
  return runs.length === 1 && (runs[0]?.length ?? 0) <= BARE
}

/** Whether a duty is spoken of by a bare word: its title holds it, or a wording of which it is no small part. */
function speaks({ slot, way }: Hold, { duty }: Scored): boolean {
  if (!slot.isTelling) return false
  if (normalise(duty.title).includes(way.token)) return !slot.isCircumstance || way.agreement === 'written'
  if (slot.isCircumstance) return false
  if (way.agreement !== 'written') return true
  return duty.wordings
    .map(normalise)
    .some((wording) => wording.includes(way.token) && way.token.length >= SHARE * wording.length)
}
