import type { CollectionBeforeOperationHook } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { refuse } from '../hooks/refuse.ts'

/** Writes of many records, drafts too, are for who may publish: refused (403) before any record is read. */
export const manyByPublishers =
  (table: TableName): CollectionBeforeOperationHook =>
  ({ args, operation, req }) => {
    const { id, overrideAccess } = args as { id?: number | string; overrideAccess?: boolean }
    if (operation === 'update' && id === undefined && overrideAccess !== true && !may(req, table, 'publish'))
      refuse('一条也没有保存：一次改许多条由发布人来做，请一条一条地改，或者用导入', 403)
    return args
  }
