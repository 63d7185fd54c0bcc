import { monthWords } from '#domain/monthWords'
import type { DutyBook } from '#domain/search/dutyBook'

/** A filter as the page offers it, with the words of its values where the list of them is closed. */
export type FacetHead = { id: string; label: string; words?: Record<string, string> }

/**
 * The words of a value of a filter, from what every search page has: they stand at once, also for an address that
 * somebody sent. What has no words is said to have none: a code is never printed.
 * @param book the duty list, or null where it was not opened
 */
export function facetLabel(head: FacetHead, value: string, book: DutyBook | null): string {
  return wordsOf(head, value, book) ?? `没有名称的${head.label}`
}

function wordsOf({ id, words }: FacetHead, value: string, book: DutyBook | null): string | undefined {
  switch (id) {
    case 'year-month':
      return /^\d{4}-\d{2}$/.test(value) ? monthWords(value) : undefined
    case 'category':
      return book?.categories.find(({ number }) => String(number) === value)?.title
    case 'duty':
      return book?.duties.find(({ code }) => code === value)?.title
    case 'area':
    case 'department':
      return book?.names.find(({ kind, path }) => kind === id && path.endsWith(`/${value}.html`))?.name
    default:
      return words?.[value]
  }
}
