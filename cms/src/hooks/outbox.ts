import type { PayloadRequest } from 'payload'
import { shanghaiDay } from '#domain/dates'
import type { ActKind } from '#domain/vocabulary'
import { writeContext } from './writeContext.ts'

export type Operation = 'change' | 'delete'

/**
 * Tells the publisher, in the record's own transaction, that a record was written. On every change and delete, draft
 * saves included: the publisher reads the published state itself. Where the row cannot be written, nothing is.
 */
export async function tellPublisher(
  req: PayloadRequest,
  recordType: string,
  reference: string,
  operation: Operation,
): Promise<void> {
  const { quiet, heldFor } = writeContext(req.context)
  if (quiet) return
  mustBeKey(recordType, reference)
  const data = { recordType, reference, operation, ...(heldFor ? { heldFor } : {}) }
  await req.payload.db.create({ collection: 'outbox', data, req })
}

/** Appends an act of publication, in the record's own transaction; figures are counted to the day of the newest. */
export async function recordAct(
  req: PayloadRequest,
  recordType: string,
  reference: string,
  act: ActKind,
  instant: number = Date.now(),
): Promise<void> {
  mustBeKey(recordType, reference)
  const data = { recordType, reference, act, day: shanghaiDay(instant), at: new Date(instant).toISOString() }
  await req.payload.db.create({ collection: 'acts', data, req })
}

/** A row without a key would be lost on its way, and an act without one stands in the record for good. */
function mustBeKey(recordType: string, reference: unknown): void {
  if (typeof reference !== 'string' || reference === '' || reference === 'undefined' || reference === 'null')
    throw new Error(`a write of ${recordType} has no key`)
}
