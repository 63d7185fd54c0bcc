import type { PayloadRequest, Where } from 'payload'
import { TABLES, type TableName } from '#domain/snapshot'
import { RELATIONS, type Target } from '../relations.ts'
import { refuse } from './refuse.ts'

/**
 * Refuses to take back a record while published records name it: the databases would leave nulls or dangling ids in
 * them. Says how many, and the first five.
 */
export async function refuseIfNamed(
  req: PayloadRequest,
  target: Target,
  id: number | string,
  what: '撤下' | '删除',
): Promise<void> {
  const named = await namersOf(req, target, id)
  if (named.length === 0) return
  const first = named.slice(0, 5).map((n) => `${TABLES[n.table].label}${n.key}`)
  refuse(
    `不能${what}：有${named.length}条已公开的记录用到它（${first.join('、')}${named.length > 5 ? ' 等' : ''}）。先改掉或撤下它们`,
  )
}

/** The published records that name a record. */
export async function namersOf(
  req: PayloadRequest,
  target: Target,
  id: number | string,
): Promise<{ table: TableName; key: string; id: number | string }[]> {
  const found: { table: TableName; key: string; id: number | string }[] = []
  for (const table of Object.keys(TABLES) as TableName[]) {
    const paths = RELATIONS.filter((r) => r.from === table && r.to === target).map((r) => r.path)
    if (paths.length === 0) continue
    const where: Where = {
      and: [{ _status: { equals: 'published' } }, { or: paths.map((path) => ({ [path]: { equals: id } })) }],
    }
    const { docs } = await req.payload.db.find({ collection: table, where, pagination: false, limit: 0, req })
    for (const doc of docs as Record<string, unknown>[]) {
      if (table === target && String(doc.id) === String(id)) continue
      found.push({ table, key: String(doc[TABLES[table].key]), id: doc.id as number | string })
    }
  }
  return found
}
