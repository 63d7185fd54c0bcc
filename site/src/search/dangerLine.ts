import type { DutyAnswer } from '#domain/search/dutyBook'
import { type Element, el } from './tree.ts'

/** Whom to call before anything else, with a link that calls; null where a question tells of no danger to life. */
export function dangerLine({ danger }: DutyAnswer): Element | null {
  if (!danger) return null
  const [before, after] = danger.words.split(danger.number)
  return el('p', { class: 'danger' }, before, el('a', { href: `tel:${danger.number}` }, danger.number), after)
}
