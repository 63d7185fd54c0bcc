import type { ReviewMeeting } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, linesOf, publishedOf, type Reader } from './reader.ts'

/** The public fields of a review meeting, and no other. */
export function toReviewMeeting(d: ReviewMeeting, read: Reader) {
  return {
    slug: d.slug,
    date: known(d.date),
    matters: linesOf(d.matters),
    decisions: linesOf(d.decisions),
    cases: read.keys('cases', 'cases', d.cases),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'review-meetings'>
}
