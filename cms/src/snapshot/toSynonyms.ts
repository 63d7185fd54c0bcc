import type { Synonym } from '../payload-types.ts'
import { known, linesOf } from './reader.ts'

/** The groups of everyday words. */
export function toSynonyms(d: Synonym) {
  return { groups: (d.groups ?? []).map((g) => ({ term: known(g.term), words: linesOf(g.words) })) }
}
