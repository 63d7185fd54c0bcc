import type { Payload, PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import type { Media } from '../payload-types.ts'
import { idOf, idsAt, RELATIONS, type Relation, type Target } from '../relations.ts'
import { isOfResident, type KeptArea, PlacesOfResidents, readAreas, readEnough } from './placesOfResidents.ts'

type Known = { key: string; published: boolean; isInBin?: boolean }
export type NamedMedia = Pick<Media, 'id' | 'filename' | 'width' | 'height' | 'stage' | 'alt' | 'takenOn'>

/** Ids of one query: SQLite bounds the number of parameters. */
const BATCH = 500

/** Database ids → public keys of the records that records name; filled in bulk, a page at a time. */
export class NamedKeys {
  readonly #records = new Map<string, Known>()
  readonly #media = new Map<string, NamedMedia>()
  readonly #public = new Map<string, Known>()
  #places: PlacesOfResidents | undefined
  readonly #asKept: boolean
  readonly #areas: ReadonlyMap<string, KeptArea> | undefined

  /**
   * @param asKept for the newsroom itself, which has every place as it was written: none is raised
   * @param areas the places as they would be; without it as they are
   */
  constructor({ asKept = false, areas }: { asKept?: boolean; areas?: ReadonlyMap<string, KeptArea> } = {}) {
    this.#asKept = asKept
    this.#areas = areas
  }

  /** Looks up what these records name and is not known yet: one query a target table and 500 ids. */
  async learn(
    payload: Payload,
    table: TableName,
    docs: readonly object[],
    req?: PayloadRequest,
  ): Promise<void> {
    if (table === 'cases' && !this.#asKept && !this.#places && docs.some(isOfResident))
      await this.#readPlaces(payload, req)
    const wanted = new Map<Target, Set<string>>()
    for (const { path, to } of RELATIONS.filter((r) => r.from === table)) {
      const ids = wanted.get(to) ?? new Set<string>()
      wanted.set(to, ids)
      for (const doc of docs) for (const id of idsAt(doc, path)) if (!this.#has(to, id)) ids.add(id)
    }
    for (const [to, ids] of wanted) await this.#read(payload, to, [...ids], req)
  }

  /** Takes a record for public that becomes so together with those that name it. */
  countAsPublic(table: TableName, id: number | string, key: string): void {
    this.#public.set(`${table}:${id}`, { key, published: true })
  }

  async #readPlaces(payload: Payload, req?: PayloadRequest): Promise<void> {
    const areas = this.#areas ?? (await readAreas(payload, req))
    this.#places = new PlacesOfResidents(areas, await readEnough(payload, req))
    for (const { key, slug, published } of areas.values())
      this.#records.set(`areas:${key}`, { key: slug, published })
  }

  #has(to: Target, id: string): boolean {
    return to === 'media' ? this.#media.has(id) : this.#records.has(`${to}:${id}`)
  }

  async #read(payload: Payload, to: Target, ids: string[], req?: PayloadRequest): Promise<void> {
    for (let i = 0; i < ids.length; i += BATCH) {
      const { docs } = await payload.db.find({
        collection: to,
        where: { id: { in: ids.slice(i, i + BATCH) } },
        pagination: false,
        limit: 0,
        ...(to === 'media' ? {} : { select: { [TABLES[to].key]: true, _status: true, deletedAt: true } }),
        ...(req ? { req } : {}),
      })
      for (const doc of docs as (Record<string, unknown> & { id: number | string })[]) {
        if (to === 'media') this.#media.set(String(doc.id), doc as unknown as NamedMedia)
        else
          this.#records.set(`${to}:${doc.id}`, {
            key: String(doc[TABLES[to].key]),
            published: doc._status === 'published' && !doc.deletedAt,
            isInBin: Boolean(doc.deletedAt),
          })
      }
    }
  }

  /** The record behind a relation. */
  record(to: TableName, value: Relation): Known | undefined {
    const id = `${to}:${idOf(value)}`
    return this.#public.get(id) ?? this.#records.get(id)
  }

  /** Where something of a resident may be said to be. */
  placeOfResidents(area: Relation) {
    return this.#places?.of(area)
  }

  media(value: Relation): NamedMedia | undefined {
    return this.#media.get(idOf(value) ?? '')
  }
}

/** The keys that these records name. */
export async function namedKeys(
  payload: Payload,
  table: TableName,
  docs: readonly object[],
  req?: PayloadRequest,
): Promise<NamedKeys> {
  const keys = new NamedKeys()
  await keys.learn(payload, table, docs, req)
  return keys
}
