import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'
import { TABLES, type TableName } from '#domain/snapshot'
import { refuseIfNamed } from './namedByPublished.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { knownBefore, readPublishedBefore } from './publishedBefore.ts'

/** Before a record is deleted: refused while published records name it. */
export function refuseDeletion(table: TableName): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    await readPublishedBefore(req, table, id)
    await refuseIfNamed(req, table, id, '删除')
  }
}

/** After a record was deleted: a row for the publisher, and the act where it was public. */
export function recordDeletion(table: TableName): CollectionAfterDeleteHook {
  return async ({ id, doc, req }) => {
    const before = knownBefore(req, table, id)
    const key = before?.key ?? String((doc as Record<string, unknown>)[TABLES[table].key])
    await tellPublisher(req, table, key, 'delete')
    if (before?.published) await recordAct(req, table, key, 'delete')
  }
}
