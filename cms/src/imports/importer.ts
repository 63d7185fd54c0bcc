import type { Payload } from 'payload'
import type { Mapping } from '#domain/imports/mapping'
import { ROLE_LABELS } from '#domain/vocabulary'
import { reachOf } from '../access/matrix.ts'
import { roleOf } from '../access/roles.ts'
import type { User } from '../payload-types.ts'
import type { KeptImport } from './commit/keptImport.ts'

const AWAY = '这个账户停用了，或者还没有换成自己的密码，不能导入'

/** Why a person may not make an import by a mapping, or null. */
export function importingFault(user: User, mapping: Pick<Mapping, 'publish' | 'table'>): string | null {
  const role = roleOf({ user: { ...user, collection: 'users' } })
  if (role === null) return AWAY
  if (reachOf(role, 'import-mappings', 'create') !== 'all') return `${ROLE_LABELS[role]}不能导入：请编辑来做`
  if (mapping.publish && reachOf(role, mapping.table, 'publish') !== 'all')
    return `这份对照表导入就公开，${ROLE_LABELS[role]}不能发布：请能发布的人来做，或把对照表改成存草稿`
  return null
}

/** Why a person may not approve an import, or take one back, or null: what is public is for those who publish. */
export function undoingFault(user: User, { publishes, recordType }: KeptImport): string | null {
  const role = roleOf({ user: { ...user, collection: 'users' } })
  if (role === null) return AWAY
  if (reachOf(role, 'import-mappings', 'create') !== 'all')
    return `${ROLE_LABELS[role]}不能批准、停下或撤销导入`
  if (publishes && reachOf(role, recordType, 'publish') !== 'all')
    return `这次导入是公开的，${ROLE_LABELS[role]}不能批准或撤销：请能发布的人来做`
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
