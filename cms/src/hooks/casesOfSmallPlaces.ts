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

type Doc = Record<string, unknown>

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
  const moved = placesToldOtherwise(
    new PlacesOfResidents(stood, before.enough ?? enough),
    new PlacesOfResidents(areas, enough),
    areas,
  )
  const select = { reference: true, kind: true, origin: true } as const
  for await (const docs of casesOfResidentsIn(req, moved, { select }))
    for (const { reference } of docs) await tellPublisher(req, 'cases', String(reference), 'change')
}

/** Areas in which cases of residents are said to be elsewhere, or leave out other names, by one state of the places than by another. */
export function placesToldOtherwise(
  then: PlacesOfResidents,
  now: PlacesOfResidents,
  areas: ReadonlyMap<string, KeptArea>,
): KeptArea[] {
  const said = (places: PlacesOfResidents, id: string) => {
    const found = places.of(id)
    return found && found.finer.length > 0 ? JSON.stringify(found) : (found?.place.key ?? '')
  }
  return [...areas].filter(([id]) => said(now, id) !== said(then, id)).map(([, area]) => area)
}

/** Published cases of residents in some areas, for as many areas as one query asks for at a time. */
export async function* casesOfResidentsIn(
  req: PayloadRequest,
  areas: readonly KeptArea[],
  more: { select?: Record<string, true> } = {},
): AsyncGenerator<Doc[]> {
  for (let i = 0; i < areas.length; i += AREAS_AT_ONCE) {
    const slugs = areas.slice(i, i + AREAS_AT_ONCE).map(({ slug }) => slug)
    const { docs } = await req.payload.db.find({
      collection: 'cases',
      where: {
        and: [
          { _status: { equals: 'published' } },
          notInBin,
          { kind: { equals: 'resident' } },
          { 'area.slug': { in: slugs } },
        ],
      },
      ...more,
      limit: 0,
      pagination: false,
      req,
    })
    yield (docs as Doc[]).filter(isOfResident)
  }
}
