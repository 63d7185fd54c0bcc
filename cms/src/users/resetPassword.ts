import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { WriteContext } from '../hooks/writeContext.ts'

const MADE: WriteContext = { password: 'made' }
const makePassword = () => randomBytes(12).toString('base64url')

/**
 * Gives a person a new password, which opens the own account and the change of it only, and ends all sessions. Throws in
 * words for an unknown address.
 */
export async function resetPassword(payload: Payload, email: string): Promise<string> {
  const id = await idOf(payload, email)
  if (id === null) throw new Error(`没有邮箱是 ${email} 的人员：请核对地址`)
  const password = makePassword()
  await payload.update({
    collection: 'users',
    id,
    data: { password, sessions: [] } as object,
    context: MADE,
  })
  return password
}

/**
 * Makes a person an administrator who can sign in, so that a newsroom is never left without one: somebody who is there
 * keeps the password, somebody new gets one that the product made. Resolves with that, or null.
 */
export async function makeAdministrator(payload: Payload, email: string): Promise<string | null> {
  const id = await idOf(payload, email)
  if (id !== null) {
    await payload.update({ collection: 'users', id, data: { role: 'administrator', deactivated: false } })
    return null
  }
  const password = makePassword()
  await payload.create({
    collection: 'users',
    data: { email: email.toLowerCase(), password, name: '管理员', role: 'administrator' },
    context: MADE,
  })
  return password
}

async function idOf(payload: Payload, email: string): Promise<number | string | null> {
  const where = { email: { equals: email.toLowerCase() } }
  const { docs } = await payload.find({ collection: 'users', where, limit: 1 })
  return docs[0]?.id ?? null
}
