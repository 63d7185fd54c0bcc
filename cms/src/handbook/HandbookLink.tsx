'use client'
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'

/** In everybody's navigation. */
export function HandbookLink() {
  const isHere = usePathname()?.startsWith('/admin/handbook') === true
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className="nav__link"
      href="/admin/handbook"
      id="nav-handbook"
    >
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">手册</span>
    </Link>
  )
}
