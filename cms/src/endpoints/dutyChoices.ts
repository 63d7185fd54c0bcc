import type { Endpoint } from 'payload'
import { roleOf } from '../access/roles.ts'
import { dutyChoices } from '../caseForm/dutyChoices.ts'
import { refuse } from '../hooks/refuse.ts'

/** More than anybody types to find a duty, in characters. */
const LONGEST = 100

/** `GET /api/duty-choices?words=…` (signed in): the duties that these words may mean, best first; all of them without words. */
export const findDutyChoices: Endpoint = {
  path: '/duty-choices',
  method: 'get',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const { words } = req.query as { words?: unknown }
    const typed = typeof words === 'string' ? words.slice(0, LONGEST) : ''
    return Response.json({ duties: await dutyChoices(req, typed) })
  },
}
