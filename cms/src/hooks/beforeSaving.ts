import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { ROLE_LABELS } from '#domain/vocabulary'
import { may } from '../access/rights.ts'
import { roleOf } from '../access/roles.ts'
import { holdBin } from '../bin/holdBin.ts'
import { giveReference } from '../caseForm/giveReference.ts'
import { keepMerger, keepSuccession } from '../mergers/keepSuccession.ts'
import { holdNote, publishNote } from '../notes/noteOfRecord.ts'
import { holdSeen } from '../twoPeople/holdSeen.ts'
import { keepNewest } from '../twoPeople/keepNewest.ts'
import { neededWithdrawal } from '../withdrawals/givenWithdrawal.ts'
import { holdFourEyes } from '../workflow/fourEyes.ts'
import { savesDraftOnly } from './askedOperation.ts'
import { checkPublication } from './checkPublication.ts'
import { holdImports } from './holdImports.ts'
import { holdReach } from './holdReach.ts'
import { readMainRowBefore } from './mainRow.ts'
import { refuseIfNamed } from './namedByPublished.ts'
import { stampDecisions } from './privateDecisions.ts'
import { holdKey } from './publicKey.ts'
import { refuse } from './refuse.ts'
import { emptyWhatWasEmpty } from './restoredVersion.ts'
import { writeContext } from './writeContext.ts'

/**
 * Before a public record is written: the key stays, nobody writes beyond his own reach or publishes without
 * the right to, what would be public is complete and
 * true to its schema, and nothing published loses a record that it names. All refusals stand here, before any write,
 * because a bulk operation does not undo a record whose later hook throws.
 */
export function beforeSaving(table: TableName): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const { loading, asked } = writeContext(req.context)
    if (loading) return data
    const id = (originalDoc as { id?: number | string } | undefined)?.id
    const before = id === undefined ? undefined : await readMainRowBefore(req, table, id)
    await emptyWhatWasEmpty(req, table, data)
    // A version that was put into the bin comes back without that.
    if (asked?.restores) data.deletedAt = null
    const draftOnly = savesDraftOnly(asked, data)
    const after = draftOnly ? before?.published === true : data._status === 'published'
    if (req.user && !draftOnly && (after || before?.published)) holdPublishing(req, table)
    if (asked?.bin || before?.row.deletedAt) return holdBin(req, table, data, before)
    await holdReach(req, table, before)
    await holdImports(req, table, before, data)
    if (table === 'cases') await giveReference(req, data)
    await holdKey(req, table, data, before)
    await holdSeen(req, table, before, data)
    if (before) await keepNewest(req, table, before.id, data)
    if (req.user) data.updatedBy = req.user.id
    const decisions = stampDecisions(
      req,
      data,
      (originalDoc ?? before?.row) as Record<string, unknown> | undefined,
    )
    await keepMerger(req, table, data, before)
    if (draftOnly) return data
    if (after) {
      publishNote(data, before)
      await holdFourEyes(req, table, data, before)
      keepSuccession(table, data, before)
      const row = await checkPublication(req, table, data, before, decisions)
      await holdNote(req, table, { data, before, row })
    } else if (before?.published && id !== undefined) {
      const name = `${TABLES[table].label}${before.key}`
      await refuseIfNamed(req, table, id, '撤下')
      neededWithdrawal(name, asked?.withdrawal)
      data.changeNote = null
      data.changeKind = null
    }
    return data
  }
}

function holdPublishing(req: PayloadRequest, table: TableName): void {
  if (may(req, table, 'publish')) return
  const role = roleOf(req)
  refuse(`${role ? ROLE_LABELS[role] : '这个账户'}只能保存草稿：请发布人发布、更正或撤下`, 403)
}
