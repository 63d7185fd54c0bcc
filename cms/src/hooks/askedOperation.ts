import type { CollectionBeforeOperationHook } from 'payload'
import { refuse } from './refuse.ts'
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
  if (data && Object.hasOwn(data, '_status')) checkStatus(data._status)
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

/** A record is a draft or public; whatever else a write says of it would end as neither. */
function checkStatus(status: unknown): void {
  if (status === undefined || status === 'draft' || status === 'published') return
  refuse("公开状态（_status）只能是 'draft'（草稿）或 'published'（公开），不改就不写：没有保存")
}

/** Whether the write that is under way leaves the main row alone. */
export function savesDraftOnly(asked: Asked | undefined, data: Record<string, unknown>): boolean {
  return asked?.draft === true && (asked.restores || data._status !== 'published')
}
