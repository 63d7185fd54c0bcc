import type { AfterErrorHook } from 'payload'

/** Status that says: nothing was written, the same request may be sent again. */
export const TRY_AGAIN = 503

/** Whether MongoDB ended a transaction because another one wrote the same record: nothing of it was kept. */
export function isTransient(error: unknown): boolean {
  for (let e = error; e && typeof e === 'object'; e = (e as { cause?: unknown }).cause) {
    const labels = (e as { errorLabels?: readonly string[] }).errorLabels
    if (labels?.includes('TransientTransactionError')) return true
  }
  return false
}

/** Gives such an error a status of its own and words for the person, should every repetition fail. */
export const nameTransientErrors: AfterErrorHook = ({ error }) =>
  isTransient(error)
    ? {
        status: TRY_AGAIN,
        response: { errors: [{ message: '正好有别人在保存同一条记录：请再保存一次' }] } as never,
      }
    : undefined
