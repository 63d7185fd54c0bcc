import type { Payload, User } from 'payload'
import { isPasswordOf } from '../users/password.ts'
import { refusal } from './answers.ts'
import { doorOf } from './doors.ts'
import { readGiven } from './givenData.ts'
import { slowedLogin } from './slowedLogin.ts'

/**
 * Changing one's own password asks for the old one: whoever finds an open screen does not keep the account. An
 * administrator who sets another person's is not asked. Null where nothing stands in the way.
 */
export async function refusePasswordChange(
  payload: Payload,
  request: Request,
  user: User,
): Promise<Response | null> {
  const door = doorOf(request)
  if (request.method !== 'PATCH' || !/^users(\/|$)/.test(door)) return null
  const given = await readGiven(request.clone())
  if (!given || given.password === undefined || given.password === null || given.password === '') return null
  if (door === 'users') return refusal(400, '一次只能改一个人的密码：请打开那个人再改')
  if (door !== `users/${user.id}`) return null
  const { oldPassword } = given
  if (typeof oldPassword !== 'string' || oldPassword === '')
    return refusal(400, '改自己的密码，要先写现在的密码（oldPassword）')
  const kept = await payload.db.findOne({ collection: 'users', where: { id: { equals: user.id } } })
  const right = await slowedLogin.inTurn(() =>
    isPasswordOf(kept as Parameters<typeof isPasswordOf>[0], oldPassword),
  )
  if (right === null) return refusal(429, '正在登录的人太多：请过几秒再试', { 'retry-after': '5' })
  return right ? null : refusal(400, '现在的密码不对：没有改')
}
