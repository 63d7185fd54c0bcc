import type { ReportedFigure } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, publishedOf, type Reader } from './reader.ts'

/** The public fields of a reported figure, and no other. */
export function toReportedFigure(d: ReportedFigure, read: Reader) {
  return {
    slug: d.slug,
    metric: known(d.metric),
    scope: known(d.scope),
    value: known(d.value),
    unit: known(d.unit),
    asOf: known(d.asOf),
    source: read.key('source', 'sources', d.source),
    quotation: known(d.quotation),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'reported-figures'>
}
