'use client'
import { useAuth } from '@payloadcms/ui'
import { ROLES, type Role } from '#domain/vocabulary'
import { reachOf } from '../access/matrix.ts'
import { NavLink } from '../components/NavLink.tsx'

/** In the navigation of who may import. */
export function ImportLink() {
  const { user } = useAuth()
  const role = ROLES.find((each) => each === (user as { role?: Role } | null)?.role) ?? null
  if (reachOf(role, 'import-mappings', 'create') !== 'all') return null
  return <NavLink label="导入" page="import" />
}
