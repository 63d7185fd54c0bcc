import { successionOf } from '../mergers/successionOf.ts'
import type { Area } from '../payload-types.ts'
import type { EveryFieldOf } from './everyField.ts'
import { known, publishedOf, type Reader } from './reader.ts'

/** The public fields of an area, and no other. */
export function toArea(d: Area, read: Reader) {
  return {
    slug: d.slug,
    name: known(d.name),
    level: known(d.level),
    parent: read.key('parent', 'areas', d.parent),
    officialCode: known(d.officialCode),
    households: known(d.households),
    ...successionOf('areas', d, read),
    ...publishedOf(d),
  } satisfies EveryFieldOf<'areas'>
}
