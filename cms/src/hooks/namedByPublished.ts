import type { PayloadRequest, Where } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/snapshot'
import { RELATIONS, type Target } from '../relations.ts'
import { refuse } from './refuse.ts'

type Id = number | string
export type Namer = { table: TableName; key: string }

/** How many of the records in the way a refusal names. */
const NAMED = 5

/**
 * Refuses to take back a record while published records name it: the databases would leave nulls or dangling ids in
 * them. Says how many, and the first five.
 */
export async function refuseIfNamed(
  req: PayloadRequest,
  target: Target,
  id: Id,
  what: '撤下' | '删除',
): Promise<void> {
  let count = 0
  const first: Namer[] = []
  for (const { table, where } of naming(target, id)) {
    const { totalDocs } = await req.payload.db.count({ collection: table, where, req })
    count += totalDocs
    if (totalDocs > 0 && first.length < NAMED)
      first.push(...(await read(req, table, where, NAMED - first.length)))
  }
  if (count === 0) return
  const names = first.map((n) => `${TABLES[n.table].label}${n.key}`).join('、')
  refuse(
    `不能${what}：有${count}条已公开的记录用到它（${names}${count > first.length ? ' 等' : ''}）。先改掉或撤下它们`,
  )
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
    const paths = RELATIONS.filter((r) => r.from === table && r.to === target).map((r) => r.path)
    if (paths.length === 0) return []
    const named: Where = { or: paths.map((path) => ({ [path]: { equals: id } })) }
    const other: Where[] = table === target ? [{ id: { not_equals: id } }] : []
    return { table, where: { and: [{ _status: { equals: 'published' } }, named, ...other] } }
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
