import { Readable } from 'node:stream'
import type { Endpoint, PayloadRequest, Where } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { privateFieldsOf } from '#domain/imports/importTables'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { recordDeed } from '../history/recordDeed.ts'
import { refuse } from '../hooks/refuse.ts'
import { inTransaction } from '../inTransaction.ts'
import { listBook } from '../workbooks/listBook.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** How much of a filter is kept in the history, in characters. */
const LONGEST_FILTER = 500

/**
 * `GET /api/cases/workbook?where…&search=…&sort=…&private=true` (who may read the list): the list as an XLSX file with the
 * columns by which it comes back. Private fields only when asked for, by who may read them, and each time with an entry
 * in the history.
 */
export function listWorkbook(table: TableName): Endpoint {
  return {
    path: '/workbook',
    method: 'get',
    handler: async (req) => {
      if (!may(req, table, 'read')) refuse('您无权下载这个列表', 403)
      const { search, sort, where, private: asked } = req.query as Query
      const withPrivate = asked === 'true'
      const hidden = privateFieldsOf(table)
      if (withPrivate && hidden.length === 0)
        refuse(`${TABLES[table].label}没有不公开的字段：请不带 private 下载`)
      if (withPrivate && !may(req, table, 'readPrivate')) refuse('您不能看不公开的字段：请不带它们下载', 403)
      const wanted = listed(table, req, where, search)
      const { count, bytes } = await listBook(req, { table, where: wanted, sort, withPrivate })
      if (withPrivate) await tellHistory(req, table, count, hidden, { where, search })
      const name = `${TABLES[table].label}-${shanghaiDay(Date.now())}.xlsx`
      return new Response(Readable.toWeb(Readable.from(bytes)) as ReadableStream, {
        headers: {
          'content-type': TYPE,
          'content-disposition': `attachment; filename="${table}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        },
      })
    },
  }
}

type Query = { search?: string; sort?: string; where?: Where; private?: string }

/** The filter of the list with what is searched in it, as the list itself searches. */
function listed(table: TableName, req: PayloadRequest, where: Where | undefined, search: string | undefined) {
  if (!search) return where
  const fields = req.payload.collections[table].config.admin.listSearchableFields ?? [TABLES[table].key]
  const found: Where = { or: fields.map((name) => ({ [name]: { like: search } })) }
  return where ? { and: [where, found] } : found
}

/** Who took private fields out of the newsroom, of how many records, by which filter. */
async function tellHistory(
  { payload, user }: PayloadRequest,
  table: TableName,
  count: number,
  hidden: readonly string[],
  filter: object,
): Promise<void> {
  const asked = JSON.stringify(filter)
  const note = `带不公开的字段（${hidden.join('、')}），${count} 条${asked === '{}' ? '' : `，筛选 ${asked.slice(0, LONGEST_FILTER)}`}`
  await inTransaction(payload, user ? { user } : {}, (own) =>
    recordDeed(own, { deed: 'download', recordType: table, reference: `${TABLES[table].label}列表`, note }),
  )
}
