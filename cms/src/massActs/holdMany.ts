import type { CollectionBeforeOperationHook, Where } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { refuse } from '../hooks/refuse.ts'
import { MOST_RECORDS } from '../rest/boundedQuery.ts'

type OfMany = {
  id?: number | string
  overrideAccess?: boolean
  where?: Where
  limit?: number
  trash?: boolean
}

/**
 * Writes of many records, drafts too, are for who may publish (403), and of as many as one answer of a list holds (413):
 * they are one transaction, and nobody else can save while it lasts. Refused before any record is read.
 */
export const holdMany =
  (table: TableName): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const { id, overrideAccess, where, limit, trash } = args as OfMany
    if (operation !== 'update' || id !== undefined || overrideAccess === true) return args
    if (!may(req, table, 'publish'))
      refuse('一条也没有保存：一次改许多条由发布人来做，请一条一条地改，或者用导入', 403)
    // The library refuses whoever names none.
    if (!where) return args
    const { totalDocs } = await req.payload.count({
      collection: table,
      // MongoDB counts nothing in a transaction that asks for no property.
      where: { and: [where, { id: { exists: true } }] },
      trash: trash === true,
      req,
    })
    if (Math.min(totalDocs, limit || totalDocs) > MOST_RECORDS)
      refuse(
        `一条也没有保存：这次选中了${totalDocs}条，一次最多改${MOST_RECORDS}条：改的时候别人不能保存，请分几次`,
        413,
      )
    return args
  }
