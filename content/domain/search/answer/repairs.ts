import type { Merged } from '../index/merged.ts'
import type { TermEntry } from '../index/termEntry.ts'
import { keyOfTerm } from '../index/termKey.ts'
import { type LookUps, MOST_LOOKUPS, type TermNames, termNames } from './lookUps.ts'
import type { Plan, Slot } from './plan.ts'
import { readingOf } from './reading.ts'
import type { Scores } from './score.ts'

/** Slots of less are no pairs of the question itself. */
const WRITTEN = 0.7
/** A pair that this share of the records hold is written as it was meant. */
const RARE_SHARE = 0.005
/** What swapped or left-out characters count beside what was written. */
const REPAIRED = 0.6

/** A slot with what is kept under its key. */
export type SearchedSlot = { slot: Slot; entries: TermEntry[] }
type Searched = { plan: Plan; found: SearchedSlot[]; lookUps: LookUps; scores: Scores; merged: Merged }

/**
 * Adds what a second look finds: swapped and missing characters, and phrases that initials stand for.
 * @returns the Han text as which typed pinyin was read, where there is one
 */
export async function addRepairs({
  plan,
  found,
  lookUps,
  scores,
  merged,
}: Searched): Promise<string | undefined> {
  const initials = await phraseSlots(plan, merged)
  const repairs = plan.isShort ? repairsOf(found, merged.size) : []
  const wanted = taken([...initials.slots, ...repairs], lookUps, MOST_LOOKUPS, merged)
  const more = await Promise.all(wanted.map((slot) => merged.terms(slot.key)))
  wanted.forEach((slot, i) => {
    scores.addSlot(slot, more[i] ?? [])
  })
  return plan.sounds.length > 0 ? readingOf(plan.sounds, found, merged.settled.head.words) : initials.phrase
}

/** The names under which a slot is counted. */
export function slotNames({ key, term }: Slot, { settled }: Pick<Merged, 'settled'>): TermNames {
  return term === undefined ? [key] : termNames(term, settled.head)
}

/** The slots for which there is room. */
export function taken(slots: readonly Slot[], lookUps: LookUps, most: number, merged: Merged): Slot[] {
  return slots.filter((slot) => {
    const names = slotNames(slot, merged)
    const fits = lookUps.hasRoomFor(names, most)
    if (fits) lookUps.add(names)
    return fits
  })
}

/** Pairs that stand where a rare one was written: its characters swapped, and one of them left out. */
function repairsOf(found: readonly SearchedSlot[], size: number): Slot[] {
  const pairs = found.flatMap(({ slot, entries }) =>
    slot.term?.length === 2 && slot.factor >= WRITTEN ? [{ term: slot.term, entries }] : [],
  )
  const slots: Slot[] = []
  for (const { term, entries } of pairs) {
    const kept = entries.find((entry) => entry.term === term)?.docs.length ?? 0
    if (kept > size * RARE_SHARE) continue
    const swapped = term.charAt(1) + term.charAt(0)
    slots.push({ key: keyOfTerm(swapped), term: swapped, factor: REPAIRED })
    for (const { term: next } of pairs)
      if (next !== term && next.charAt(0) === term.charAt(1)) {
        const skipped = term.charAt(0) + next.charAt(1)
        slots.push({ key: keyOfTerm(skipped), term: skipped, factor: REPAIRED })
      }
  }
  return slots
}

/** Letters that are no syllables may be initials. */
async function phraseSlots(plan: Plan, merged: Merged): Promise<{ slots: Slot[]; phrase?: string }> {
  const letters = plan.words.find(({ text }) => /^[a-z]{2,10}$/.test(text))?.text
  if (!letters || plan.sounds.length > 0) return { slots: [] }
  const phrases = await merged.settled.phrasesOf(letters)
  const [phrase] = phrases
  const slots = phrases.slice(0, 3).flatMap((text) =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)).map((term) => ({
      key: keyOfTerm(term),
      term,
      factor: 0.8,
    })),
  )
  return phrase === undefined ? { slots } : { slots, phrase }
}
