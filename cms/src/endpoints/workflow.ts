import type { Endpoint, PayloadRequest } from 'payload'
import { TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { roleOf } from '../access/roles.ts'
import { refuse } from '../hooks/refuse.ts'
import { inTransaction } from '../inTransaction.ts'
import { isId } from '../rest/knownAddress.ts'
import { givenStep } from '../workflow/steps.ts'
import { takeStep } from '../workflow/takeStep.ts'
import { readWay } from '../workflow/way.ts'

/** `GET /api/workflow?recordType=cases&id=7` (who may read it): where a record is on its way, and what this person may do next. */
export const workflowStanding: Endpoint = {
  path: '/workflow',
  method: 'get',
  handler: async (req) => {
    const { recordType, id } = req.query as Record<string, string | undefined>
    return Response.json(await ofRecord(req, recordType ?? '', id ?? ''))
  },
}

/** `POST /api/workflow {recordType, id, step, version?, note?, publishAt?, reviewBy?}`: takes a step; answers as GET does. */
export const workflowStep: Endpoint = {
  path: '/workflow',
  method: 'post',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const given = givenStep.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      refuse(
        '要写明哪一种记录（recordType）、哪一条（id）、做什么（step）：submit、return、approve、schedule、cancel 或 review',
      )
    const { recordType, id } = given.data
    await readable(req, recordType, id)
    const { user } = req
    await inTransaction(req.payload, user ? { user } : {}, (own) => takeStep(own, given.data, Date.now()))
    return Response.json(await ofRecord(req, recordType, id))
  },
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as readonly string[]).includes(name)

async function ofRecord(req: PayloadRequest, recordType: string, id: number | string) {
  if (!isTable(recordType)) refuse('没有这种记录', 404)
  await readable(req, recordType, id)
  return readWay(req, recordType, id)
}

/** Throws as the library does where the record is not this person's to read. */
async function readable(req: PayloadRequest, table: TableName, id: number | string): Promise<void> {
  if (!isId(req.payload, String(id))) refuse('没有这一条', 404)
  await req.payload.findByID({ collection: table, id, depth: 0, overrideAccess: false, req })
}
