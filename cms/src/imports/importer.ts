import type { Payload } from 'payload'
import type { Mapping } from '#domain/imports/mapping'
import { PUBLISHING_ROLES } from '#domain/records/workflow'
import { ROLE_LABELS, type Role } from '#domain/vocabulary'
import type { User } from '../payload-types.ts'

/** Who may bring records in: those who write other people's records too. */
const IMPORTING_ROLES: readonly Role[] = ['administrator', 'editor']

/** Why a person may not make an import by a mapping, or null. */
export function importingFault(user: Pick<User, 'role' | 'deactivated'>, mapping: Mapping): string | null {
  if (user.deactivated) return '这个账号停用了，不能导入'
  if (!IMPORTING_ROLES.includes(user.role)) return `${ROLE_LABELS[user.role]}不能导入：请编辑来做`
  if (mapping.publish && !PUBLISHING_ROLES.includes(user.role))
    return `这份对照表导入就公开，${ROLE_LABELS[user.role]}不能发布：请能发布的人来做，或把对照表改成存草稿`
  return null
}

/** The person of an e-mail address, or null when there is none. */
export async function personOf(payload: Payload, email: string): Promise<User | null> {
  const { docs } = await payload.db.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    limit: 1,
    pagination: false,
  })
  return (docs[0] as unknown as User | undefined) ?? null
}
