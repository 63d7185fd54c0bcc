// A child that opens the newsroom of its environment and sends what is in it: the snapshot, and for each case whether its parts agree.
import type { Where } from 'payload'
import { canonicalJson } from '#domain/records/snapshot'
import { openPayload } from '../../../cms/src/openPayload.ts'
import { buildSnapshot } from '../newsroom/buildSnapshot.ts'

/** The parts of one case, each written in the case's own transaction. */
export type CaseParts = {
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
export type RestoredState = { asOf: string; snapshot: string; cases: CaseParts[] }

const payload = await openPayload()
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
process.send?.({
  asOf: snapshot.asOf,
  snapshot: canonicalJson({ tables, settings, synonyms }),
  cases,
} satisfies RestoredState)
await payload.destroy()
process.exit(0)
