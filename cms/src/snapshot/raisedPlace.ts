import { namesOfFiner, withoutFiner } from '#domain/world/publicPlace'
import type { KeptArea } from './placesOfResidents.ts'

/** Where a case is said to be, and the names of finer places that its texts must not hold. */
export type RaisedPlace = { place: KeptArea; finer: readonly KeptArea[] }

/** Fields of a case in which people write. */
const WRITTEN = [
  'title',
  'description',
  'outcome',
  'openReason',
  'closedBy',
  'evidence',
  'changeNote',
] as const
type Written = { [K in (typeof WRITTEN)[number]]: unknown } & {
  place: unknown
  timeline: readonly { text: unknown; body: unknown; post: unknown }[]
  photos: readonly { alt: unknown }[]
}

/** A case as it is published where its own place is too small: no finer place stands in it. */
export function atRaisedPlace<C extends Written>(row: C, { place, finer }: RaisedPlace): C {
  const names = namesOfFiner(finer, place)
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return withoutFiner(value, names, place)
    return Array.isArray(value) ? value.map(clean) : value
  }
  return {
    ...row,
    ...Object.fromEntries(WRITTEN.map((name) => [name, clean(row[name])])),
    place: undefined,
    timeline: row.timeline.map((e) => ({
      ...e,
      text: clean(e.text),
      body: clean(e.body),
      post: clean(e.post),
    })),
    photos: row.photos.map((photo) => ({ ...photo, alt: clean(photo.alt) })),
    placeRaised: true,
  }
}
