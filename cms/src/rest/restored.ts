import type { Payload } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { WITHDRAW_REASON_LABELS, type WithdrawReason } from '#domain/vocabulary'
import { labelOf } from '../history/valueInWords.ts'
import { contentFields } from '../twoPeople/contentFields.ts'
import { isSameValue } from '../twoPeople/sameValue.ts'
import { doorOf } from './doors.ts'

type Doc = Record<string, unknown> & { id?: number | string }

/** The table of which a request brings a version back; null where it asks for something else. */
export function restoredTable(request: Request): TableName | null {
  const [slug, versions, id, ...rest] = doorOf(request).split('/')
  if (request.method !== 'POST' || versions !== 'versions' || !id || rest.length > 0) return null
  return TABLE_NAMES.find((table) => table === slug) ?? null
}

/** The answer to who brought a version back: it is a draft, and what publishing it would do. */
export async function tellRestored(payload: Payload, table: TableName, answer: Response): Promise<Response> {
  if (answer.status !== 200) return answer
  const doc = (await answer.json()) as Doc
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  return Response.json({ ...doc, message: await restoredWords(payload, table, doc) }, { headers })
}

async function restoredWords(payload: Payload, table: TableName, doc: Doc): Promise<string> {
  const kept = '已恢复成草稿，读者看到的没有变。'
  const main = (await payload.db.findOne({
    collection: table,
    where: { id: { equals: doc.id } },
  })) as Doc | null
  if (main?._status !== 'published') {
    if (!main?.publishedOn) return `${kept}发布这份草稿，它就首次公开。`
    return `${kept}这一条已经撤下${await withdrawnWords(payload, table, main)}：发布这份草稿，它就重新公开，请先看清楚。`
  }
  const fields = contentFields(payload.collections[table].config.flattenedFields)
  const changed = fields.filter(({ name }) => !isSameValue(doc[name], main[name])).map(labelOf)
  if (changed.length === 0) return `${kept}它和公开的内容相同。`
  return `${kept}发布这份草稿会改动公开的${changed.length}项：${changed.join('、')}。`
}

async function withdrawnWords(payload: Payload, table: TableName, main: Doc): Promise<string> {
  const { docs } = await payload.db.find({
    collection: 'tombstones',
    where: {
      and: [{ recordType: { equals: table } }, { reference: { equals: main[TABLES[table].key] } }],
    },
    sort: ['-day', '-id'],
    limit: 1,
    pagination: false,
  })
  const [stone] = docs as unknown as { reason: WithdrawReason; words?: string | null; day: string }[]
  if (!stone) return ''
  const words = stone.words ? `，${stone.words}` : ''
  return `（${stone.day}，${WITHDRAW_REASON_LABELS[stone.reason]}${words}）`
}
