import type { CollectionAfterChangeHook } from 'payload'
import { TABLES, type TableName } from '#domain/snapshot'
import { savesDraftOnly } from './beforeSaving.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { knownBefore } from './publishedBefore.ts'
import { writeContext } from './writeContext.ts'

/** After a public record is written: a row for the publisher always, and the act where what is public changed. */
export function afterSaving(table: TableName): CollectionAfterChangeHook {
  return async ({ doc, data, req }) => {
    if (writeContext(req.context).loading) return doc
    const key = String((doc as Record<string, unknown>)[TABLES[table].key])
    await tellPublisher(req, table, key, 'change')
    if (savesDraftOnly(req, data as Record<string, unknown>)) return doc
    const before = knownBefore(req, table, (doc as { id: number | string }).id)?.published === true
    const after = (doc as { _status?: string })._status === 'published'
    if (after) await recordAct(req, table, key, before ? 'correct' : 'publish')
    else if (before) await recordAct(req, table, key, 'unpublish')
    return doc
  }
}
