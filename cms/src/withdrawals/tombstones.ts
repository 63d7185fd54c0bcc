import type { PayloadRequest, Where } from 'payload'
import { shanghaiDay } from '#domain/dates'
import type { TableName } from '#domain/records/snapshot'
import type { Withdrawal } from './givenWithdrawal.ts'

/** Leaves, in the transaction of the withdrawal, what stands at a withdrawn address: since when, and why. */
export async function leaveTombstone(
  req: PayloadRequest,
  recordType: TableName,
  reference: string,
  { reason, words }: Withdrawal,
): Promise<void> {
  const data = { recordType, reference, reason, words, day: shanghaiDay(Date.now()), returnedOn: null }
  await req.payload.db.create({ collection: 'tombstones', data, req })
}

/** Notes on the tombstones of a record that it is public again. */
export async function closeTombstones(
  req: PayloadRequest,
  recordType: TableName,
  reference: string,
): Promise<void> {
  const where: Where = {
    and: [
      { recordType: { equals: recordType } },
      { reference: { equals: reference } },
      { returnedOn: { exists: false } },
    ],
  }
  const { docs } = await req.payload.db.find({
    collection: 'tombstones',
    where,
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id } of docs)
    await req.payload.db.updateOne({
      collection: 'tombstones',
      id,
      data: { returnedOn: shanghaiDay(Date.now()) },
      req,
    })
}
