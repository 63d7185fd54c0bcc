import type { Payload, PayloadRequest, Where } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { notInBin, versionNotInBin } from '../bin/notInBin.ts'
import { RELATIONS } from '../relations.ts'

/** How many of the records in the way a refusal names. */
const NAMED = 5

/**
 * Why the demonstration cannot be removed now, in words; null when nothing stands in the way. Records that are no
 * sample and name one stand in the way with what they say now, in public or in their newest draft: they would be left
 * with holes. So does a loading that was not finished: it would go on with the next start.
 */
export async function sampleInTheWay(payload: Payload, req: PayloadRequest): Promise<string | null> {
  if (await isLoadingUnfinished(payload, req))
    return '内容还没有装完：请先运行 npm start 让它装完，再移除演示数据'
  const names: string[] = []
  for (const table of TABLE_NAMES)
    for (const key of await namersIn(payload, table, req)) names.push(`${TABLES[table].label}${key}`)
  if (names.length === 0) return null
  const more = names.length > NAMED ? ' 等' : ''
  return `有${names.length}条不是演示的记录用到演示数据（${names.slice(0, NAMED).join('、')}${more}），移除后它们会缺内容。请先改掉它们（公开的和草稿里的都要改）`
}

async function isLoadingUnfinished(payload: Payload, req: PayloadRequest): Promise<boolean> {
  const count = async (recordType: string) =>
    (await payload.db.count({ collection: 'loads', where: { recordType: { equals: recordType } }, req }))
      .totalDocs
  return (await count('content')) > (await count('content-finished'))
}

/** Keys of the records of a table that are no sample and name one, as published or in their newest version. */
async function namersIn(payload: Payload, table: TableName, req: PayloadRequest): Promise<string[]> {
  const paths = RELATIONS.filter((r) => r.from === table && r.to !== 'media').map((r) => r.path)
  if (paths.length === 0) return []
  const { key } = TABLES[table]
  const naming = (at: string): Where[] => [
    { [`${at}origin`]: { not_equals: 'sample' } },
    { or: paths.map((path) => ({ [`${at}${path}.origin`]: { equals: 'sample' } })) },
  ]
  const all = { limit: 0, pagination: false, req }
  const rows = await payload.db.find({
    collection: table,
    where: { and: [notInBin, ...naming('')] },
    select: { [key]: true },
    ...all,
  })
  const newest = await payload.db.findVersions({
    collection: table,
    where: { and: [{ latest: { equals: true } }, versionNotInBin, ...naming('version.')] },
    select: { version: { [key]: true } } as never,
    ...all,
  })
  const keys = [...rows.docs, ...newest.docs.map((d) => d.version)] as Record<string, unknown>[]
  return [...new Set(keys.map((doc) => String(doc[key])))].sort()
}
