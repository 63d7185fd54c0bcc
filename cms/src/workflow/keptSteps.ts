import type { PayloadRequest, Where } from 'payload'
import { shanghaiMinute } from '#domain/dates'
import type { TableName } from '#domain/records/snapshot'
import type { Step } from '#domain/vocabulary'
import { recordDeed } from '../history/recordDeed.ts'
import type { KeptStep } from './steps.ts'

type Id = number | string

/** The review of a record is a matter of its own beside its way to the readers. */
const isOf = (step: Step): Where => ({
  step: step === 'review' ? { equals: 'review' } : { not_equals: 'review' },
})

const standing = (table: TableName, id: Id, step: Step): Where => ({
  and: [
    { recordType: { equals: table } },
    { record: { equals: String(id) } },
    { stands: { equals: true } },
    isOf(step),
  ],
})

/** The step of a record that stands, seen from within this write; null when nothing was handed in since it was saved. */
export async function standingStep(
  req: PayloadRequest,
  table: TableName,
  id: Id,
  kind: Step = 'submit',
): Promise<KeptStep | null> {
  const { docs } = await req.payload.db.find({
    collection: 'steps',
    where: standing(table, id, kind),
    sort: ['-at', '-id'],
    limit: 1,
    pagination: false,
    req,
  })
  return (docs[0] as unknown as KeptStep | undefined) ?? null
}

/** Ends what stands of a record, because another step follows or the record was written. */
export async function endStanding(
  req: PayloadRequest,
  table: TableName,
  id: Id,
  kind: Step = 'submit',
): Promise<void> {
  const { docs } = await req.payload.db.find({
    collection: 'steps',
    where: standing(table, id, kind),
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id: step } of docs as unknown as { id: Id }[])
    await req.payload.db.updateOne({
      collection: 'steps',
      id: step,
      data: { stands: false },
      req,
      returning: false,
    })
}

/** Writes a step down, and in the history, in the transaction of the request, in the name of who is signed in. */
export async function keepStep(
  req: PayloadRequest,
  given: Pick<KeptStep, 'recordType' | 'reference' | 'step'> &
    Partial<Pick<KeptStep, 'version' | 'savedAt' | 'note' | 'publishAt' | 'reviewBy'>> & {
      record: Id
      stands?: boolean
    },
): Promise<void> {
  const { stands = true, record, ...rest } = given
  const data = {
    ...rest,
    record: String(record),
    by: req.user?.id ?? null,
    at: new Date().toISOString(),
    stands,
  }
  await req.payload.db.create({ collection: 'steps', data, req })
  const { step: deed, recordType, reference, note } = rest
  await recordDeed(req, {
    deed,
    recordType,
    reference,
    note: [termOf(rest), note].filter(Boolean).join('：'),
  })
}

/** When something is to happen, in words. */
const termOf = ({ publishAt, reviewBy }: Partial<Pick<KeptStep, 'publishAt' | 'reviewBy'>>): string =>
  publishAt ? `定在 ${shanghaiMinute(Date.parse(publishAt))}` : (reviewBy ?? '')
