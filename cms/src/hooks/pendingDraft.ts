import type { PayloadRequest, Where } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { savesDraftOnly } from './askedOperation.ts'
import { isDecided, isEmpty } from './decidedParts.ts'
import { refuse } from './refuse.ts'
import { type Asked, type MainRow, writeContext } from './writeContext.ts'

type Doc = Record<string, unknown>

/** What differs between every two versions and is no content. */
const NO_CONTENT = [
  'id',
  '_status',
  'updatedAt',
  'createdAt',
  'updatedBy',
  'publishedOn',
  'changedOn',
  'changeNote',
]

/**
 * Refuses (409) a write of some fields of a published record while somebody's draft waits: Payload would build it on
 * the draft, and either publish that unseen or take the record back. Who publishes and names everything in which the
 * draft differs has seen it; who sends `_status: 'published'` alone asks for it; taking back is always possible.
 */
export async function refuseOverPendingDraft(
  req: PayloadRequest,
  table: TableName,
  before: MainRow | undefined,
  data: Doc,
): Promise<void> {
  const { asked } = writeContext(req.context)
  if (!asked || !before?.published || asked.restores || asked.withdraws || savesDraftOnly(asked, data)) return
  const draft = await readNewest(req, table, before.id)
  if (draft?._status !== 'draft') return
  if (data._status === 'published' && isSeen(asked, before.row, draft)) return
  const { label } = TABLES[table]
  refuse(
    `${label}${before.key}有一份还没有公开的草稿（${await whose(req, draft)}），这次只改了一部分，没有保存：先处理那份草稿（发布、改好或恢复成公开的样子），再改；要连草稿一起公开，只发 _status: 'published'`,
    409,
  )
}

/** The newest version: a bulk write is not told it, and would bury it unseen. */
async function readNewest(
  req: PayloadRequest,
  table: TableName,
  id: number | string,
): Promise<Doc | undefined> {
  const { docs } = await req.payload.db.findVersions({
    collection: table,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] } as Where,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.version as Doc | undefined
}

/** Whether the request itself says what becomes of everything in which the draft differs, also of what it has emptied. */
function isSeen({ given }: Asked, row: Doc, draft: Doc): boolean {
  const named = Object.keys(given)
  if (named.length === 1 && named[0] === '_status') return true
  const content = [...new Set([...Object.keys(row), ...Object.keys(draft)])].filter(
    (name) => !NO_CONTENT.includes(name),
  )
  // A form of the admin says of which version it is; on MongoDB it leaves out what that version has empty.
  const isOfDraft = Boolean(given.updatedAt) && instant(given.updatedAt) === instant(draft.updatedAt)
  const isForm = isOfDraft && content.every((name) => Object.hasOwn(given, name) || isEmpty(draft[name]))
  return content.every((name) => isDecided(given[name], draft[name], row[name], isForm))
}

const instant = (value: unknown) => new Date(value as string | Date).getTime()

async function whose(req: PayloadRequest, draft: Doc): Promise<string> {
  const by = draft.updatedBy as { id?: number | string } | number | string | null | undefined
  const id = by && typeof by === 'object' ? by.id : by
  const user = id
    ? ((await req.payload.db.findOne({
        collection: 'users',
        req,
        where: { id: { equals: id } },
      })) as Doc | null)
    : null
  const day = shanghaiDay(Date.parse(String(draft.updatedAt)))
  return `${user ? `${String(user.name)}，` : ''}${day} 保存`
}
