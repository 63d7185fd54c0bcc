import type { AfterErrorHook, PayloadRequest } from 'payload'
import { saysDiskFull } from '#host/diskFull'
import { theCaller } from './caller.ts'
import { isTakenNumber } from './caseForm/giveReference.ts'

/** Status that says: nothing was written, the same request may be sent again. */
export const TRY_AGAIN = 503

/** What the driver calls a server that does not answer. */
const AWAY =
  /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|TopologyClosed|PoolCleared)Error$/

/** What SQLite calls a file that another process is writing. */
const BUSY = /SQLITE_BUSY|database is locked/i

/** What can go wrong between a save and its database, by what it means for the person who saves. */
const KINDS = {
  conflict: { status: TRY_AGAIN, words: '正好有别人在保存同一条记录：请再保存一次' },
  busy: { status: TRY_AGAIN, words: '数据库正忙着别的写入，没有保存：请再保存一次' },
  away: { status: TRY_AGAIN, words: '数据库暂时连不上，没有保存：先别关页面，过一会儿再保存一次' },
  unknown: {
    status: 500,
    words: '保存到最后一步时数据库断开了，不知道存上没有：请刷新页面看一看，没有存上再保存一次',
  },
  full: { status: 507, words: '磁盘满了，这次没有保存：请管理员腾出空间，再保存一次' },
} as const
type Kind = keyof typeof KINDS

/** What the admin and the log say while a database does not answer. */
export const DATABASE_AWAY = '数据库暂时连不上，正在等它回来；已经保存的内容不会丢'

type Failure = { errorLabels: readonly string[]; name: string; code: unknown; message: unknown }

function kindOf(error: unknown): Kind | null {
  for (let e = error; e && typeof e === 'object'; e = (e as { cause?: unknown }).cause) {
    const { errorLabels: labels, name, code, message } = e as Partial<Failure>
    if (saysDiskFull(`${code} ${message}`)) return 'full'
    if (BUSY.test(`${code} ${message}`)) return 'busy'
    if (labels?.includes('TransientTransactionError')) return AWAY.test(name ?? '') ? 'away' : 'conflict'
    if (labels?.includes('UnknownTransactionCommitResult')) return 'unknown'
    if (AWAY.test(name ?? '')) return 'away'
  }
  return null
}

/** Whether a database did not answer; nothing is wrong with what was asked. */
export const isAway = (error: unknown): boolean => kindOf(error) === 'away' || kindOf(error) === 'unknown'

/** Whether nothing of a write was kept for a reason that passes: it may be sent again. */
export function mayTryAgain(error: unknown): boolean {
  const kind = kindOf(error)
  return kind !== null && KINDS[kind].status === TRY_AGAIN
}

/** Whether such an error has words of its own for the person. */
export const hasWords = (error: unknown): boolean => kindOf(error) !== null

/** Gives such an error a status of its own and words for the person, should every repetition fail. */
export const nameDatabaseErrors: AfterErrorHook = ({ error, req }) => {
  const kind = kindOf(error) ?? (wasNotFound(req) ? 'away' : null)
  if (kind) {
    const { status, words } = KINDS[kind]
    return { status, response: { errors: [{ message: words }] } as never }
  }
  if (isTakenNumber(error, req))
    return {
      status: TRY_AGAIN,
      response: { errors: [{ message: '编号正好被别人用了：请再保存一次' }] } as never,
    }
  if ((error as { code?: unknown }).code === 'ENOENT')
    return { status: 404, response: { errors: [{ message: '没有这个文件' }] } as never }
  if (error instanceof SyntaxError)
    return { status: 400, response: { errors: [{ message: '内容不是 JSON：请检查写法' }] } as never }
  return undefined
}

/**
 * Payload takes somebody whose account it could not read for nobody, and refuses them a right that they have: their
 * session had been found a moment before.
 */
const wasNotFound = ({ user }: PayloadRequest): boolean => !user && theCaller()?.isSignedIn === true
