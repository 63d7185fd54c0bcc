import type { Endpoint, PayloadRequest } from 'payload'
import { roleOf } from '../access/roles.ts'
import { refuse } from '../hooks/refuse.ts'
import { inTransaction } from '../inTransaction.ts'
import { givenMerger, merge, readMerger } from '../mergers/merger.ts'

const asked = givenMerger.pick({ recordType: true, id: true })

/** `GET /api/merger?recordType=departments&id=7` (signed in): what it was merged into, and how many records name it. */
export const mergerStanding: Endpoint = {
  path: '/merger',
  method: 'get',
  handler: async (req) => Response.json(await standingOf(req, req.query)),
}

/** `POST /api/merger {recordType, id, into, note}` (publishers): merges, with `into: null` takes that back; answers as GET does. */
export const merger: Endpoint = {
  path: '/merger',
  method: 'post',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const given = givenMerger.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      refuse(
        '要写明哪一种（recordType：areas 或 departments）、哪一条（id）、并入哪一条（into；撤销写 null），note 里写为什么：读者会看到',
      )
    const { user } = req
    await inTransaction(req.payload, user ? { user } : {}, (own) => merge(own, given.data))
    return Response.json(await standingOf(req, given.data))
  },
}

async function standingOf(req: PayloadRequest, query: unknown) {
  if (roleOf(req) === null) refuse('请先登录', 401)
  const given = asked.safeParse(query)
  if (!given.success) refuse('要写明哪一种（recordType：areas 或 departments）、哪一条（id）')
  return readMerger(req, given.data.recordType, given.data.id)
}
