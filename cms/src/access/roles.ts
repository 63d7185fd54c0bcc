import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { PUBLISHING_ROLES } from '#domain/records/workflow'
import type { Role } from '#domain/vocabulary'
import { mustChangePassword } from '../users/mustChangePassword.ts'

/** The role of who asks; null for nobody, for who was deactivated, and until a password that the product made is replaced. */
export function roleOf({ user }: Pick<PayloadRequest, 'user'>): Role | null {
  if (!user || user.deactivated || mustChangePassword(user)) return null
  return user.role
}

export const nobody: Access = () => false
export const isSignedIn: Access = ({ req }) => roleOf(req) !== null
export const isSignedInField: FieldAccess = ({ req }) => roleOf(req) !== null
export const isAdministrator: Access = ({ req }) => roleOf(req) === 'administrator'
export const isAdministratorField: FieldAccess = ({ req }) => roleOf(req) === 'administrator'

/** Administrators and editors. */
export const mayPublish: Access = ({ req }) => {
  const role = roleOf(req)
  return role !== null && PUBLISHING_ROLES.includes(role)
}

/** Contributors write drafts only; whether the write would touch what is public is held by the hook `contributorsDraft`. */
export const writesDrafts: Access = (args) => {
  if (mayPublish(args)) return true
  return roleOf(args.req) === 'contributor' && args.data?._status !== 'published'
}

/** Oneself, or everybody for administrators. */
export const selfOrAdministrator: Access = ({ req }) => {
  if (!req.user || req.user.deactivated) return false
  return roleOf(req) === 'administrator' || { id: { equals: req.user.id } }
}
