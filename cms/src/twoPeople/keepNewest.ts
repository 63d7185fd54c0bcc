import type { PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { writeContext } from '../hooks/writeContext.ts'
import { contentFields } from './contentFields.ts'
import { newestVersion } from './newestVersion.ts'

/**
 * Keeps what was saved last as what a write of many records is made on, where they are taken back or stay drafts: the
 * library hands over the rows of each, and a draft that was saved since would be passed over.
 */
export async function keepNewest(
  req: PayloadRequest,
  table: TableName,
  id: number | string,
  data: Record<string, unknown>,
): Promise<void> {
  const { asked } = writeContext(req.context)
  if (!asked?.isOfMany || asked.draft || data._status === 'published') return
  const newest = await newestVersion(req, table, id)
  if (newest?._status !== 'draft') return
  for (const { name } of contentFields(req.payload.collections[table].config.flattenedFields))
    if (!(name in asked.given)) data[name] = newest[name] ?? null
}
