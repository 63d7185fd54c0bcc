import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { may } from '../access/rights.ts'
import { refuseIfNamed } from '../hooks/namedByPublished.ts'
import { refuse } from '../hooks/refuse.ts'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'
import { neededWithdrawal } from '../withdrawals/givenWithdrawal.ts'
import { DAYS_IN_BIN } from './notInBin.ts'

type Data = Record<string, unknown>

/**
 * Holds a write that puts a record into the bin or takes it out, and refuses every other write of a record that lies
 * there. Putting in what is public is a withdrawal: refused where other records name it, and asked for its reason.
 */
export async function holdBin(
  req: PayloadRequest,
  table: TableName,
  data: Data,
  before: MainRow | undefined,
): Promise<Data> {
  const { asked } = writeContext(req.context)
  if (!before) refuse('没有这一条', 404)
  const name = `${TABLES[table].label}${before.key}`
  const isIn = Boolean(before.row.deletedAt)
  if (!asked?.bin) refuse(`${name}在回收站里，没有保存：先把它拿回来，再改`, 409)
  if (req.user && !may(req, table, 'delete'))
    refuse(`${name}没有动：放进回收站、从回收站拿回，都由发布人来做`, 403)
  if (asked.bin === 'out' && !isIn) refuse(`${name}不在回收站里，不用拿回`, 409)
  if (asked.bin === 'in') {
    if (isIn)
      refuse(
        `${name}已经在回收站里：满${DAYS_IN_BIN}天自动清出，不能马上删掉。里面有个人信息要马上清掉，请管理员用“彻底清除”`,
        409,
      )
    await refuseIfNamed(req, table, before.id, '放进回收站')
    if (before.published) neededWithdrawal(name, asked.withdrawal)
  }
  if (req.user) data.updatedBy = req.user.id
  data.changeNote = null
  data.changeKind = null
  return data
}
