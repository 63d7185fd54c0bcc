import { theCaller } from './caller.ts'

/** How long a write waits for its turn, in milliseconds. */
const LONGEST_WAIT = 10_000
/** The same where the caller itself has the turn: it waits for itself, and all others wait with it. */
const LONGEST_WAIT_FOR_ONESELF = 300

/** Waits for a turn; resolves with the function that gives it back. */
export type Turns = () => Promise<() => void>

/**
 * A queue of turns, in order of arrival. A turn that does not come is an error: busy, so that the caller may try again,
 * or a sentence for programmers where the caller waits for itself.
 */
export function turns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const caller = theCaller()
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    const waitsForItself = (caller?.turns ?? 0) > 0
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(waitsForItself ? waitedForItself() : noTurn()),
        waitsForItself ? LONGEST_WAIT_FOR_ONESELF : LONGEST_WAIT,
      )
    })
    try {
      await Promise.race([before, tooLate])
    } catch (error) {
      void before.then(resolve)
      throw error
    } finally {
      clearTimeout(timer)
    }
    if (caller) caller.turns++
    return () => {
      if (caller) caller.turns--
      resolve()
    }
  }
}

const waitedForItself = () =>
  new Error('这次写入在等它自己：某个 hook 或 Payload 的某一步写入漏传了 req，不在同一个事务里')

const noTurn = () =>
  Object.assign(new Error(`数据库写入等了${LONGEST_WAIT / 1000}秒没有轮到`), { code: 'SQLITE_BUSY' })
