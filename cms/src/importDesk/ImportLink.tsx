'use client'
import { Link, useAuth } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { ROLES, type Role } from '#domain/vocabulary'
import { reachOf } from '../access/matrix.ts'

/** In the navigation of who may import. */
export function ImportLink() {
  const { user } = useAuth()
  const isHere = usePathname()?.startsWith('/admin/import') === true
  const role = ROLES.find((each) => each === (user as { role?: Role } | null)?.role) ?? null
  if (reachOf(role, 'import-mappings', 'create') !== 'all') return null
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link"
      href="/admin/import"
      id="nav-import"
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">导入</span>
    </Link>
  )
}
