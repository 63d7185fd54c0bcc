import type { Endpoint } from 'payload'
import { z } from 'zod'
import { cleanText } from '#domain/cleanText'
import { roleOf } from '../access/roles.ts'
import { erase, lookFor, type Sought } from '../erasure/erase.ts'
import { holdsWords, unfitWords } from '../erasure/withoutWords.ts'
import { refuse } from '../hooks/refuse.ts'

const body = z.object({
  // As every text is kept: however they were spelled where somebody copied them from, they are found.
  words: z.string().max(200).transform(cleanText).pipe(z.string().min(1)).optional(),
  photo: z.union([z.number(), z.string().regex(/^[\da-f]{1,24}$/i)]).optional(),
  reason: z.string().trim().max(500).optional(),
  counts: z.record(z.string(), z.number()).optional(),
})

/**
 * `POST /api/erasure {words | photo}` (administrators): where it stands, and what is in the way; changes nothing. With
 * `counts` as they were told and a `reason`, erases it for good.
 */
export const erasure: Endpoint = {
  path: '/erasure',
  method: 'post',
  handler: async (req) => {
    const role = roleOf(req)
    if (role === null) refuse('请先登录', 401)
    if (role !== 'administrator' || !req.user) refuse('彻底清除只有管理员可以做', 403)
    const given = body.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      refuse('要写清除什么：words（200个字以内）或 photo（照片的编号），清除时还要 reason 和 counts')
    const { words, photo, reason, counts } = given.data
    if ((words === undefined) === (photo === undefined)) refuse('一次清除一样：一段文字，或一张照片')
    const unfit = words === undefined ? null : unfitWords(words)
    if (unfit) refuse(unfit)
    const sought = (words === undefined ? { photo } : { words }) as Sought
    if (!counts) return Response.json(await lookFor(req.payload, sought))
    if (!reason || reason.length < 2) refuse('要写理由：为什么彻底清除，记在历史里')
    if (words !== undefined && holdsWords(reason, words))
      refuse('理由里不要再写要清除的文字：理由会留在历史里')
    return Response.json(await erase(req.payload, sought, { user: req.user, reason, seen: counts }))
  },
}
