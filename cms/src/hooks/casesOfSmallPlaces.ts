import type { PayloadRequest } from 'payload'
import { notInBin } from '../bin/notInBin.ts'
import {
  isOfResident,
  type KeptArea,
  PlacesOfResidents,
  readAreas,
  readEnough,
} from '../snapshot/placesOfResidents.ts'
import { tellPublisher } from './outbox.ts'

/** How many areas one query asks for. */
const AREAS_AT_ONCE = 500

/**
 * After an area or the settings were written: every published case of a resident that is now said to be elsewhere, or
 * whose texts now leave out other names, is told to the publisher, in the same transaction.
 */
export async function tellCasesOfSmallPlaces(
  req: PayloadRequest,
  before: { area?: KeptArea; enough?: number },
): Promise<void> {
  const areas = await readAreas(req.payload, req)
  const enough = await readEnough(req.payload, req)
  const stood = new Map(areas)
  if (before.area) stood.set(before.area.key, before.area)
  const now = new PlacesOfResidents(areas, enough)
  const then = new PlacesOfResidents(stood, before.enough ?? enough)
  const said = (places: PlacesOfResidents, id: string) => {
    const found = places.of(id)
    return found && found.finer.length > 0 ? JSON.stringify(found) : (found?.place.key ?? '')
  }
  const moved = [...areas.keys()].filter((id) => said(now, id) !== said(then, id))
  for (let i = 0; i < moved.length; i += AREAS_AT_ONCE) {
    const ids = moved.slice(i, i + AREAS_AT_ONCE).map((id) => areas.get(id)?.slug as string)
    for (const reference of await casesIn(req, ids)) await tellPublisher(req, 'cases', reference, 'change')
  }
}

async function casesIn(req: PayloadRequest, slugs: readonly string[]): Promise<string[]> {
  const { docs } = await req.payload.db.find({
    collection: 'cases',
    where: {
      and: [
        { _status: { equals: 'published' } },
        notInBin,
        { kind: { equals: 'resident' } },
        { 'area.slug': { in: [...slugs] } },
      ],
    },
    select: { reference: true, kind: true, origin: true },
    limit: 0,
    pagination: false,
    req,
  })
  return (docs as unknown as { reference: string; kind: string; origin: string }[])
    .filter(isOfResident)
    .map(({ reference }) => reference)
}
