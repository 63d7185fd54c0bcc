import type { PayloadRequest, Where } from 'payload'
import { readMainRow } from '../../hooks/mainRow.ts'
import { type ImportRecord, idOfRecord } from './importRecord.ts'

type Doc = Record<string, unknown>

/** Makes a record what it was before an import, as its row and as a newest version of its own; nothing else of it is told. */
export async function standAgain(
  req: PayloadRequest,
  { recordType, record }: Pick<ImportRecord, 'recordType' | 'record'>,
  data: Doc & { updatedAt: string },
): Promise<void> {
  const id = idOfRecord(req, record)
  const stood = await readMainRow(req, recordType, { id: { equals: id } })
  await req.payload.db.updateOne({
    collection: recordType,
    id,
    data: structuredClone(data),
    req,
    returning: false,
  })
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: recordType,
    createdAt: data.updatedAt,
    updatedAt: data.updatedAt,
    parent: id,
    versionData: { ...data, createdAt: stood?.row.createdAt } as never,
    returning: false,
    req,
  })
}

/**
 * What was withdrawn or put into the bin while the import waited took the words of the import with it, the newest there
 * were. It stays where it was put, with the words that it had before.
 * @param newest the version that the withdrawal left
 */
export async function stayWithdrawn(req: PayloadRequest, record: ImportRecord, newest: Doc): Promise<void> {
  const { recordType, before, savedAt } = record
  const ofTheImport: Where = {
    and: [
      { parent: { equals: idOfRecord(req, record.record) } },
      { 'version.updatedAt': { greater_than_equal: savedAt } },
    ],
  }
  await req.payload.db.deleteVersions({ collection: recordType, where: ofTheImport, req })
  await standAgain(req, record, {
    ...before,
    _status: 'draft',
    deletedAt: newest.deletedAt ?? null,
    updatedBy: newest.updatedBy ?? null,
    changeNote: null,
    changeKind: null,
    updatedAt: new Date().toISOString(),
  })
}
