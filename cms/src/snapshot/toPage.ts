import type { Page } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, publishedOf, type Reader } from './reader.ts'

/** The public fields of a page, and no other. */
export function toPage(d: Page, read: Reader) {
  return {
    slug: d.slug,
    title: known(d.title),
    summary: known(d.summary),
    sections: (d.sections ?? []).map((s) => ({ heading: known(s.heading), text: known(s.text) })),
    sources: read.keys('sources', 'sources', d.sources),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'pages'>
}
