import type { Payload, PayloadRequest, Where } from 'payload'
import { shanghaiDay } from '#domain/dates'
import type { ImportTable } from '#domain/imports/importTables'
import type { ActKind } from '#domain/vocabulary'
import { recordDeed } from '../../history/recordDeed.ts'
import { tellCasesOfSmallPlaces } from '../../hooks/casesOfSmallPlaces.ts'
import { readMainRow } from '../../hooks/mainRow.ts'
import { keptArea } from '../../snapshot/placesOfResidents.ts'
import { newestVersion } from '../../twoPeople/newestVersion.ts'
import { leaveTombstone } from '../../withdrawals/tombstones.ts'
import { setOn } from './bulk.ts'
import { tellOf } from './carryThrough.ts'
import { inChunk, type Work } from './chunks.ts'
import { importDeed } from './importDeed.ts'
import { forgetSaid } from './importedRow.ts'
import { type ImportRecord, idOfRecord, importRecordsOf } from './importRecord.ts'
import type { Id, KeptImport } from './keptImport.ts'
import { idsOfVersions, standAsNewest } from './newestVersions.ts'
import { standAgain, stayWithdrawn } from './standAgain.ts'

/** Records of one transaction. */
const AT_ONCE = 60

/**
 * Takes back what an import has written, chunk by chunk and those first that may name others, and says that it is undone.
 * It can be broken off anywhere and taken up again; until its end the publisher leaves its records as readers have them.
 */
export async function takeBack(
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
      const stages = ['written', 'done'] as const
      const given = { importId: kept.id, stages, limit: AT_ONCE, isBackwards: true, after }
      const records = await importRecordsOf(payload, given, req)
      if (records.length === 0) {
        isOver = true
        const own = { importId: { equals: String(kept.id) } }
        await payload.db.deleteMany({ collection: 'import-records', where: own, req })
        if (kept.committedAt) await recordDeed(req, importDeed(kept, 'undo-import'))
        return { state: 'undone', runner: null, undoneAt: new Date().toISOString() }
      }
      await takeBackSome(req, kept, records)
      count += records.length
      last = records.at(-1)?.place
      progress(Math.min(count, kept.total), kept.total)
      return {}
    })
    after = last
  }
}

async function takeBackSome(
  req: PayloadRequest,
  kept: KeptImport,
  records: readonly ImportRecord[],
): Promise<void> {
  const instant = Date.now()
  const told: { record: ImportRecord; act: ActKind | null | undefined }[] = []
  for (const record of records) {
    const wasPublic = kept.publishes && record.stage === 'done'
    const act = wasPublic ? await takeBackPublic(req, kept, record, instant) : undefined
    if (!wasPublic) await takeBackDraft(req, record)
    told.push({ record, act })
  }
  const created = records.filter(({ operation }) => operation === 'create')
  for (const [table, own] of Map.groupBy(created, ({ recordType }) => recordType))
    await deleteRecords(
      req,
      table,
      own.map(({ record }) => idOfRecord(req, record)),
    )
  await tellOf(req, kept, instant, told)
  await forgetSaid(
    req,
    kept,
    records.filter(({ stage }) => stage === 'done'),
  )
  await setOn(
    req,
    'import-records',
    records.map(({ id }) => id),
    { stage: 'undone' },
  )
}

async function deleteRecords(req: PayloadRequest, table: ImportTable, ids: readonly Id[]): Promise<void> {
  await req.payload.db.deleteVersions({ collection: table, where: { parent: { in: [...ids] } }, req })
  await req.payload.db.deleteMany({ collection: table, where: { id: { in: [...ids] } }, req })
}

/** What nobody outside has seen goes without a trace: the version that the import wrote. */
async function takeBackDraft(req: PayloadRequest, own: ImportRecord) {
  const { operation, recordType, record, savedAt } = own
  if (operation !== 'change' && operation !== 'touch') return
  const id = idOfRecord(req, record)
  const stands = await newestVersion(req, recordType, id)
  if (stands && new Date(stands.updatedAt as string).toISOString() !== savedAt)
    return stayWithdrawn(req, own, stands)
  const [newest, previous] = await idsOfVersions(req, recordType, id, 2)
  if (newest === undefined) return
  await req.payload.db.deleteVersions({ collection: recordType, where: { id: { equals: newest } }, req })
  if (previous !== undefined) await standAsNewest(req, recordType, previous)
}

/** An earlier import that left the state which is brought back left this version of it: it can be undone in its turn. */
async function followVersion(
  req: PayloadRequest,
  { record, recordType, before }: ImportRecord,
  savedAt: string,
) {
  const where: Where = {
    and: [
      { recordType: { equals: recordType } },
      { record: { equals: record } },
      { savedAt: { equals: before?.updatedAt } },
    ],
  }
  const { docs } = await req.payload.db.find({
    collection: 'import-records',
    where,
    limit: 0,
    pagination: false,
    req,
  })
  await setOn(
    req,
    'import-records',
    docs.map(({ id }) => id),
    { savedAt },
  )
}

/** What was public is withdrawn with a tombstone, or is again what it was before. Returns what that is to readers. */
async function takeBackPublic(
  req: PayloadRequest,
  kept: KeptImport,
  record: ImportRecord,
  instant: number,
): Promise<ActKind | null | undefined> {
  const { operation, recordType, reference, wasPublished, before } = record
  if (operation === 'seen') return undefined
  const withdrawal = kept.undoReason
  if (!withdrawal) throw new Error(`import ${kept.id} is being undone and does not say why`)
  if (!wasPublished) await leaveTombstone(req, recordType, reference, withdrawal)
  if (operation === 'create') return 'unpublish'
  const id = idOfRecord(req, record.record)
  const stood = await readMainRow(req, recordType, { id: { equals: id } })
  const words = `撤销导入：${withdrawal.words}`
  const noted = { changedOn: shanghaiDay(instant), publicNote: words, publicKind: 'correction' }
  const data = {
    ...before,
    _status: wasPublished ? 'published' : 'draft',
    ...(wasPublished && operation === 'change' ? noted : {}),
    updatedAt: new Date(instant).toISOString(),
  }
  await standAgain(req, record, data)
  await followVersion(req, record, data.updatedAt)
  if (recordType === 'areas') {
    Object.assign(req.context, { heldFor: String(kept.id) })
    await tellCasesOfSmallPlaces(req, stood ? { area: keptArea(stood.row as never) } : {})
  }
  if (operation === 'touch') return null
  return wasPublished ? 'correct' : 'unpublish'
}
