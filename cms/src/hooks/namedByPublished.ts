import type { PayloadRequest, Where } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { notInBin, versionNotInBin } from '../bin/notInBin.ts'
import { UNDER_WAY } from '../imports/commit/importStates.ts'
import { importsIn, recordsOf } from '../imports/commit/underWay.ts'
import { RELATIONS, type Target } from '../relations.ts'
import { refuse } from './refuse.ts'

type Id = number | string
export type Namer = { table: TableName; key: string }

/** How many of the records in the way a refusal names. */
const NAMED = 5

/**
 * Refuses to take back a record while published records name it, and to delete one while drafts do: the databases would
 * leave nulls or dangling ids in them. Says how many, and the first five.
 */
export async function refuseIfNamed(
  req: PayloadRequest,
  target: Target,
  id: Id,
  what: '撤下' | '删除' | '放进回收站',
): Promise<void> {
  let count = 0
  const first: Namer[] = []
  for (const { table, where } of naming(target, id)) {
    const { totalDocs } = await req.payload.db.count({ collection: table, where, req })
    count += totalDocs
    if (totalDocs > 0 && first.length < NAMED)
      first.push(...(await read(req, table, where, NAMED - first.length)))
  }
  if (count > 0)
    refuse(`不能${what}：有${count}条已公开的记录用到它（${inWords(first, count)}）。先改掉或撤下它们`)
  // What an import is about to publish names it already.
  const imports = await importsIn({ payload: req.payload, req }, UNDER_WAY)
  if (what === '撤下' && imports.length === 0) return
  const drafts = await draftsNaming(req, target, id)
  if (what === '撤下') return refuseIfImportNames(req, imports, drafts)
  if (drafts.length > 0)
    refuse(
      `不能${what}：有${drafts.length}份草稿用到它（${inWords(drafts, drafts.length)}）。先改掉或删除它们`,
    )
}

async function refuseIfImportNames(req: PayloadRequest, imports: readonly Id[], drafts: readonly Namer[]) {
  for (const [table, own] of Map.groupBy(drafts, (draft) => draft.table)) {
    const keys = own.map(({ key }) => key)
    const [named] = await recordsOf({ payload: req.payload, req }, imports, table, { keys })
    if (named)
      refuse(`不能撤下：正在导入的${TABLES[table].label}${named.reference}用到它，等导入做完再来`, 409)
  }
}

function inWords(namers: readonly Namer[], count: number): string {
  const first = namers.slice(0, NAMED)
  const names = first.map((n) => `${TABLES[n.table].label}${n.key}`).join('、')
  return `${names}${count > first.length ? ' 等' : ''}`
}

/**
 * The drafts that name a record, as they stand now; what lies in the bin names nothing. SQLite would take it out of them without a word, MongoDB would leave
 * an id of nothing: the same newsroom would differ by its database.
 */
async function draftsNaming(req: PayloadRequest, target: Target, id: Id): Promise<Namer[]> {
  const found: Namer[] = []
  for (const table of TABLE_NAMES) {
    const paths = pathsTo(table, target)
    if (paths.length === 0) continue
    const { key } = TABLES[table]
    const named: Where = { or: paths.map((path) => ({ [`version.${path}`]: { equals: id } })) }
    const other: Where[] = table === target ? [{ parent: { not_equals: id } }] : []
    const { docs } = await req.payload.db.findVersions({
      collection: table,
      where: { and: [{ latest: { equals: true } }, versionNotInBin, named, ...other] },
      limit: 0,
      pagination: false,
      req,
    })
    const keys = docs.map((doc) => String((doc.version as Record<string, unknown>)[key]))
    for (const each of [...new Set(keys)].sort()) found.push({ table, key: each })
  }
  return found
}

function pathsTo(table: TableName, target: Target): string[] {
  return RELATIONS.filter((r) => r.from === table && r.to === target).map((r) => r.path)
}

/** How many published records of each table name a record; tables without any are left out. */
export async function countNamers(
  req: PayloadRequest,
  target: Target,
  id: Id,
): Promise<{ table: TableName; count: number }[]> {
  const counts: { table: TableName; count: number }[] = []
  for (const { table, where } of naming(target, id)) {
    const { totalDocs } = await req.payload.db.count({ collection: table, where, req })
    if (totalDocs > 0) counts.push({ table, count: totalDocs })
  }
  return counts
}

/** The published records that name a record: all of them. */
export async function namersOf(req: PayloadRequest, target: Target, id: Id): Promise<Namer[]> {
  const found: Namer[] = []
  for (const { table, where } of naming(target, id)) found.push(...(await read(req, table, where, 0)))
  return found
}

/** For each table that can name such a record, the question which of its published records do. */
function naming(target: Target, id: Id): { table: TableName; where: Where }[] {
  return TABLE_NAMES.flatMap((table) => {
    const paths = pathsTo(table, target)
    if (paths.length === 0) return []
    const named: Where = { or: paths.map((path) => ({ [path]: { equals: id } })) }
    const other: Where[] = table === target ? [{ id: { not_equals: id } }] : []
    return { table, where: { and: [{ _status: { equals: 'published' } }, notInBin, named, ...other] } }
  })
}

async function read(req: PayloadRequest, table: TableName, where: Where, limit: number): Promise<Namer[]> {
  const { key } = TABLES[table]
  const { docs } = await req.payload.db.find({
    collection: table,
    where,
    sort: key,
    limit,
    pagination: false,
    select: { [key]: true },
    req,
  })
  return (docs as Record<string, unknown>[]).map((doc) => ({ table, key: String(doc[key]) }))
}
