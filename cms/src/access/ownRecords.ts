import type { PayloadRequest, Where } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { notInBin } from '../bin/notInBin.ts'
import { idOf, idsAt, type Relation } from '../relations.ts'
import type { Place } from './matrix.ts'

type Id = number | string
type Doc = Record<string, unknown>
type Asker = Pick<PayloadRequest, 'user' | 'context' | 'payload'>

/** Where a record says in whose hands it is: fields that name an area, and fields that name departments. */
const BELONGS: Partial<Record<Place, { area: readonly string[]; departments: readonly string[] }>> = {
  cases: { area: ['area'], departments: ['lead', 'departments'] },
  duties: { area: [], departments: ['lead', 'responsible'] },
  notices: { area: [], departments: ['recipient'] },
  practices: { area: ['area'], departments: [] },
}

/** What somebody works for. */
type Scope = { areas: Id[]; departments: Id[] }

/**
 * Whose a record is, as a question to the database: theirs whose area it lies in or below, whose department leads or
 * supports it, and who created it. Of people, everybody is one's own; of photos, also those that own cases show.
 */
export async function ownWhere(req: Asker, place: Place): Promise<Where> {
  const me = (req.user as { id: Id }).id
  if (place === 'users') return { id: { equals: me } }
  const theirs: Where[] = [{ createdBy: { equals: me } }]
  if (place === 'media') {
    const shown = await photosOfOwnCases(req)
    if (shown.length > 0) theirs.push({ id: { in: shown } })
    return { or: theirs }
  }
  const belongs = BELONGS[place]
  if (!belongs) return { or: theirs }
  const { areas, departments } = await scopeOf(req)
  if (areas.length > 0) theirs.push(...belongs.area.map((path) => ({ [path]: { in: areas } })))
  if (departments.length > 0)
    theirs.push(...belongs.departments.map((path) => ({ [path]: { in: departments } })))
  return { or: theirs }
}

/** Whether a record that is at hand is one's own. What it does not bring counts as nobody's. */
export async function isOwn(req: Asker, place: Place, doc: Doc): Promise<boolean> {
  const me = String((req.user as { id: Id }).id)
  if (place === 'users') return String(doc.id) === me
  if (idOf(doc.createdBy as Relation) === me) return true
  if (place === 'media') return (await photosOfOwnCases(req)).map(String).includes(String(doc.id))
  const belongs = BELONGS[place]
  if (!belongs) return false
  const scope = await scopeOf(req)
  const isIn = (ids: readonly Id[]) => (path: string) => {
    const known = new Set(ids.map(String))
    return idsAt(doc, path).some((id) => known.has(id))
  }
  return belongs.area.some(isIn(scope.areas)) || belongs.departments.some(isIn(scope.departments))
}

/** Whether a table tells by its fields whose a record is, beside who created it. */
export const isTable = (place: Place): place is TableName => Object.hasOwn(TABLES, place)

const SCOPE = 'ownScope'
const PHOTOS = 'ownPhotos'

/** The areas of who asks with all below them, and the departments; read once a request. */
async function scopeOf(req: Asker): Promise<Scope> {
  const { context } = req as { context: Record<string, unknown> }
  context[SCOPE] ??= readScope(req)
  return context[SCOPE] as Promise<Scope>
}

async function readScope({ user, payload }: Asker): Promise<Scope> {
  const named = (user ?? {}) as { areas?: Relation[] | null; departments?: Relation[] | null }
  const departments = (named.departments ?? []).map(rawId).filter((id) => id !== undefined)
  const own = (named.areas ?? []).map(rawId).filter((id) => id !== undefined)
  if (own.length === 0) return { areas: [], departments }
  const { docs } = await payload.db.find({
    collection: 'areas',
    select: { parent: true },
    limit: 0,
    pagination: false,
  })
  const below = new Map<string, Id[]>()
  for (const { id, parent } of docs as unknown as { id: Id; parent?: Relation }[]) {
    const above = idOf(parent)
    if (above !== undefined) below.set(above, [...(below.get(above) ?? []), id])
  }
  const areas = new Map<string, Id>()
  const open = [...own]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (areas.has(String(id))) continue
    areas.set(String(id), id)
    open.push(...(below.get(String(id)) ?? []))
  }
  return { areas: [...areas.values()], departments }
}

async function photosOfOwnCases(req: Asker): Promise<Id[]> {
  const { context } = req as { context: Record<string, unknown> }
  context[PHOTOS] ??= readPhotos(req)
  return context[PHOTOS] as Promise<Id[]>
}

async function readPhotos(req: Asker): Promise<Id[]> {
  const { docs } = await req.payload.db.find({
    collection: 'cases',
    where: { and: [await ownWhere(req, 'cases'), notInBin, { photos: { exists: true } }] },
    select: { photos: true },
    limit: 0,
    pagination: false,
  })
  return (docs as unknown as { photos?: Relation[] | null }[]).flatMap(({ photos }) =>
    (photos ?? []).map(rawId).filter((id) => id !== undefined),
  )
}

const rawId = (value: Relation): Id | undefined =>
  value === null || value === undefined ? undefined : typeof value === 'object' ? value.id : value
