import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { LOCKING, UNDER_WAY } from '../imports/commit/importStates.ts'
import { importsIn, recordsOf } from '../imports/commit/underWay.ts'
import { idsAt, RELATIONS } from '../relations.ts'
import { refuse } from './refuse.ts'
import { type MainRow, writeContext } from './writeContext.ts'

/**
 * Refuses (409) to write a record of an import that is not through, and to name one: whether it will be there is not known
 * yet. What only waits for approval may be named by drafts, and be withdrawn.
 */
export async function holdImports(
  req: PayloadRequest,
  table: TableName,
  before: MainRow | undefined,
  data: object,
): Promise<void> {
  const reading = { payload: req.payload, req }
  const locking = await importsIn(reading, LOCKING)
  if (locking.length === 0) return
  const underWay = await importsIn(reading, UNDER_WAY)
  const isWithdrawal = writeContext(req.context).asked?.withdraws === true
  if (before) {
    const [own] = await recordsOf(reading, isWithdrawal ? underWay : locking, table, {
      ids: [String(before.id)],
    })
    if (own)
      refuse(
        `${TABLES[table].label}${before.key}正在导入或撤销导入，没有保存：等它做完（“导入”里看得到）再改`,
        409,
      )
  }
  if (underWay.length === 0) return
  for (const { path, to } of RELATIONS.filter((r) => r.from === table)) {
    const ids = to === 'media' ? [] : idsAt(data, path)
    if (ids.length === 0) continue
    const [named] = await recordsOf(reading, underWay, to as TableName, { ids })
    if (named)
      refuse(
        `没有保存：它提到的${TABLES[to as TableName].label}${named.reference}正在导入或撤销导入，等它做完再保存`,
        409,
      )
  }
}
