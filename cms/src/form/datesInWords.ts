import { preciseDate } from '#domain/dates'
import { dateWords } from '#domain/dateWords'

/** A sentence in which dates stand as people write them. */
export function datesInWords(sentence: string): string {
  return sentence.replace(/\d{4}-\d\d-\d\d(?:T\d\d:\d\d\+08:00)?/g, (date) =>
    preciseDate.safeParse(date).success ? dateWords(date) : date,
  )
}
