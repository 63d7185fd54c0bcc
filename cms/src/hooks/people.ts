import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, Where } from 'payload'
import { refuse } from './refuse.ts'

type Person = {
  id?: number | string
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

/** What somebody saved keeps his name: people are deactivated, never deleted. */
export const keepPeople: CollectionBeforeDeleteHook = () => refuse('人员只停用，不删除：请勾选“已停用”', 403)
