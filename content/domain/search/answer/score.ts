import type { DocSet } from '../index/docSet.ts'
import type { Merged } from '../index/merged.ts'
import type { TermEntry } from '../index/termEntry.ts'
import { idf, NEAR_SHARE, shareOf } from '../index/weights.ts'
import type { Slot } from './plan.ts'
import { likeness } from './sounds.ts'

/** How much the records are worth that hold a word as one, beside its pairs. */
const WHOLE_WORD = 0.2

/** How much the cases of the duty that a question is about are worth, beside a word that only they hold. */
const OF_DUTY = 1

/** Adds up what speaks for every record. */
export class Scores {
  readonly of: Float64Array
  private readonly best: Float64Array
  private readonly size: number

  constructor(merged: Pick<Merged, 'end' | 'size'>) {
    this.of = new Float64Array(merged.end)
    this.best = new Float64Array(merged.end)
    this.size = merged.size
  }

  /** A slot gives every record the best of what its entries give. */
  addSlot(slot: Slot, entries: readonly TermEntry[]): void {
    const touched: number[] = []
    const give = (ordinal: number, worth: number) => {
      if (this.best[ordinal] === 0) touched.push(ordinal)
      if (worth > (this.best[ordinal] as number)) this.best[ordinal] = worth
    }
    const heard = slot.term === undefined ? entries.reduce((sum, e) => sum + frequency(e), 0) : 0
    const isKept = entries.some((e) => e.term === slot.term && e.docs.length > 0)
    for (const entry of entries) {
      const factor =
        slot.term !== undefined ? likeness(slot.term, entry.term, isKept) : entry.term.length === 2 ? 1 : 0
      if (factor === 0) continue
      const own = frequency(entry)
      const weight = idf(slot.term === undefined ? 0.7 * heard + 0.3 * own : own, this.size)
      const worth = weight * factor * slot.factor
      const { docs, levels, near } = entry
      for (let i = 0; i < docs.length; i++)
        give(docs[i] as number, worth * shareOf(typeof levels === 'number' ? levels : (levels[i] as number)))
      for (let i = 0; i < near.length; i++) give(near[i] as number, worth * NEAR_SHARE)
    }
    for (const ordinal of touched) {
      this.of[ordinal] = (this.of[ordinal] as number) + (this.best[ordinal] as number)
      this.best[ordinal] = 0
    }
  }

  /** Records that hold a longer word as one string are worth more than those that hold its pairs. */
  addWhole(docs: DocSet): void {
    const worth = idf(docs.length, this.size) * WHOLE_WORD
    for (const ordinal of docs) this.of[ordinal] = (this.of[ordinal] as number) + worth
  }

  /** Cases of a duty are worth more, by how strongly the list of duties speaks for it. */
  addDuty(docs: DocSet, strength: number): void {
    const worth = idf(docs.length, this.size) * OF_DUTY * strength
    for (const ordinal of docs) this.of[ordinal] = (this.of[ordinal] as number) + worth
  }
}

/** In how many records a term stands; one that only wordings hold counts by them. */
function frequency(entry: TermEntry): number {
  return entry.docs.length > 0 ? entry.docs.length : entry.near.length
}
