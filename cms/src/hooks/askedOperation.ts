import type { CollectionBeforeOperationHook } from 'payload'
import { type Asked, writeContext } from './writeContext.ts'

type Args = {
  id?: number | string
  draft?: boolean
  data?: Record<string, unknown>
  unpublishAllLocales?: unknown
}

/**
 * Keeps what a write was asked to do for the hooks that follow: they are not told it. Reading (Payload reads related
 * records in the middle of a write) leaves it alone. Taking something back is never held up by somebody's lock.
 */
export const rememberWhatWasAsked: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'delete') return { ...args, overrideLock: true }
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  const { id, draft, data, unpublishAllLocales } = args as Args
  const asked: Asked = {
    draft: draft === true,
    restores: operation === 'restoreVersion',
    ...(operation === 'restoreVersion' && id !== undefined ? { version: id } : {}),
    withdraws:
      draft !== true && (data?._status === 'draft' || [true, 'true'].includes(unpublishAllLocales as string)),
    given: { ...data },
  }
  writeContext(req.context).asked = asked
  return asked.withdraws ? { ...args, overrideLock: true } : args
}

/** Whether the write that is under way leaves the main row alone. */
export function savesDraftOnly(asked: Asked | undefined, data: Record<string, unknown>): boolean {
  return asked?.draft === true && (asked.restores || data._status !== 'published')
}
