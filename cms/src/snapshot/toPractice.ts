import type { Practice } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, linesOf, publishedOf, type Reader } from './reader.ts'

/** The public fields of a practice, and no other. */
export function toPractice(d: Practice, read: Reader) {
  return {
    slug: d.slug,
    title: known(d.title),
    place: known(d.place),
    area: read.key('area', 'areas', d.area),
    summary: known(d.summary),
    problem: known(d.problem),
    steps: linesOf(d.steps),
    result: known(d.result),
    needs: linesOf(d.needs),
    cases: read.keys('cases', 'cases', d.cases),
    sources: read.keys('sources', 'sources', d.sources),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'practices'>
}
