import type { PayloadRequest } from 'payload'
import { shanghaiDay } from '#domain/dates'
import type { TableName } from '#domain/records/snapshot'
import { MERGED_TABLES } from '#domain/records/succession'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'

type Data = Record<string, unknown>
type Name = { name?: string | null; until?: string | null }

/**
 * Keeps what a place or a department says of its past and its end: only the act of merging changes what it was merged
 * into, so that bringing back an old version never takes a merger back; and a name that was public and is given up stays
 * with its last day, unless only a slip of the pen was mended.
 */
export function keepSuccession(
  req: PayloadRequest,
  table: TableName,
  data: Data,
  before: MainRow | undefined,
): void {
  if (!(MERGED_TABLES as readonly string[]).includes(table)) return
  if (!writeContext(req.context).merges) {
    data.replacedBy = before?.row.replacedBy ?? null
    data.replacedOn = before?.row.replacedOn ?? null
  }
  const was = before?.published ? before.row.name : undefined
  if (typeof was !== 'string' || was === data.name || data.publicKind === 'erratum') return
  const known = (data.earlierNames ?? []) as Name[]
  data.earlierNames = [...known, { name: was, until: shanghaiDay(Date.now()) }]
}
