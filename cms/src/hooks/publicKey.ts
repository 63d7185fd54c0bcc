import type { PayloadRequest, Where } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { readMainRow } from './mainRow.ts'
import { refuseFields } from './refuse.ts'
import type { MainRow } from './writeContext.ts'

type Key = { safeParse(v: unknown): { success: boolean; error?: { issues: { message: string }[] } } }

/**
 * Holds the public key of a record: it is there and well formed, it stays once it was public, and one that was public
 * is never given to another matter, so that an address that somebody cited never shows something else.
 */
export async function holdKey(
  req: PayloadRequest,
  table: TableName,
  data: Record<string, unknown>,
  before: MainRow | undefined,
): Promise<void> {
  const { key, label, schema } = TABLES[table]
  const word = key === 'slug' ? '网址代号' : '编号'
  const value = data[key]
  const refuseKey: (sentence: string) => never = (sentence) =>
    refuseFields(sentence, [{ path: key, message: sentence }])
  if (typeof value !== 'string' || value === '') refuseKey(`${label}没有${word}：先填上再保存`)
  const parsed = (schema.shape as unknown as Record<string, Key>)[key]?.safeParse(value)
  if (parsed && !parsed.success) refuseKey(`${label}${value}：${parsed.error?.issues[0]?.message}`)
  if (before?.key === value) return
  if (before?.row.publishedOn) refuseKey(`${label}${before.key}已经公开过，它的${word}不能再改成 ${value}`)
  const other = await readMainRow(req, table, { [key]: { equals: value } })
  if (other && other.id !== before?.id)
    refuseKey(
      other.row.deletedAt
        ? `${word} ${value} 是回收站里“${nameOf(other.row)}”的：请换一个${word}，或把那一条拿回来`
        : `${word} ${value} 已经有了：“${nameOf(other.row)}”用着它。请换一个${word}，或打开那一条来改`,
    )
  if (await wasEverPublic(req, table, value))
    refuseKey(
      `${label}的${word} ${value} 曾经公开过别的内容，不能再给另一条：引用过那个网址的人会看到不相干的内容。请换一个${word}`,
    )
}

/** What people call a record. */
const nameOf = ({ title, name, matter, number }: Record<string, unknown>) =>
  String(title || name || matter || number || '还没有标题的一条')

/** Whether a key was public at some time: acts are never deleted, and only what was public has one. */
async function wasEverPublic(req: PayloadRequest, table: TableName, key: string): Promise<boolean> {
  const where: Where = { and: [{ recordType: { equals: table } }, { reference: { equals: key } }] }
  const { totalDocs } = await req.payload.db.count({ collection: 'acts', where, req })
  return totalDocs > 0
}
