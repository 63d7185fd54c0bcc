import type { PayloadRequest } from 'payload'
import { shanghaiDay } from '#domain/dates'
import type { TableName } from '#domain/records/snapshot'
import { MERGED_TABLES } from '#domain/records/succession'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'
import { idOf, type Relation } from '../relations.ts'
import { newestVersion } from '../twoPeople/newestVersion.ts'

type Data = Record<string, unknown>
type Name = { name?: string | null; until?: string | null }

const isMergedTable = (table: TableName) => (MERGED_TABLES as readonly string[]).includes(table)

/**
 * Only the act of merging changes what a place or a department was merged into, as a publication or as a draft that
 * another person publishes; bringing back an old version never takes a merger back.
 */
export async function keepMerger(
  req: PayloadRequest,
  table: TableName,
  data: Data,
  before: MainRow | undefined,
): Promise<void> {
  const { merges, asked } = writeContext(req.context)
  if (!isMergedTable(table) || merges) return
  const newest = before && !asked?.restores ? await newestVersion(req, table, before.id) : undefined
  const kept = newest ?? before?.row
  data.replacedBy = kept?.replacedBy ?? null
  data.replacedOn = kept?.replacedOn ?? null
}

/**
 * Keeps, as a place or a department is published, what it says of its past and its end: a merger holds from the day on
 * which it becomes public, and a name that was public and is given up stays with its last day, unless only a slip of the
 * pen was mended.
 */
export function keepSuccession(table: TableName, data: Data, before: MainRow | undefined): void {
  if (!isMergedTable(table)) return
  const today = shanghaiDay(Date.now())
  if (String(idOf(data.replacedBy as Relation)) !== String(idOf(before?.row.replacedBy as Relation)))
    data.replacedOn = idOf(data.replacedBy as Relation) === undefined ? null : today
  const was = before?.published ? before.row.name : undefined
  if (typeof was !== 'string' || was === data.name || data.publicKind === 'erratum') return
  const known = (data.earlierNames ?? []) as Name[]
  data.earlierNames = [...known, { name: was, until: today }]
}
