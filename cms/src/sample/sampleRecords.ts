import type { Payload, PayloadRequest } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import type { SiteSetting, Synonym } from '../payload-types.ts'
import { type SampleWords, sampleWords } from './sampleWords.ts'

type Id = number | string
export type SampleRecord = { id: Id; key: string; published: boolean }

/** Everything of the demonstration that the database holds at one moment. */
export type SampleRecords = {
  tables: Record<TableName, SampleRecord[]>
  /** Photos that sample records show and no other record shows or ever showed. */
  media: { id: Id; filename: string }[]
  words: SampleWords
}

/** Records, photos and words of the demonstration, in the transaction of `req`. */
export async function readSampleRecords(payload: Payload, req: PayloadRequest): Promise<SampleRecords> {
  const tables = {} as SampleRecords['tables']
  for (const table of TABLE_NAMES) tables[table] = await recordsOf(payload, table, req)
  return { tables, media: await mediaOf(payload, req), words: await wordsOf(payload, req) }
}

async function recordsOf(payload: Payload, table: TableName, req: PayloadRequest): Promise<SampleRecord[]> {
  const { key } = TABLES[table]
  const { docs } = await payload.db.find({
    collection: table,
    where: { origin: { equals: 'sample' } },
    sort: key,
    select: { [key]: true, _status: true },
    limit: 0,
    pagination: false,
    req,
  })
  return (docs as Record<string, unknown>[]).map((doc) => ({
    id: doc.id as Id,
    key: String(doc[key]),
    published: doc._status === 'published',
  }))
}

async function mediaOf(payload: Payload, req: PayloadRequest): Promise<SampleRecords['media']> {
  const shownBy = async (origin: 'equals' | 'not_equals') => {
    const { docs } = await payload.db.findVersions({
      collection: 'cases',
      where: { and: [{ 'version.origin': { [origin]: 'sample' } }, { 'version.photos': { exists: true } }] },
      select: { version: { photos: true } } as never,
      limit: 0,
      pagination: false,
      req,
    })
    return new Set(docs.flatMap((d) => ((d.version as { photos?: Id[] }).photos ?? []).map(String)))
  }
  const shown = await shownBy('equals')
  if (shown.size === 0) return []
  const kept = await shownBy('not_equals')
  const ids = [...shown].filter((id) => !kept.has(id))
  const { docs } = await payload.db.find({
    collection: 'media',
    where: { id: { in: ids } },
    select: { filename: true },
    limit: 0,
    pagination: false,
    req,
  })
  return (docs as Record<string, unknown>[]).map((d) => ({ id: d.id as Id, filename: String(d.filename) }))
}

async function wordsOf(payload: Payload, req: PayloadRequest): Promise<SampleWords> {
  const { docs } = await payload.db.find({
    collection: 'duties',
    select: { title: true, wordings: true, origin: true },
    limit: 0,
    pagination: false,
    req,
  })
  return sampleWords(
    (await payload.db.findGlobal({ slug: 'site-settings', req })) as unknown as SiteSetting,
    (await payload.db.findGlobal({ slug: 'synonyms', req })) as unknown as Synonym,
    docs as never,
  )
}
