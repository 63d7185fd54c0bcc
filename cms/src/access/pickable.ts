import type { CollectionBeforeOperationHook } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { reachFor } from './rights.ts'

/** What the forms of other records let people choose from. */
const CHOSEN_FROM: readonly TableName[] = ['areas', 'departments', 'duties', 'sources']

/**
 * Lists of what others choose from show the public state to whom others' drafts are closed: with the drafts asked for, a
 * department would be gone from every form for as long as somebody's draft of it waits.
 */
export function keepPickable(table: TableName): CollectionBeforeOperationHook {
  return ({ args, operation, req }) => {
    const { id, draft, overrideAccess } = args as { id?: unknown; draft?: boolean; overrideAccess?: boolean }
    if (operation !== 'read' || overrideAccess === true || id !== undefined || draft !== true) return args
    const isClosed = CHOSEN_FROM.includes(table) && reachFor(req, table, 'read') === 'own and public'
    return isClosed ? { ...args, draft: false } : args
  }
}
