import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { TABLES, type TableName } from '#domain/snapshot'
import { roleOf } from '../access/roles.ts'
import { checkPublication } from './checkPublication.ts'
import { refuseIfNamed } from './namedByPublished.ts'
import { readPublishedBefore } from './publishedBefore.ts'
import { refuse } from './refuse.ts'
import { type PublishedBefore, writeContext } from './writeContext.ts'

type Data = Record<string, unknown>

/**
 * Before a public record is written: the key stays, contributors keep to drafts, what would be public is complete and
 * true to its schema, and nothing published loses a record that it names. All refusals stand here, before any write,
 * because a bulk operation does not undo a record whose later hook throws.
 */
export function beforeSaving(table: TableName): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const context = writeContext(req.context)
    if (context.loading) return data
    const id = (originalDoc as { id?: number | string } | undefined)?.id
    const before = await readPublishedBefore(req, table, id)
    holdKey(table, data, before)
    const after = publishedAfter(req, data, before)
    contributorsDraft(req, data, before, after)
    if (req.user) data.updatedBy = req.user.id
    if (savesDraftOnly(req, data)) return data
    if (after) {
      setDays(req, data, before)
      await checkPublication(req, table, data, before)
    } else if (before?.published && id !== undefined) {
      await refuseIfNamed(req, table, id, '撤下')
    }
    return data
  }
}

/** Whether the write leaves the main row alone. */
export function savesDraftOnly(req: PayloadRequest, data: Data): boolean {
  const context = writeContext(req.context)
  if (!context.draftArgument) return false
  return data._status !== 'published' || req.context.isRestoringVersion === true
}

/** Whether the record will be public after the write. */
function publishedAfter(req: PayloadRequest, data: Data, before: PublishedBefore | undefined): boolean {
  return savesDraftOnly(req, data) ? before?.published === true : data._status === 'published'
}

function holdKey(table: TableName, data: Data, before: PublishedBefore | undefined): void {
  const { key, label, schema } = TABLES[table]
  const value = data[key]
  if (typeof value !== 'string' || value === '')
    refuse(`${label}没有${key === 'slug' ? '地址名' : '编号'}：先填上再保存`)
  const shape = schema.shape as unknown as Record<
    string,
    { safeParse(v: unknown): { success: boolean; error?: { issues: { message: string }[] } } }
  >
  const parsed = shape[key]?.safeParse(value)
  if (parsed && !parsed.success) refuse(`${label}${String(value)}：${parsed.error?.issues[0]?.message}`)
  if (before?.row.publishedOn && before.key !== value)
    refuse(
      `${label}${before.key}已经公开过，它的${key === 'slug' ? '地址名' : '编号'}不能再改成 ${String(value)}`,
    )
}

function contributorsDraft(
  req: PayloadRequest,
  data: Data,
  before: PublishedBefore | undefined,
  after: boolean,
): void {
  if (roleOf(req) !== 'contributor' || savesDraftOnly(req, data)) return
  if (after || before?.published) refuse('撰稿只能保存草稿：请编辑发布、更正或撤下', 403)
}

function setDays(req: PayloadRequest, data: Data, before: PublishedBefore | undefined): void {
  const today = shanghaiDay(Date.now())
  data.publishedOn = before?.row.publishedOn ?? today
  data.changedOn = today
  const given = writeContext(req.context).given
  if (!before?.row.publishedOn) data.changeNote = null
  else if (given && !given.includes('changeNote') && !req.context.isRestoringVersion) data.changeNote = null
}
