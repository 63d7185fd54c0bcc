import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { roleOf } from '../access/roles.ts'
import { refuse } from '../hooks/refuse.ts'
import { readSample, removeSample, type SampleStanding } from '../sample/removeSample.ts'
import { countsInWords, sampleCounts, totalOf } from '../sample/sampleCounts.ts'

/** What a person sees before removing; `counts` goes back as it is to say that it was seen. */
export type SampleOverview = SampleStanding & { total: number; parts: { name: string; count: string }[] }

const body = z.object({ counts: sampleCounts })

/** `GET /api/sample-removal` (administrators): how much of the demonstration there is, and what stands in the way. */
export const sampleStanding: Endpoint = {
  path: '/sample-removal',
  method: 'get',
  handler: async (req) => {
    administratorsOnly(req)
    const standing = await readSample(req.payload)
    const { counts } = standing
    const overview: SampleOverview = { ...standing, total: totalOf(counts), parts: countsInWords(counts) }
    return Response.json(overview)
  },
}

/** `POST /api/sample-removal {counts}` (administrators): removes the demonstration if these are its counts. */
export const sampleRemoval: Endpoint = {
  path: '/sample-removal',
  method: 'post',
  handler: async (req) => {
    administratorsOnly(req)
    const given = body.safeParse(await req.json?.().catch(() => null))
    if (!given.success) refuse('移除演示数据要带上看到的数目（counts）：先用 GET 读出来')
    await removeSample(req.payload, given.data.counts, (line) => req.payload.logger.info(line), req.user)
    return Response.json({ removed: given.data.counts })
  },
}

function administratorsOnly(req: PayloadRequest): void {
  const role = roleOf(req)
  if (role === null) refuse('请先登录', 401)
  if (role !== 'administrator') refuse('移除演示数据只有管理员可以做', 403)
}
