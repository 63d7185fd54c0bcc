import type { PayloadRequest } from 'payload'
import type { Role } from '#domain/vocabulary'
import { mustChangePassword } from '../users/mustChangePassword.ts'

/** The role of who asks; null for nobody, for who was deactivated, and until a password that the product made is replaced. */
export function roleOf({ user }: Pick<PayloadRequest, 'user'>): Role | null {
  if (!user || user.deactivated || mustChangePassword(user)) return null
  return user.role
}
