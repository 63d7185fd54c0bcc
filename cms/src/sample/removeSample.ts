import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { env } from '../env.ts'
import { recordDeed } from '../history/recordDeed.ts'
import { recordAct, tellPublisher } from '../hooks/outbox.ts'
import { refuse } from '../hooks/refuse.ts'
import { inTransaction } from '../inTransaction.ts'
import { countsOf, isSameCounts, type SampleCounts } from './sampleCounts.ts'
import { sampleInTheWay } from './sampleInTheWay.ts'
import { readSampleRecords, type SampleRecord, type SampleRecords } from './sampleRecords.ts'

/** Ids of one statement: SQLite bounds the number of parameters. */
const BATCH = 500

/** Why the words of the demonstration leave the globals. */
const NOTE = { changeNote: '移除演示数据。', changeKind: 'correction' } as const

/** The demonstration as it stands: how much there is of it, and why it cannot go now (null when it can). */
export type SampleStanding = { counts: SampleCounts; inTheWay: string | null }

/** What a removal would take away. Changes nothing. */
export async function readSample(payload: Payload): Promise<SampleStanding> {
  const req = await createLocalReq({}, payload)
  return {
    counts: countsOf(await readSampleRecords(payload, req)),
    inTheWay: await sampleInTheWay(payload, req),
  }
}

/**
 * Removes the demonstration in one transaction: its records with their versions and drafts, photos that only it shows,
 * and its words in the globals. Each record leaves what a deletion in the admin leaves: a row for the publisher, and an
 * act where it was public. Whatever ends it halfway, nothing of it has happened.
 * @param acknowledged the counts that the person saw
 * @param log hears one sentence a table
 * @throws in words when something stands in the way, or other counts were acknowledged: nothing is changed then
 */
export async function removeSample(
  payload: Payload,
  acknowledged: SampleCounts,
  log: (sentence: string) => void,
  user?: PayloadRequest['user'],
): Promise<void> {
  const media = await inTransaction(payload, user ? { user } : {}, async (req) => {
    const records = await readSampleRecords(payload, req)
    if (!isSameCounts(countsOf(records), acknowledged))
      refuse('演示数据的数目和刚才看到的不一样了：请重新看一遍再移除', 409)
    const inTheWay = await sampleInTheWay(payload, req)
    if (inTheWay) refuse(inTheWay, 409)
    await removeAll(payload, records, req, log)
    return records.media
  })
  // After the commit: a photo without its file would break the record that shows it.
  for (const { filename } of media) await rm(path.join(env.mediaDir, filename), { force: true })
}

async function removeAll(
  payload: Payload,
  { tables, media, words }: SampleRecords,
  req: PayloadRequest,
  log: (sentence: string) => void,
): Promise<void> {
  // Those that name others first, so that no statement touches a record that stays.
  for (const table of [...TABLE_NAMES].reverse()) {
    const records = tables[table]
    if (records.length === 0) continue
    for (let i = 0; i < records.length; i += BATCH)
      await removeBatch(payload, table, records.slice(i, i + BATCH), req)
    log(`${TABLES[table].label}：移除${records.length}条`)
  }
  for (let i = 0; i < media.length; i += BATCH)
    await payload.db.deleteMany({
      collection: 'media',
      where: { id: { in: media.slice(i, i + BATCH).map((m) => m.id) } },
      req,
    })
  if (words.categories.sample.length > 0)
    await payload.updateGlobal({
      slug: 'site-settings',
      data: { dutyCategories: words.categories.kept, ...NOTE },
      req,
    })
  if (words.groups.sample.length > 0)
    await payload.updateGlobal({ slug: 'synonyms', data: { groups: words.groups.kept, ...NOTE }, req })
}

async function removeBatch(
  payload: Payload,
  table: TableName,
  records: readonly SampleRecord[],
  req: PayloadRequest,
): Promise<void> {
  const ids = records.map((r) => r.id)
  await payload.db.deleteVersions({ collection: table, where: { parent: { in: ids } }, req })
  await payload.db.deleteMany({ collection: table, where: { id: { in: ids } }, req })
  for (const { key, published } of records) {
    await tellPublisher(req, table, key, 'delete')
    if (published) await recordAct(req, table, key, 'delete')
    await recordDeed(req, { deed: 'delete', recordType: table, reference: key, note: NOTE.changeNote })
  }
}
