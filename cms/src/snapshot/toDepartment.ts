import { contactRowsOf } from '../fields/contactRows.ts'
import { successionOf } from '../mergers/successionOf.ts'
import type { Department } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, linesOf, publishedOf, type Reader } from './reader.ts'

/** The public fields of a department, and no other. */
export function toDepartment(d: Department, read: Reader) {
  return {
    slug: d.slug,
    name: known(d.name),
    shortName: known(d.shortName),
    fullName: known(d.fullName),
    formerNames: linesOf(d.formerNames),
    otherNames: linesOf(d.otherNames),
    kind: known(d.kind),
    contacts: contactRowsOf(d).map((c) => ({
      label: known(c.label),
      number: known(c.number),
      hours: known(c.hours),
    })),
    ...successionOf('departments', d, read),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'departments'>
}
