import type { DutyAnswer, DutyBook } from './dutyBook.ts'
import { normalise } from './normalise.ts'

/** Departments and places whose name was asked for exactly. */
export function namesAsked(book: DutyBook, question: string): DutyAnswer['names'] {
  const asked = normalise(question)
  return book.names
    .filter((one) => [one.name, ...one.names].some((name) => normalise(name) === asked))
    .map(({ name, path, kind }) => ({ name, path, kind }))
}
