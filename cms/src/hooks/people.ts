import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, Where } from 'payload'
import { refuse } from './refuse.ts'

type Person = {
  id?: number | string
  email?: string | null
  role?: string | null
  deactivated?: boolean | null
  sessions?: unknown[]
}

const isAdministrator = (person: Person | undefined) =>
  person?.role === 'administrator' && person.deactivated !== true

/** The last administrator stays one: nobody else could make another. Who is deactivated is signed out everywhere. */
export const holdAdministrators: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = originalDoc as Person | undefined
  const after: Person = { ...before, ...data }
  if (after.deactivated) (data as Person).sessions = []
  if (!isAdministrator(before) || isAdministrator(after)) return data
  const others: Where = {
    and: [
      { id: { not_equals: before?.id } },
      { role: { equals: 'administrator' } },
      { deactivated: { not_equals: true } },
    ],
  }
  const { totalDocs } = await req.payload.db.count({ collection: 'users', where: others, req })
  if (totalDocs === 0) refuse('这是最后一个管理员，不能改成别的角色，也不能停用：请先让另一个人当管理员')
  return data
}

/** Two people never share an address; the database would say so too, in no words of ours. */
export const holdEmails: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { email } = data as Person
  const before = originalDoc as Person | undefined
  if (typeof email !== 'string' || email === before?.email) return data
  const same: Where[] = [{ email: { equals: email.toLowerCase().trim() } }]
  if (before?.id !== undefined) same.push({ id: { not_equals: before.id } })
  const { totalDocs } = await req.payload.db.count({ collection: 'users', where: { and: same }, req })
  if (totalDocs > 0) refuse(`邮箱 ${email} 已经有人用了：请换一个，或找到那个人再改`)
  return data
}

/** What somebody saved keeps his name: people are deactivated, never deleted. */
export const keepPeople: CollectionBeforeDeleteHook = () => refuse('人员只停用，不删除：请勾选“已停用”', 403)
