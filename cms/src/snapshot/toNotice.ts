import type { Notice } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, publishedOf, type Reader } from './reader.ts'

/** The public fields of a notice, and no other. */
export function toNotice(d: Notice, read: Reader) {
  return {
    number: d.number,
    documentNumber: known(d.documentNumber),
    kind: known(d.kind),
    issuer: known(d.issuer),
    recipient: read.key('recipient', 'departments', d.recipient),
    case: read.key('case', 'cases', d.case),
    issuedOn: known(d.issuedOn),
    dueOn: known(d.dueOn),
    reason: known(d.reason),
    outcome: known(d.outcome),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'notices'>
}
