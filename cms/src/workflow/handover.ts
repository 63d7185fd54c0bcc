import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { TABLES } from '#domain/records/snapshot'
import { STEP_LABELS, type Step } from '#domain/vocabulary'
import { writeContext } from '../hooks/writeContext.ts'
import { savedBy } from '../twoPeople/newestVersion.ts'
import { endStanding, keepStep, standingStep } from './keptSteps.ts'
import { newestNamed } from './newestDraft.ts'

/** What a later save takes away. */
const CANCELLED: readonly Step[] = ['submit', 'approve', 'schedule']

/**
 * After a record was written: what was handed in, approved or scheduled was another version, so it ends, and the answer
 * says so (`cancelled`). A version that is published as it was approved has arrived; nothing is taken away then.
 */
export function endHandover(table: TableName): CollectionAfterChangeHook {
  return async ({ doc, operation, req }) => {
    const { loading, isApproved, asked } = writeContext(req.context)
    if (loading || operation === 'create') return doc
    if (asked?.bin) await endAll(req, table, doc.id)
    const last = await standingStep(req, table, doc.id)
    if (!last) return doc
    const newest = await newestNamed(req, table, doc.id)
    const hasArrived = isApproved || newest?.content._status === 'published'
    // A reason for giving it back stands until it is handed in again.
    if (!hasArrived && !CANCELLED.includes(last.step)) return doc
    await endStanding(req, table, doc.id)
    if (hasArrived) return doc
    const by = await savedBy(req, newest?.content ?? {})
    const words = `${STEP_LABELS[last.step]}作废：说的是上一版，之后又保存过（${by}）。改好以后请重新${STEP_LABELS[last.step]}`
    const { recordType, record, reference, version, savedAt } = last
    await keepStep(req, { recordType, record, reference, step: 'cancel', version, savedAt, note: words })
    return { ...doc, cancelled: `${TABLES[table].label}${reference}：${words}` }
  }
}

/** After a record was deleted nothing of it waits. */
export function endHandoverOfDeleted(table: TableName): CollectionAfterDeleteHook {
  return ({ id, req }) => endAll(req, table, id)
}

async function endAll(req: PayloadRequest, table: TableName, id: number | string): Promise<void> {
  await endStanding(req, table, id)
  await endStanding(req, table, id, 'review')
}
