import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { savesDraftOnly } from '../hooks/askedOperation.ts'
import { refuse } from '../hooks/refuse.ts'
import type { Asked, MainRow } from '../hooks/writeContext.ts'
import { isContent } from './contentFields.ts'
import { savedBy } from './newestVersion.ts'

type Doc = Record<string, unknown>

/**
 * Refuses (409) a write of some fields of a published record while somebody's draft waits: Payload would build it on
 * the draft, and either publish that unseen or take the record back. Who has seen the draft says so (`basedOn`); who
 * sends `_status: 'published'` and no content asks for the draft itself; taking back is always possible.
 * @param newest the newest state of the record, drafts included
 */
export async function refuseOverPendingDraft(
  req: PayloadRequest,
  table: TableName,
  { asked, before, newest, data }: { asked: Asked; before: MainRow; newest: Doc; data: Doc },
): Promise<void> {
  if (!before.published || asked.restores || asked.withdraws || savesDraftOnly(asked, data)) return
  if (newest._status !== 'draft') return
  if (data._status === 'published' && !Object.keys(asked.given).some(isContent)) return
  refuse(
    `${TABLES[table].label}${before.key}有一份还没有公开的草稿（${await savedBy(req, newest)} 保存），这次只改了一部分，没有保存：先处理那份草稿（发布、改好或恢复成公开的样子），再改；要连草稿一起公开，只发 _status: 'published' 和变更说明`,
    409,
  )
}
