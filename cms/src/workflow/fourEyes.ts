import type { PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { refuse } from '../hooks/refuse.ts'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'
import { idOf, type Relation } from '../relations.ts'
import { contentFields } from '../twoPeople/contentFields.ts'
import { newestVersion } from '../twoPeople/newestVersion.ts'
import { isSameValue } from '../twoPeople/sameValue.ts'
import { standingStep } from './keptSteps.ts'

type Doc = Record<string, unknown>

const isMine = (req: PayloadRequest, who: unknown) => idOf(who as Relation) === String(req.user?.id)

/** Whether the newsroom asks for four eyes. */
export async function isFourEyes(req: PayloadRequest): Promise<boolean> {
  const settings = await req.payload.db.findGlobal({ slug: 'newsroom-settings', req })
  return (settings as { fourEyes?: boolean | null } | null)?.fourEyes === true
}

/** Where four eyes are asked for, nobody approves what he saved last. */
export async function refuseOwnSaving(req: PayloadRequest, version: Doc, what: string): Promise<void> {
  if (isMine(req, version.updatedBy) && (await isFourEyes(req)))
    refuse(`两人原则：不能${what}自己最后保存的内容，请另一位发布人来做`, 403)
}

/**
 * Where four eyes are asked for, what becomes public was saved by one person and approved by another: a write that brings
 * content of its own is refused, and so is publishing one's own draft, unless another has approved it as it stands.
 */
export async function holdFourEyes(
  req: PayloadRequest,
  table: TableName,
  data: Doc,
  before: MainRow | undefined,
): Promise<void> {
  if (!req.user || writeContext(req.context).isApproved || !(await isFourEyes(req))) return
  const draft = before && (await newestVersion(req, table, before.id))
  const fields = contentFields(req.payload.collections[table].config.flattenedFields)
  const isAsSaved =
    draft?._status === 'draft' &&
    fields.every(({ name }) => data[name] === undefined || isSameValue(data[name], draft[name]))
  if (before && isAsSaved) {
    if (!isMine(req, draft.updatedBy)) return
    const last = await standingStep(req, table, before.id)
    if ((last?.step === 'approve' || last?.step === 'schedule') && !isMine(req, last.by)) return
  }
  refuse('两人原则：不能发布自己最后保存的内容。先存成草稿，请另一位发布人批准或发布', 403)
}
