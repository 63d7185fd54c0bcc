import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Endpoint } from 'payload'
import { roleOf } from '../access/roles.ts'
import { ROOT } from '../env.ts'
import { PICTURE_NAMES } from '../handbook/pictureNames.ts'
import { refuse } from '../hooks/refuse.ts'

/** `GET /api/handbook-picture?name=today` (signed in): a picture of the handbook. */
export const handbookPicture: Endpoint = {
  path: '/handbook-picture',
  method: 'get',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const name = PICTURE_NAMES.find((each) => each === req.query.name)
    if (!name) refuse('手册里没有这张图', 404)
    const bytes = await readFile(path.join(ROOT, `cms/src/handbook/pictures/${name}.webp`))
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/webp' } })
  },
}
