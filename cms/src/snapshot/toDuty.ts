import type { Duty } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, linesOf, publishedOf, type Reader } from './reader.ts'

/** The public fields of a duty, and no other. */
export function toDuty(d: Duty, read: Reader) {
  return {
    code: d.code,
    title: known(d.title),
    category: known(d.category),
    lead: read.key('lead', 'departments', d.lead),
    responsible: read.keys('responsible', 'departments', d.responsible),
    post: known(d.post),
    arrivalHours: hoursOf(d.arrivalHours),
    handlingDays: known(d.handlingDays),
    covers: known(d.covers),
    excludes: known(d.excludes),
    basis: linesOf(d.basis),
    wordings: linesOf(d.wordings),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'duties'>
}

/** The three limits; absent when none is given. */
function hoursOf(hours: Duty['arrivalHours']) {
  if (!hours || (known(hours.routine) ?? known(hours.tough) ?? known(hours.emergency)) === undefined)
    return undefined
  return { routine: known(hours.routine), tough: known(hours.tough), emergency: known(hours.emergency) }
}
