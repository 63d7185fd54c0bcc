'use client'
import { NavLink } from '../components/NavLink.tsx'

/** In everybody's navigation. */
export function HandbookLink() {
  return <NavLink label="手册" page="handbook" />
}
