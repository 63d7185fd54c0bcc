import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { shanghaiDay } from '#domain/dates'
import type { RehearsalReport } from '#domain/published/rehearsal'
import { keyOf, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { roleOf } from '../access/roles.ts'
import { type FieldFault, refuse } from '../hooks/refuse.ts'
import { asPublic } from '../rehearsal/asPublic.ts'
import { holdRehearsing } from '../rehearsal/mayRehearse.ts'
import { askPage, askRehearsal } from '../rehearsal/rehearsalClient.ts'
import { withoutGaps } from '../rehearsal/withoutGaps.ts'

/** What a form is told. */
export type Rehearsal =
  /** Nothing can be said yet; it is worth asking again. */
  | { state: 'preparing'; words: string }
  | {
      state: 'ready'
      /** Where the record's page can be seen, below `/api`; null where it has none or none can be made. */
      page: string | null
      /** The folder of all pages of this rehearsal. */
      pages: string | null
      report: RehearsalReport | null
      /** Why it could not be published as it stands. */
      faults: FieldFault[]
      /** What the page was made without, in words. */
      gaps: string[]
    }

/** What would move cases that nobody named cannot be rehearsed by one row. */
const REHEARSED = TABLE_NAMES.filter((table): table is Exclude<TableName, 'areas'> => table !== 'areas')

const body = z.object({
  recordType: z.enum(REHEARSED),
  id: z.union([z.string(), z.number()]).optional(),
  data: z.record(z.string(), z.unknown()),
  isWhole: z.boolean(),
})

/**
 * `POST /api/rehearsal {recordType, id?, data, isWhole}` (who may see the draft, or publish): what readers would see
 * change were the record published as the form has it now, and where its pages can be looked at. Nothing is saved.
 */
export const rehearsal: Endpoint = {
  path: '/rehearsal',
  method: 'post',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const given = body.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      refuse('预演要发 {recordType, id, data, isWhole}：哪种记录、哪一条、表单里的内容、要不要全部算出来')
    const { recordType: table, id, data, isWhole } = given.data
    await holdRehearsing(req, table, id, data)
    const { row, candidate, standing, faults } = await asPublic(req, table, id, data)
    const filled = row ? { row, gaps: [] } : withoutGaps(table, candidate, standing)
    if (!filled.row || (isWhole && !row)) return Response.json(ready({ faults, gaps: filled.gaps }))
    const said = await askRehearsal({
      owner: ownerOf(req),
      day: shanghaiDay(Date.now()),
      changes: [
        { table, key: keyOf(table, filled.row as never), row: filled.row as Record<string, unknown> },
      ],
      isWhole,
    })
    if (said === 'getting ready')
      return Response.json(
        { state: 'preparing', words: '正在准备预演：先读出现在公开的内容' } satisfies Rehearsal,
        { status: 202 },
      )
    if ('words' in said) {
      if (said.status === 503)
        return Response.json({ state: 'preparing', words: said.words } satisfies Rehearsal, { status: 202 })
      return refuse(said.words, said.status)
    }
    const { token, path, report, held } = said.answer
    const pages = token && `rehearsal/pages/${token}`
    return Response.json(
      ready({
        page: pages && path && `${pages}/${path}`,
        pages,
        report,
        faults: [...faults, ...held.map((message) => ({ path: '', message }))],
        gaps: filled.gaps,
      }),
    )
  },
}

const ready = (
  said: Pick<Extract<Rehearsal, { state: 'ready' }>, 'faults' | 'gaps'> &
    Partial<Extract<Rehearsal, { state: 'ready' }>>,
): Rehearsal => ({ page: null, pages: null, report: null, ...said, state: 'ready' })

const ownerOf = ({ user }: PayloadRequest) => String(user?.id)

/** What a page of a rehearsal may do: show itself. It runs nothing, and nothing from elsewhere is loaded. */
const PAGE_POLICY =
  "sandbox allow-same-origin; default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

/**
 * `GET /api/rehearsal/pages/<token>/<path>` (who rehearsed it): a page as readers would see it, or a file that pages need.
 */
export const rehearsedPage: Endpoint = {
  path: '/rehearsal/pages/:token/:path(.*)',
  method: 'get',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const { token = '', path = '' } = (req.routeParams ?? {}) as { token?: string; path?: string }
    const said = /^[\da-f]{32}$/.test(token) ? await askPage(token, path, ownerOf(req)) : null
    if (!said || said.status === 410 || said.status >= 500)
      return words('这次预演已经过期：回到表单，再点一次“预演”。', 410)
    if (said.status !== 200) return words('预览里没有这一页或这个文件。', 404)
    return new Response(new Uint8Array(said.body), {
      headers: {
        'content-type': said.type,
        'content-security-policy': PAGE_POLICY,
        'x-content-type-options': 'nosniff',
      },
    })
  },
}

const words = (sentence: string, status: number) =>
  new Response(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>预演</title><p>${sentence}</p></html>`,
    {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
    },
  )
