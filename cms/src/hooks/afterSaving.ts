import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import type { ActKind, PublishedKind } from '#domain/vocabulary'
import { recordDeedOf } from '../history/deedOfRecord.ts'
import { keptArea } from '../snapshot/placesOfResidents.ts'
import { type SavedState, savedWords } from '../told/savedWords.ts'
import { saySaved } from '../told/saySaved.ts'
import { neededWithdrawal } from '../withdrawals/givenWithdrawal.ts'
import { closeTombstones, leaveTombstone } from '../withdrawals/tombstones.ts'
import { tellCasesOfSmallPlaces } from './casesOfSmallPlaces.ts'
import { readMainRow, takeMainRowBefore } from './mainRow.ts'
import { recordAct, tellPublisher } from './outbox.ts'
import { type Asked, type MainRow, writeContext } from './writeContext.ts'

type Doc = Record<string, unknown> & { id?: number | string }

/**
 * After a public record is written: where what is public changed, a row for the publisher and the act. Both follow from
 * the record's main row before and after the write, never from the answer, whose shape is the caller's.
 */
export function afterSaving(table: TableName): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, data, operation, req }) => {
    const { asked, loading } = writeContext(req.context)
    if (loading) return doc
    const after = await writtenRow(req, table, [previousDoc, doc, data] as Doc[])
    const before = takeMainRowBefore(req, table, after.id)
    // A place that is not public itself decides where cases in it are said to be, too.
    if (table === 'areas')
      await tellCasesOfSmallPlaces(req, before ? { area: keptArea(before.row as never) } : {})
    const act = isUntouched(before, after) ? null : actOf(before, after)
    if (!isUntouched(before, after)) await tellPublisher(req, table, after.key, 'change')
    if (act) await recordAct(req, table, after.key, act)
    if (act === 'unpublish')
      await leaveTombstone(req, table, after.key, neededWithdrawal(after.key, asked?.withdrawal))
    if (act === 'publish' && before?.row.publishedOn) await closeTombstones(req, table, after.key)
    const previous = operation === 'update' ? (previousDoc as Doc) : undefined
    await recordDeedOf(req, table, { act, before, after, previous })
    saySaved(req, savedWords(savedState(asked, act, before, after)))
    return doc
  }
}

function savedState(
  asked: Asked | undefined,
  act: ActKind | null,
  before: MainRow | undefined,
  after: MainRow,
): SavedState {
  return {
    wasPublic: before?.published === true,
    isPublic: after.published,
    wasEverPublic: Boolean(after.row.publishedOn),
    bin: asked?.bin,
    isDraft: isUntouched(before, after),
    kind: act === 'correct' ? (after.row.publicKind as PublishedKind | null) : null,
  }
}

async function writtenRow(req: PayloadRequest, table: TableName, given: readonly Doc[]): Promise<MainRow> {
  const { key } = TABLES[table]
  const id = given.find((doc) => doc?.id !== undefined && doc.id !== null)?.id
  const where = id === undefined ? { [key]: { equals: given.at(-1)?.[key] } } : { id: { equals: id } }
  const row = await readMainRow(req, table, where)
  if (!row) throw new Error(`${table} ${id} is not there after it was written`)
  return row
}

/** Whether the write left alone what is public of a record, as drafts do. */
function isUntouched(before: MainRow | undefined, after: MainRow): boolean {
  if (!before?.published && !after.published) return true
  return JSON.stringify(before?.row) === JSON.stringify(after.row)
}

/** What a write was to readers; null where nothing of what they see changed. */
function actOf(before: MainRow | undefined, after: MainRow): ActKind | null {
  if (!after.published) return 'unpublish'
  if (!before?.published) return 'publish'
  return before.isChanged === false ? null : 'correct'
}
