'use client'
import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'

/** A page of ours in the navigation of the admin, marked while one is there. */
export function NavLink({ page, label }: { page: string; label: string }) {
  const address = `/admin/${page}`
  const isHere = usePathname()?.startsWith(address) === true
  return (
    <Link aria-current={isHere ? 'page' : undefined} className="nav__link" href={address} id={`nav-${page}`}>
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
