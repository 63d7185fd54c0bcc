import type { Access, FieldAccess, PayloadRequest } from 'payload'
import type { Role } from '#domain/vocabulary'
import { PUBLISHING_ROLES } from '#domain/workflow'

/** The role of who asks; null for an anonymous request. */
export function roleOf(req: Pick<PayloadRequest, 'user'>): Role | null {
  return req.user?.role ?? null
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

/** Everybody reads what is published, signed-in people read drafts too. */
export const publishedOrSignedIn: Access = ({ req }) =>
  roleOf(req) !== null || { _status: { equals: 'published' } }

/** Contributors write drafts only; whether the write would touch what is public is held by the hook `contributorsDraft`. */
export const writesDrafts: Access = (args) => {
  if (mayPublish(args)) return true
  return roleOf(args.req) === 'contributor' && args.data?._status !== 'published'
}

/** Oneself, or everybody for administrators. */
export const selfOrAdministrator: Access = ({ req }) => {
  if (!req.user) return false
  return req.user.role === 'administrator' || { id: { equals: req.user.id } }
}
