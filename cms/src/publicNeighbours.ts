import type { Payload, PayloadRequest } from 'payload'
import type { Row } from '#domain/records/snapshot'
import { NAMED_APART, type NamedTable } from '#domain/world/neighbourFault'
import { notInBin } from './bin/notInBin.ts'
import { LOCKING } from './imports/commit/importStates.ts'
import { importsIn, recordsOf } from './imports/commit/underWay.ts'
import type { Relation } from './relations.ts'
import { namedKeys } from './snapshot/namedKeys.ts'

/** Read from within a write where `req` is one's. */
type Reading = { payload: Payload; req?: PayloadRequest }

/** What else of their rows is compared. */
const COMPARED = {
  departments: { replacedBy: true },
  practices: {},
  areas: { level: true, parent: true, replacedBy: true },
} as const

/** What is public of a table, with what a row needs to be compared; what an import is about to publish is among it. */
export async function publicNeighbours(reading: Reading, table: NamedTable): Promise<Row<NamedTable>[]> {
  const { payload, req } = reading
  const coming = await recordsOf(reading, await importsIn(reading, LOCKING), table)
  const ids = coming.map(({ record }) => (payload.db.defaultIDType === 'number' ? Number(record) : record))
  const { docs } = await payload.db.find({
    collection: table,
    where: { and: [{ or: [{ _status: { equals: 'published' } }, { id: { in: ids } }] }, notInBin] },
    select: { slug: true, [NAMED_APART[table]]: true, ...COMPARED[table] },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  if (table === 'practices') return docs as unknown as Row<NamedTable>[]
  const keys = await namedKeys(payload, table, docs, req)
  return (docs as unknown as { parent?: Relation; replacedBy?: Relation }[]).map((doc) => ({
    ...(doc as unknown as Row<'areas'>),
    parent: keys.record('areas', doc.parent)?.key,
    replacedBy: keys.record(table, doc.replacedBy)?.key,
  }))
}
