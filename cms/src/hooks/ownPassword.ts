import type { CollectionBeforeChangeHook, CollectionBeforeOperationHook } from 'payload'
import { isPasswordOf } from '../users/password.ts'
import { refuse, refuseFields } from './refuse.ts'

type Given = { password?: unknown; oldPassword?: unknown }
type Person = { id?: number | string }

const setsPassword = (data: unknown) => Boolean((data as Given | undefined)?.password)

/**
 * Changing one's own password asks for the old one: whoever finds an open screen does not keep the account. An
 * administrator who sets another person's is not asked. It is held where the person is known, however the request
 * spelled the way to them.
 */
export const holdOwnPassword: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const person = originalDoc as Person | undefined
  if (operation !== 'update' || !req.user || !setsPassword(data)) return data
  if (String(person?.id) !== String(req.user.id)) return data
  const { oldPassword } = data as Given
  if (typeof oldPassword !== 'string' || oldPassword === '')
    refuseFields('改自己的密码，要先写现在的密码', [{ path: 'oldPassword', message: '没有写现在的密码' }])
  const where = { id: { equals: req.user.id } }
  const kept = await req.payload.db.findOne({ collection: 'users', where, req })
  // Not in turn with those who sign in: this write holds the writer, and would make everybody wait for them.
  const right = await isPasswordOf(kept as Parameters<typeof isPasswordOf>[0], oldPassword)
  if (!right) refuse('现在的密码不对：没有改')
  return data
}

/** A password is one person's: none is set for several at once. */
export const onePasswordAtATime: CollectionBeforeOperationHook = ({ args, operation }) => {
  const { id, data } = args as { id?: number | string; data?: unknown }
  if (operation === 'update' && id === undefined && setsPassword(data))
    refuse('一次只能改一个人的密码：请打开那个人再改')
  return args
}
