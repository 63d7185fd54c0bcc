import { normalise } from '../../normalise.ts'
import type { DutyBook, WordGroup } from '../dutyBook.ts'

const GROUPS = new WeakMap<DutyBook, WordGroup[]>()

/**
 * The host's words that stand for each other, in normal form: 俗称词表, and what people call each duty. The same array
 * for the same book.
 */
export function groupsOf(book: DutyBook): readonly WordGroup[] {
  const known = GROUPS.get(book)
  if (known) return known
  const named = book.duties.map(({ title, wordings }) => ({ term: title, words: wordings }))
  const groups = [...book.synonyms, ...named]
    .filter(({ words }) => words.length > 0)
    .map(({ term, words }) => ({ term: normalise(term), words: words.map(normalise) }))
  GROUPS.set(book, groups)
  return groups
}
