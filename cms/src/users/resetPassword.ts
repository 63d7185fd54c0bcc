import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'

/** Gives a person a new one-time password, unlocks the account and ends its sessions. Throws in words for an unknown address. */
export async function resetPassword(payload: Payload, email: string): Promise<string> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    limit: 1,
  })
  const user = docs[0]
  if (!user) throw new Error(`没有邮箱是 ${email} 的人员：请核对地址`)
  const password = randomBytes(12).toString('base64url')
  await payload.update({ collection: 'users', id: user.id, data: { password, sessions: [] } as object })
  await payload.unlock({
    collection: 'users',
    data: { email: user.email, password: '' },
    overrideAccess: true,
  })
  return password
}
