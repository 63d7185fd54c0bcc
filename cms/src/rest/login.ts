import type { Payload } from 'payload'
import { isPasswordOf } from '../users/password.ts'
import { refusal } from './answers.ts'
import { readGiven } from './givenData.ts'
import { slowedLogin } from './slowedLogin.ts'

/** Where the server in front says who the client is; nobody outside can set it. */
export const CLIENT_HEADER = 'x-shaoxiang-client'
const WRONG = '邮箱或密码不对'

/**
 * Signing in, with the same words and the same time for who is there and who is not, and slower after each wrong
 * password from one client. Null where the password is right and Payload may make the session.
 */
export async function refuseLogin(payload: Payload, request: Request): Promise<Response | null> {
  const given = await readGiven(request)
  const { email, password } = given ?? {}
  if (typeof email !== 'string' || typeof password !== 'string' || email === '' || password === '')
    return refusal(400, '登录要写邮箱和密码')
  const client = request.headers.get(CLIENT_HEADER) ?? ''
  const pause = slowedLogin.pause(email, client)
  if (pause > 0) {
    const seconds = Math.ceil(pause / 1000)
    return refusal(429, `密码错了好几次：请过${seconds}秒再试。忘了密码请管理员重设`, {
      'retry-after': String(seconds),
    })
  }
  const right = await slowedLogin.inTurn(async () => isPasswordOf(await whoIs(payload, email), password))
  if (right === null) return refusal(429, '正在登录的人太多：请过几秒再试', { 'retry-after': '5' })
  if (right) {
    slowedLogin.right(email, client)
    return null
  }
  slowedLogin.wrong(email, client)
  return refusal(401, WRONG)
}

type Kept = { hash?: string | null; salt?: string | null; deactivated?: boolean | null }

async function whoIs(payload: Payload, email: string): Promise<Kept | null> {
  const where = { email: { equals: email.toLowerCase().trim() } }
  const user = (await payload.db.findOne({ collection: 'users', where })) as Kept | null
  return user?.deactivated ? null : user
}
