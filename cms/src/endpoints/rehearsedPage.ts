import type { Endpoint } from 'payload'
import { roleOf } from '../access/roles.ts'
import { refuse } from '../hooks/refuse.ts'
import { askPage } from '../rehearsal/rehearsalClient.ts'

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
    const said = /^[\da-f]{32}$/.test(token) ? await askPage(token, path, String(req.user?.id)) : null
    if (!said || said.status === 410) return words('这次预演已经过期：回到表单，再点一次“预演”。', 410)
    if (said.status >= 500) return words('这一页没有做出来：请看表单里有没有对不上的地方，再试一次。', 500)
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
