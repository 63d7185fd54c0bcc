import type { Payload, Where } from 'payload'
import { canonicalJson } from '#domain/records/snapshot'
import { buildSnapshot } from '../newsroom/buildSnapshot.ts'

/** The parts of one case, each written in the case's own transaction. */
type CaseParts = {
  reference: string
  place: string
  events: number
  /** Versions after the first. */
  corrections: number
  /** Place in the newest version. */
  latest: string
  outbox: number
  acts: number
}
export type NewsroomState = { asOf: string; snapshot: string; cases: CaseParts[] }

/** What an open newsroom holds. */
export async function newsroomState(payload: Payload): Promise<NewsroomState> {
  const { snapshot } = await buildSnapshot(payload)
  const tables = Object.fromEntries(
    Object.entries(snapshot.tables).map(([name, rows]) => [name, [...rows.values()]]),
  )
  const { docs } = await payload.find({ collection: 'cases', limit: 0, depth: 0, sort: 'reference' })
  const cases: CaseParts[] = []
  for (const { id, reference, place, timeline } of docs) {
    const count = async (collection: 'outbox' | 'acts', extra: Where = {}) =>
      (await payload.count({ collection, where: { reference: { equals: reference }, ...extra } })).totalDocs
    const versions = await payload.findVersions({
      collection: 'cases',
      where: { parent: { equals: id } },
      sort: '-createdAt',
      depth: 0,
      limit: 0,
    })
    cases.push({
      reference,
      place: place ?? '',
      events: timeline?.length ?? 0,
      corrections: versions.docs.length - 1,
      latest: versions.docs[0]?.version.place ?? '',
      outbox: await count('outbox'),
      acts: await count('acts', { act: { equals: 'correct' } }),
    })
  }
  const { settings, synonyms } = snapshot
  return { asOf: snapshot.asOf, snapshot: canonicalJson({ tables, settings, synonyms }), cases }
}
