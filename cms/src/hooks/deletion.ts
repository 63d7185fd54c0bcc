import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { recordDeed } from '../history/recordDeed.ts'
import { holdImports } from './holdImports.ts'
import { readMainRowBefore, takeMainRowBefore } from './mainRow.ts'
import { refuseIfNamed } from './namedByPublished.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { writeContext } from './writeContext.ts'

/** Before a record is deleted: refused while published records name it. */
export function refuseDeletion(table: TableName): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const before = await readMainRowBefore(req, table, id)
    await holdImports(req, table, before, {})
    await refuseIfNamed(req, table, id, '删除')
  }
}

/** After a record was deleted: who did it; where it was public, a row for the publisher, and the act. */
export function recordDeletion(table: TableName): CollectionAfterDeleteHook {
  return async ({ id, req }) => {
    const before = takeMainRowBefore(req, table, id)
    if (!before) return
    const deed = writeContext(req.context).clearsBin ? 'purge' : 'delete'
    await recordDeed(req, { deed, recordType: table, reference: before.key })
    if (!before.published) return
    await tellPublisher(req, table, before.key, 'delete')
    await recordAct(req, table, before.key, 'delete')
  }
}
