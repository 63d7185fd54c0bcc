import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook } from 'payload'
import { binAsked, writeOfBin } from '../bin/binAsked.ts'
import { changeKindOf, givenNote } from '../notes/givenNote.ts'
import { givenWithdrawal } from '../withdrawals/givenWithdrawal.ts'
import { refuse, refuseFields } from './refuse.ts'
import { type Asked, writeContext } from './writeContext.ts'

type Args = {
  id?: number | string
  draft?: boolean
  data?: Record<string, unknown>
  unpublishAllLocales?: unknown
  trash?: boolean
}

/**
 * Keeps what a write was asked to do for the hooks that follow: they are not told it. Reading (Payload reads related
 * records in the middle of a write) leaves it alone. Taking something back is never held up by somebody's lock.
 */
export const rememberWhatWasAsked: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'delete') return { ...args, overrideLock: true }
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  if (operation === 'restoreVersion' && args.draft !== true)
    refuse('从前的样子只恢复成草稿，看过再发布：没有恢复')
  const { id, draft, data: brought, unpublishAllLocales, trash } = args as Args
  const { basedOn, withdrawReason, withdrawNote, deletedAt, ...data } = brought ?? {}
  const bin = operation === 'update' ? binAsked(deletedAt, data, trash) : null
  if (bin) {
    const withdrawal = givenWithdrawal({ withdrawReason, withdrawNote })
    const withdraws = bin === 'in'
    writeContext(req.context).asked = { draft: false, restores: false, withdraws, bin, withdrawal, given: {} }
    return { ...args, ...writeOfBin(bin, id !== undefined) }
  }
  if (Object.hasOwn(data, 'changeKind')) data.changeKind = changeKindOf(data.changeKind)
  if (Object.hasOwn(data, '_status')) checkStatus(data._status)
  const isOfMany = operation === 'update' && id === undefined
  const asked: Asked = {
    draft: draft === true,
    restores: operation === 'restoreVersion',
    isOfMany,
    ...(operation === 'restoreVersion' && id !== undefined ? { version: id } : {}),
    withdraws:
      draft !== true && (data._status === 'draft' || [true, 'true'].includes(unpublishAllLocales as string)),
    ...stateOf(basedOn),
    withdrawal: givenWithdrawal({ withdrawReason, withdrawNote }),
    given: { ...data },
  }
  writeContext(req.context).asked = asked
  // Asked the library's way, it would make many records public as their rows stand, and pass over what was saved last.
  const ofNewest = isOfMany && data._status === 'published' ? { draft: true } : {}
  const rest = withSeenLock(brought ? { ...args, data, ...ofNewest } : args, asked)
  if (!asked.withdraws) return rest
  // Asked the library's way, it would write over the newest version: a withdrawal is a version of its own.
  return { ...rest, data: { ...data, _status: 'draft' }, unpublishAllLocales: undefined, overrideLock: true }
}

/** The same of a photo, whose words are public as soon as they are saved: what is said of a change is no field of it. */
export const rememberWhatWasAskedOfPhoto: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { asked, data } = askedWithoutDrafts((args as Args).data ?? {})
  writeContext(req.context).asked = asked
  return withSeenLock({ ...args, data }, asked)
}

/** The same of a global. */
export const rememberWhatWasAskedOfGlobal: GlobalBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update') return args
  const { asked, data } = askedWithoutDrafts((args as Args).data ?? {})
  writeContext(req.context).asked = asked
  return withSeenLock({ ...args, data }, asked)
}

/**
 * Whoever says on which state he wrote waits for nobody's lock: he writes over nothing that he has not seen, and neither
 * does who comes after him.
 */
const withSeenLock = <A extends object>(args: A, { basedOn }: Asked): A =>
  basedOn === undefined ? args : { ...args, overrideLock: true }

function askedWithoutDrafts(brought: Record<string, unknown>): {
  asked: Asked
  data: Record<string, unknown>
} {
  const { basedOn, changeNote, changeKind, ...data } = brought
  const note = givenNote({ changeNote, changeKind })
  return {
    asked: { draft: false, restores: false, withdraws: false, ...stateOf(basedOn), note, given: { ...data } },
    data,
  }
}

const stateOf = (basedOn: unknown) =>
  basedOn === undefined || basedOn === null || basedOn === '' ? {} : { basedOn: String(basedOn) }

/** A record is a draft or public; whatever else a write says of it would end as neither. */
function checkStatus(status: unknown): void {
  if (status === undefined || status === 'draft' || status === 'published') return
  const message = '只能是草稿（draft）或公开（published），不改就不写'
  refuseFields(`公开状态${message}：没有保存`, [{ path: '_status', message }])
}

/** Whether the write that is under way leaves the main row alone. */
export function savesDraftOnly(asked: Asked | undefined, data: Record<string, unknown>): boolean {
  return asked?.draft === true && (asked.restores || data._status !== 'published')
}
