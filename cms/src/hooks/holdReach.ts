import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { isOwn } from '../access/ownRecords.ts'
import { reachFor } from '../access/rights.ts'
import { newestVersion } from '../twoPeople/newestVersion.ts'
import { refuse } from './refuse.ts'
import { type MainRow, writeContext } from './writeContext.ts'

/**
 * Refuses (403) a write by somebody who writes only his own records where one of what it stands on is another's: what is
 * public, the newest draft, or the version that is brought back. Payload asks only one of the three.
 */
export async function holdReach(
  req: PayloadRequest,
  table: TableName,
  before: MainRow | undefined,
): Promise<void> {
  if (!req.user || !before || reachFor(req, table, 'update') !== 'own') return
  const { asked } = writeContext(req.context)
  const newest = await newestVersion(req, table, before.id)
  const restored = asked?.version === undefined ? undefined : await readVersion(req, table, asked.version)
  for (const doc of [before.row, newest, restored])
    if (doc && !(await isOwn(req, table, doc)))
      refuse(
        `${TABLES[table].label}${before.key}不是你的：撰稿只写自己区域（和下面）的、自己部门牵头或配合的、自己建的`,
        403,
      )
}

async function readVersion(req: PayloadRequest, table: TableName, id: number | string) {
  const where = { id: { equals: id } }
  const { docs } = await req.payload.db.findVersions({
    collection: table,
    where,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.version as Record<string, unknown> | undefined
}
