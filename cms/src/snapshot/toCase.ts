import type { Event } from '#domain/records/timeline'
import type { Case } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { atRaisedPlace } from './raisedPlace.ts'
import { known, linesOf, publishedOf, type Reader } from './reader.ts'

/** The public fields of a case, and no other; of a resident's case no place that is too small to be named. */
export function toCase(d: Case, read: Reader) {
  const raised = read.raisedPlace(d)
  const row = {
    reference: d.reference,
    title: known(d.title),
    kind: known(d.kind),
    urgency: known(d.urgency),
    area: raised ? read.key('area', 'areas', raised.place.key) : read.key('area', 'areas', d.area),
    place: known(d.place),
    placeRaised: undefined,
    duties: read.keys('duties', 'duties', d.duties),
    description: known(d.description),
    lead: read.key('lead', 'departments', d.lead),
    departments: read.keys('departments', 'departments', d.departments),
    arrivalHours: known(d.arrivalHours),
    handlingDays: known(d.handlingDays),
    timeline: (d.timeline ?? []).map(
      (e, i) =>
        ({
          kind: known(e.kind),
          at: known(e.at),
          department: read.key(`timeline.${i}.department`, 'departments', e.department),
          body: known(e.body),
          post: e.kind === 'cadre-arrival' ? known(e.post) : undefined,
          text: known(e.text),
          notice: known(e.notice),
          // Shown for their own kind of event only: what is left of another kind is not meant.
          upheld: e.kind === 'objection' && e.upheld ? e.upheld === 'upheld' : undefined,
          unasked: e.kind === 'arrival' && e.unasked ? true : undefined,
          until: e.kind === 'extension' ? known(e.until) : undefined,
          source: read.key(`timeline.${i}.source`, 'sources', e.source),
        }) satisfies { [K in keyof Event]-?: unknown },
    ),
    status: known(d.status),
    outcome: known(d.outcome),
    openReason: known(d.openReason),
    closedBy: known(d.closedBy),
    evidence: linesOf(d.evidence),
    satisfaction: satisfactionOf(d.satisfaction),
    photos: read.photos('photos', d.photos),
    sources: read.keys('sources', 'sources', d.sources),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'cases'>
  return raised ? atRaisedPlace(row, raised) : row
}

/** The call-back; absent when nobody was asked. */
function satisfactionOf(s: Case['satisfaction']) {
  if (!s || (known(s.asked) ?? known(s.satisfied) ?? known(s.households)) === undefined) return undefined
  return { asked: known(s.asked), satisfied: known(s.satisfied), households: known(s.households) }
}
