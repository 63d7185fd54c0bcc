import type { PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { writeContext } from '../hooks/writeContext.ts'
import { contentFields } from './contentFields.ts'
import { newestVersion } from './newestVersion.ts'

/**
 * Keeps what was saved last as what somebody goes on with where many records are taken back at once: the library hands
 * over the public state of each, and a draft over it would be passed over.
 */
export async function keepNewest(
  req: PayloadRequest,
  table: TableName,
  id: number | string,
  data: Record<string, unknown>,
): Promise<void> {
  const { asked } = writeContext(req.context)
  if (!asked?.isOfMany) return
  const newest = await newestVersion(req, table, id)
  if (newest?._status !== 'draft') return
  for (const { name } of contentFields(req.payload.collections[table].config.flattenedFields))
    if (!(name in asked.given)) data[name] = newest[name] ?? null
}
