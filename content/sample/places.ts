import type { Area } from '#domain/records/area'
import type { Material, PlaceKind } from './material.ts'
import type { Random } from './random.ts'
import { FIRST_DAY, SHIPPED_SAMPLE } from './shippedSample.ts'

/** One place a whistle can come from. */
export type Place = {
  name: string
  /** Area of the case: the compound itself, otherwise the community or village. */
  area: string
  isArea: boolean
  community: string
  households: number | undefined
  weight: number
}

const shipped = { ...SHIPPED_SAMPLE, ...FIRST_DAY }
const ZONE = 'demo-yanshiqu'

/** The invented area tree as rows. It has a zone of its own: no invented town stands under a real one. */
export function areaRows(towns: Material['towns']): Area[] {
  return [
    { slug: ZONE, name: '演示区（虚构）', level: 'zone', ...shipped },
    ...towns.flatMap((t): Area[] => [
      { slug: t.slug, name: t.name, level: t.level, parent: ZONE, ...shipped },
      ...t.communities.flatMap((c): Area[] => [
        { slug: c.slug, name: c.name, level: c.level, parent: t.slug, households: c.households, ...shipped },
        ...c.places.compound.map(
          (p): Area => ({
            slug: p.slug,
            name: p.name,
            level: 'compound',
            parent: c.slug,
            households: p.households,
            ...shipped,
          }),
        ),
      ]),
    ]),
  ]
}

/** Places of each kind, weighted so that few communities send most whistles. */
export function placesByKind(towns: Material['towns']): Record<PlaceKind, Place[]> {
  const out: Record<PlaceKind, Place[]> = {
    compound: [],
    village: [],
    road: [],
    school: [],
    market: [],
    riverside: [],
  }
  for (const t of towns) {
    const total = t.communities.reduce((n, c) => n + c.weight, 0)
    for (const c of t.communities) {
      const weight = (t.weight * c.weight) / total
      for (const kind of Object.keys(out) as PlaceKind[]) {
        const list = c.places[kind]
        for (const p of list) {
          const compound = typeof p === 'string' ? undefined : p
          out[kind].push({
            name: typeof p === 'string' ? p : p.name,
            area: compound?.slug ?? c.slug,
            isArea: compound !== undefined,
            community: c.name,
            households: compound?.households,
            weight: weight / list.length,
          })
        }
      }
    }
  }
  return out
}

/** Draws places so that the same situation does not keep coming back to the same place. */
export class PlaceChooser {
  private readonly used = new Map<string, number>()
  private readonly places: Record<PlaceKind, Place[]>

  constructor(places: Record<PlaceKind, Place[]>) {
    this.places = places
  }

  choose(situation: string, kind: PlaceKind, random: Random): Place {
    const times = (p: Place) => this.used.get(`${situation}|${p.name}`) ?? 0
    const list = this.places[kind]
    const fewest = Math.min(...list.map(times))
    const place = random.weighted(list, (p) => (times(p) === fewest ? p.weight : 0))
    this.used.set(`${situation}|${place.name}`, times(place) + 1)
    return place
  }
}
