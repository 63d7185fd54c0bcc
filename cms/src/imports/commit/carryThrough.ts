import type { Payload, PayloadRequest } from 'payload'
import { shanghaiDay, shanghaiTime } from '#domain/dates'
import type { ActKind } from '#domain/vocabulary'
import { recordDeed } from '../../history/recordDeed.ts'
import { tellCasesOfSmallPlaces } from '../../hooks/casesOfSmallPlaces.ts'
import { keptArea } from '../../snapshot/placesOfResidents.ts'
import { newestVersion } from '../../twoPeople/newestVersion.ts'
import { closeTombstones } from '../../withdrawals/tombstones.ts'
import { createMany, setOn, setOnMany } from './bulk.ts'
import { asManyAsFit, inChunk, type Work } from './chunks.ts'
import { importDeed } from './importDeed.ts'
import { keepSaid } from './importedRow.ts'
import { type ImportRecord, idOfRecord, importRecordsOf } from './importRecord.ts'
import type { KeptImport } from './keptImport.ts'
import { contentOf } from './recordContent.ts'

/** Records that are asked for at once. */
const AT_ONCE = 200

/**
 * Makes the drafts of an import what they are to be, chunk by chunk, and then says that it is committed. It can be broken
 * off anywhere and taken up again; until its end the publisher leaves all its records as readers have them.
 */
export async function carryThrough(
  payload: Payload,
  work: Work,
  progress: (done: number, of: number) => void,
): Promise<void> {
  let isOver = false
  let count = 0
  let after: number | undefined
  while (!isOver) {
    let last = after
    await inChunk(payload, work, async (req, kept) => {
      const { id: importId, total } = kept
      const given = { importId, stages: ['written'] as const, limit: AT_ONCE, after }
      const waiting = await importRecordsOf(payload, given, req)
      if (waiting.length === 0) {
        isOver = true
        await recordDeed(req, importDeed(kept, 'import'))
        return { state: 'committed', runner: null, done: total }
      }
      const done = kept.publishes ? await publishSome(req, kept, waiting) : waiting
      await keepSaid(req, kept, done)
      await setOn(
        req,
        'import-records',
        done.map(({ id }) => id),
        { stage: 'done' },
      )
      count += done.length
      const next = waiting.find((record) => !done.includes(record))
      last = next ? next.place - 1 : waiting.at(-1)?.place
      progress(Math.min(count, total), total)
      return {}
    })
    after = last
  }
}

/** Publishes as many of these records as fit in a transaction, with what a publication by hand leaves. Returns those done. */
async function publishSome(
  req: PayloadRequest,
  kept: KeptImport,
  records: readonly ImportRecord[],
): Promise<ImportRecord[]> {
  const instant = Date.parse(kept.committedAt ?? '')
  const created = records.filter(({ operation }) => operation === 'create')
  await publishNew(req, created, instant)
  const others = records.filter(({ operation }) => operation !== 'create')
  const taken = await asManyAsFit(others, (record) => publishChanged(req, kept, record, instant))
  const done = [...created, ...others.slice(0, taken)]
  await tellOf(
    req,
    kept,
    instant,
    done.map((record) => ({ record, act: actOf(record) })),
  )
  for (const record of done)
    if (wasGone(record)) await closeTombstones(req, record.recordType, record.reference)
  return done
}

/** Whether readers may have been told that the record was withdrawn, and it is there again. */
function wasGone({ operation, saidBefore, before, wasPublished }: ImportRecord): boolean {
  if (operation === 'create') return saidBefore?.isUndone === true
  return operation !== 'seen' && !wasPublished && Boolean(before?.publishedOn)
}

/** What became of a record for readers; null where they see no difference, undefined where nothing was written. */
function actOf({ operation, wasPublished }: ImportRecord): ActKind | null | undefined {
  if (operation === 'seen') return undefined
  if (operation === 'touch') return null
  return wasPublished ? 'correct' : 'publish'
}

/** Appends acts, and rows for the publisher that wait until the whole is through. */
export async function tellOf(
  req: PayloadRequest,
  { id }: KeptImport,
  instant: number,
  told: readonly { record: ImportRecord; act: ActKind | null | undefined }[],
): Promise<void> {
  const when = { day: shanghaiDay(instant), at: new Date(instant).toISOString() }
  await createMany(
    req,
    'acts',
    told.flatMap(({ record: { recordType, reference }, act }) =>
      act ? [{ recordType, reference, act, ...when }] : [],
    ),
  )
  await createMany(
    req,
    'outbox',
    told.flatMap(({ record: { recordType, reference }, act }) =>
      act === undefined ? [] : [{ recordType, reference, operation: 'change', heldFor: String(id) }],
    ),
  )
}

async function publishNew(req: PayloadRequest, records: readonly ImportRecord[], instant: number) {
  const day = shanghaiDay(instant)
  const values = {
    _status: 'published',
    publishedOn: day,
    publishedTime: shanghaiTime(instant),
    changedOn: day,
  }
  for (const [table, own] of Map.groupBy(records, ({ recordType }) => recordType))
    await setOnMany(req, table, { ids: own.map(({ record }) => idOfRecord(req, record)), values })
}

async function publishChanged(
  req: PayloadRequest,
  kept: KeptImport,
  { recordType: table, record, operation, wasPublished, before }: ImportRecord,
  instant: number,
): Promise<void> {
  if (operation === 'seen') return
  const id = idOfRecord(req, record)
  const version = (await newestVersion(req, table, id)) ?? {}
  const day = shanghaiDay(instant)
  const first = version.publishedOn as string | null | undefined
  const values = {
    _status: 'published',
    publishedOn: first ?? day,
    publishedTime: first ? (version.publishedTime ?? null) : shanghaiTime(instant),
    changedOn: operation === 'touch' ? (version.changedOn ?? null) : day,
  }
  await req.payload.db.updateOne({
    collection: table,
    id,
    data: { ...contentOf(version), ...values, updatedAt: version.updatedAt },
    req,
    returning: false,
  })
  await setOnMany(req, table, { ids: [id], values })
  if (table !== 'areas' || !wasPublished) return
  Object.assign(req.context, { heldFor: String(kept.id) })
  await tellCasesOfSmallPlaces(req, { area: keptArea({ ...before, id } as never) })
}
