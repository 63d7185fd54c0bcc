import type { Source } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, linesOf, publishedOf } from './reader.ts'

/** The public fields of a source, and no other. */
export function toSource(d: Source) {
  return {
    slug: d.slug,
    title: known(d.title),
    description: known(d.description),
    publisher: known(d.publisher),
    authors: linesOf(d.authors),
    date: known(d.date),
    address: known(d.address),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'sources'>
}
