import type { PayloadRequest, Where } from 'payload'
import { createMany } from './bulk.ts'
import type { ImportRecord } from './importRecord.ts'
import type { KeptImport } from './keptImport.ts'

/** Keeps what the rows of the source said, so that the next file is compared with it. */
export async function keepSaid(
  req: PayloadRequest,
  { mapping }: KeptImport,
  records: readonly ImportRecord[],
): Promise<void> {
  const said = records.filter(({ sourceKey, said }) => sourceKey !== null && said !== null)
  const rowOf = ({ sourceKey, recordType, reference, said }: ImportRecord) => ({
    mapping,
    sourceKey,
    recordType,
    reference,
    record: said?.record ?? {},
    hidden: said?.hidden ?? {},
    isUndone: false,
  })
  await createMany(req, 'imported-rows', said.filter(({ saidBefore }) => saidBefore === null).map(rowOf))
  for (const record of said) if (record.saidBefore !== null) await change(req, mapping, record, rowOf(record))
}

/**
 * Brings back what the rows of the source said before. The number of a record that is gone stays with it: the row that
 * comes again becomes the same one.
 */
export async function forgetSaid(
  req: PayloadRequest,
  { mapping }: KeptImport,
  records: readonly ImportRecord[],
): Promise<void> {
  for (const record of records) {
    const { sourceKey, saidBefore, operation } = record
    if (sourceKey === null) continue
    if (saidBefore !== null)
      await change(req, mapping, record, {
        record: saidBefore.record,
        hidden: saidBefore.hidden,
        isUndone: saidBefore.isUndone,
      })
    else if (operation === 'create') await change(req, mapping, record, { isUndone: true, hidden: {} })
    else await req.payload.db.deleteOne({ collection: 'imported-rows', where: whereOf(mapping, record), req })
  }
}

const whereOf = (mapping: string, { sourceKey }: ImportRecord): Where => ({
  and: [{ mapping: { equals: mapping } }, { sourceKey: { equals: sourceKey } }],
})

async function change(
  req: PayloadRequest,
  mapping: string,
  record: ImportRecord,
  data: Record<string, unknown>,
) {
  await req.payload.db.updateOne({
    collection: 'imported-rows',
    where: whereOf(mapping, record),
    data,
    req,
    returning: false,
  })
}
