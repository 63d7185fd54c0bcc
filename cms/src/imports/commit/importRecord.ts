import type { Payload, PayloadRequest, Where } from 'payload'
import type { ImportTable } from '#domain/imports/importTables'
import type { ImportedRow } from '#domain/imports/importWorld'
import type { Id } from './keptImport.ts'

/** `written` as a draft, `done` as the import is to leave it, `undone` again. */
type Stage = 'written' | 'done' | 'undone'

/** What an import did with a record, or what one of its rows only said: see the collection `import-records`. */
export type ImportRecord = {
  id: Id
  importId: string
  /** Its turn: records stand before those that may name them. */
  place: number
  recordType: ImportTable
  reference: string
  /** Its id in the database; null for a row that is only seen. */
  record: string | null
  /** A `touch` changes nothing that is public. */
  operation: 'create' | 'change' | 'touch' | 'seen'
  sourceKey: string | null
  said: Pick<ImportedRow, 'record' | 'hidden'> | null
  saidBefore: ImportedRow | null
  /** What stood before: what was public, or the newest draft of what was not. */
  before: Record<string, unknown> | null
  wasPublished: boolean
  /** The `updatedAt` of the version that the import wrote. */
  savedAt: string | null
  stage: Stage
}

/**
 * Records of an import in one of some stages, in their order or against it.
 * @param after the place behind which they stand in that direction: what was gone through need not be looked at again
 */
export async function importRecordsOf(
  payload: Payload,
  {
    importId,
    stages,
    limit,
    isBackwards = false,
    after,
  }: {
    importId: Id
    stages: readonly Stage[]
    limit: number
    isBackwards?: boolean
    after?: number | undefined
  },
  req?: PayloadRequest,
): Promise<ImportRecord[]> {
  const and: Where[] = [{ importId: { equals: String(importId) } }, { stage: { in: [...stages] } }]
  if (after !== undefined) and.push({ place: { [isBackwards ? 'less_than' : 'greater_than']: after } })
  const { docs } = await payload.db.find({
    collection: 'import-records',
    where: { and },
    sort: isBackwards ? '-place' : 'place',
    limit,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs as unknown as ImportRecord[]
}

/** An id as its database has it. */
export function idOfRecord(req: PayloadRequest, record: string | null): Id {
  return req.payload.db.defaultIDType === 'number' ? Number(record) : String(record)
}
