import type { Payload, PayloadRequest } from 'payload'
import type { ImportTable } from '#domain/imports/importTables'
import type { ChangeKind, WithdrawReason } from '#domain/vocabulary'
import type { Relation } from '../../relations.ts'
import type { ImportState } from './importStates.ts'

export type Id = number | string

/** An import as it is kept: see the collection `imports`. */
export type KeptImport = {
  id: Id
  fileName: string
  fileHash: string
  mapping: string
  mappingVersion: number
  recordType: ImportTable
  publishes: boolean
  note: string | null
  noteKind: ChangeKind | null
  state: ImportState
  done: number
  total: number
  counts: Record<string, unknown>
  by: Relation
  approvedBy: Relation
  committedAt: string | null
  undoneBy: Relation
  undoReason: { reason: WithdrawReason; words: string } | null
  runner: string | null
  seenAt: string | null
  isCancelled: boolean
  keptFile: string | null
}

/** An import as it is at this moment, seen from within a write where `req` is one's; null where there is none. */
export async function readImport(payload: Payload, id: Id, req?: PayloadRequest): Promise<KeptImport | null> {
  const where = { id: { equals: id } }
  const found = await payload.db.findOne({ collection: 'imports', where, ...(req ? { req } : {}) })
  return found as unknown as KeptImport | null
}
