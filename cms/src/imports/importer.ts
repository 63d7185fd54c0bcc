import type { Payload } from 'payload'
import type { Mapping } from '#domain/imports/mapping'
import { ROLE_LABELS } from '#domain/vocabulary'
import { reachOf } from '../access/matrix.ts'
import { roleOf } from '../access/roles.ts'
import type { User } from '../payload-types.ts'

/** Why a person may not make an import by a mapping, or null. */
export function importingFault(user: User, mapping: Mapping): string | null {
  const role = roleOf({ user: { ...user, collection: 'users' } })
  if (role === null) return '这个账号停用了，或者还没有换成自己的密码，不能导入'
  if (reachOf(role, 'import-mappings', 'create') !== 'all') return `${ROLE_LABELS[role]}不能导入：请编辑来做`
  if (mapping.publish && reachOf(role, mapping.table, 'publish') !== 'all')
    return `这份对照表导入就公开，${ROLE_LABELS[role]}不能发布：请能发布的人来做，或把对照表改成存草稿`
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
