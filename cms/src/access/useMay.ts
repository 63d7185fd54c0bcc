import { useAuth } from '@payloadcms/ui'
import { ROLES } from '#domain/vocabulary'
import { type Operation, type Place, reachOf } from './matrix.ts'

/** Whether the person at the screen may do this at all; the server holds it again. */
export function useMay(place: Place, operation: Operation): boolean {
  const { user } = useAuth()
  const role = ROLES.find((each) => each === (user as { role?: string } | null)?.role)
  return role !== undefined && reachOf(role, place, operation) !== 'none'
}
