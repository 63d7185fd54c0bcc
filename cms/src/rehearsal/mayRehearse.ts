import type { CollectionSlug, PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { may, mayWith, reachFor } from '../access/rights.ts'
import { roleOf } from '../access/roles.ts'
import { readMainRow } from '../hooks/mainRow.ts'
import { refuse } from '../hooks/refuse.ts'
import { idsAt } from '../relations.ts'
import { isId } from '../rest/knownAddress.ts'
import { newestVersion } from '../twoPeople/newestVersion.ts'

type Doc = Record<string, unknown>

/**
 * Refuses who may not see what is rehearsed: of a record that is there, its newest draft; of a new one, whoever may not
 * make it. Photos that the person may not see are not shown to him this way either.
 */
export async function holdRehearsing(
  req: PayloadRequest,
  table: TableName,
  id: number | string | undefined,
  given: Doc,
): Promise<void> {
  if (roleOf(req) === null) refuse('请先登录', 401)
  if (id === undefined) {
    if (!may(req, table, 'create')) refuse(`你不能新建${TABLES[table].label}`, 403)
  } else {
    if (!isId(req.payload, String(id))) refuse('没有这一条', 404)
    const main = await readMainRow(req, table, { id: { equals: id } })
    if (!main) refuse('没有这一条', 404)
    const newest = (await newestVersion(req, table, id)) ?? main.row
    const draft = { ...newest, _status: 'draft' }
    if (!(await mayWith(req, table, 'read', draft)) && !may(req, table, 'publish'))
      refuse(`${TABLES[table].label}${main.key}的草稿你不能看，也就不能预演`, 403)
  }
  await holdPhotos(req, idsAt(given, 'photos'))
}

async function holdPhotos(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || reachFor(req, 'media', 'read') === 'all') return
  const { totalDocs } = await req.payload.find({
    collection: 'media' as CollectionSlug,
    where: { id: { in: [...new Set(ids)] } },
    limit: 1,
    depth: 0,
    overrideAccess: false,
    req,
  })
  if (totalDocs < new Set(ids).size) refuse('有照片不是你能看的，不能预演', 403)
}
