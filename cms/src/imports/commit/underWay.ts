import type { Payload, PayloadRequest, Where } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import type { ImportState } from './importStates.ts'
import type { Id } from './keptImport.ts'

type Reading = { payload: Payload; req?: PayloadRequest }

/** The imports in one of some states: hardly ever one. */
export async function importsIn({ payload, req }: Reading, states: readonly ImportState[]): Promise<Id[]> {
  const { docs } = await payload.db.find({
    collection: 'imports',
    where: { state: { in: [...states] } },
    select: { state: true },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.map(({ id }) => id)
}

/** What of a table these imports work on, by its ids or keys; all of it where neither is given. */
export async function recordsOf(
  { payload, req }: Reading,
  imports: readonly Id[],
  table: TableName,
  which: { ids?: readonly string[]; keys?: readonly string[] } = {},
): Promise<{ record: string; reference: string }[]> {
  if (imports.length === 0) return []
  const and: Where[] = [
    { importId: { in: imports.map(String) } },
    { recordType: { equals: table } },
    { record: { exists: true } },
    { stage: { not_equals: 'undone' } },
  ]
  if (which.ids) and.push({ record: { in: [...which.ids] } })
  if (which.keys) and.push({ reference: { in: [...which.keys] } })
  const { docs } = await payload.db.find({
    collection: 'import-records',
    where: { and },
    select: { record: true, reference: true },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs as unknown as { record: string; reference: string }[]
}
