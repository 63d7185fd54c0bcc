import { executeAuthStrategies, type Payload, type User } from 'payload'
import { parseCookies } from 'payload/shared'
import { isAway } from '../databaseErrors.ts'

export type Asker = { user: User } | 'nobody' | 'unknown'

/** How often a session that is there is looked up again. */
const ATTEMPTS = 3

/**
 * Who asks: somebody with a session, nobody, or unknown because the database did not answer. Payload takes the last for
 * nobody, and would refuse people a right that they have.
 */
export async function whoAsks(payload: Payload, headers: Headers): Promise<Asker> {
  const token = tokenIn(headers, payload)
  if (!token) return 'nobody'
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { user } = await executeAuthStrategies({ headers, payload })
    if (user) return user.deactivated === true ? 'nobody' : { user: user as User }
    try {
      if (!(await hasSession(payload, token))) return 'nobody'
    } catch (error) {
      if (isAway(error)) return 'unknown'
      throw error
    }
  }
  return 'nobody'
}

function tokenIn(headers: Headers, payload: Payload): string | undefined {
  const [, given] = /^(?:JWT|Bearer) (.+)$/.exec(headers.get('authorization') ?? '') ?? []
  return given ?? parseCookies(headers).get(`${payload.config.cookiePrefix}-token`)
}

/** Whether the person whom a token names has such a session, without asking whether the token is genuine. */
async function hasSession(payload: Payload, token: string): Promise<boolean> {
  const claims = readClaims(token)
  if (!claims) return false
  const user = (await payload.db.findOne({ collection: 'users', where: { id: { equals: claims.id } } })) as {
    sessions?: { id: string }[] | null
  } | null
  return user?.sessions?.some(({ id }) => id === claims.sid) === true
}

function readClaims(token: string): { id: number | string; sid: string } | null {
  try {
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    const { id, sid } = JSON.parse(text) as { id?: unknown; sid?: unknown }
    const isId = typeof id === 'number' || (typeof id === 'string' && /^[\da-f]{1,24}$/.test(id))
    return isId && typeof sid === 'string' ? { id, sid } : null
  } catch {
    return null
  }
}
