import type { Payload, PayloadRequest } from 'payload'
import { ENOUGH_HOUSEHOLDS, type PlaceArea, publicPlace } from '#domain/world/publicPlace'
import { notInBin } from '../bin/notInBin.ts'
import { idOf, type Relation } from '../relations.ts'

/** An area by its id in the database. */
export type KeptArea = PlaceArea & {
  published: boolean
  slug: string
  /** What it was merged into. */
  into: string | undefined
}

/** All areas by their ids, drafts too, as the main rows have them; within a write, as that write sees them. */
export async function readAreas(payload: Payload, req?: PayloadRequest): Promise<Map<string, KeptArea>> {
  const { docs } = await payload.db.find({
    collection: 'areas',
    where: notInBin,
    select: {
      slug: true,
      name: true,
      households: true,
      parent: true,
      earlierNames: true,
      replacedBy: true,
      _status: true,
    },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return new Map(docs.map((doc) => [String(doc.id), keptArea(doc as never)]))
}

/** A row of an area. */
export function keptArea(doc: {
  id: number | string
  slug: string
  name?: string | null
  households?: number | null
  parent?: Relation
  earlierNames?: { name?: string | null }[] | null
  replacedBy?: Relation
  _status?: string | null
}): KeptArea {
  return {
    key: String(doc.id),
    slug: doc.slug,
    name: doc.name ?? '',
    households: doc.households ?? undefined,
    parent: idOf(doc.parent),
    earlierNames: (doc.earlierNames ?? []).flatMap(({ name }) => name ?? []),
    into: idOf(doc.replacedBy),
    published: doc._status === 'published',
  }
}

/** Households from which a place may be named, as the settings say. */
export async function readEnough(payload: Payload, req?: PayloadRequest): Promise<number> {
  const settings = (await payload.db.findGlobal({ slug: 'site-settings', ...(req ? { req } : {}) })) as {
    smallPlace?: number | null
  } | null
  return settings?.smallPlace ?? ENOUGH_HOUSEHOLDS
}

/** What a case says of who raised it. */
type Raised = { kind?: string | null | undefined; origin?: string | null | undefined }

/** Whether the place of a case could tell who raised it: a resident did, and no newspaper has named the place. */
export function isOfResident({ kind, origin }: Raised): boolean {
  return kind === 'resident' && origin !== 'press'
}

/** Where something of a resident may be said to be, from where it is. */
export class PlacesOfResidents {
  readonly #areas: ReadonlyMap<string, KeptArea>
  readonly #enough: number
  readonly #mergedInto: ReadonlyMap<string | undefined, readonly KeptArea[]>

  constructor(areas: ReadonlyMap<string, KeptArea>, enough: number) {
    this.#areas = areas
    this.#enough = enough
    const merged = [...areas.values()].filter(({ into }) => into !== undefined)
    this.#mergedInto = Map.groupBy(merged, ({ into }) => into)
  }

  /**
   * With all that is finer: the places on the way, and those that were merged into one of them, by whose names people
   * still call it. Undefined where the area is not there.
   */
  of(area: Relation): { place: KeptArea; finer: KeptArea[] } | undefined {
    const own = this.#areas.get(idOf(area) ?? '')
    const found = own && publicPlace(own, (key) => this.#areas.get(key), this.#enough)
    return found && { place: found.place, finer: this.#withMerged(found.finer) }
  }

  #withMerged(finer: readonly KeptArea[]): KeptArea[] {
    const all = new Set(finer)
    for (const each of all) for (const merged of this.#mergedInto.get(each.key) ?? []) all.add(merged)
    return [...all]
  }
}
