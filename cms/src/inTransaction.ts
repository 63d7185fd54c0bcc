import { setTimeout as pause } from 'node:timers/promises'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { mayTryAgain } from './databaseErrors.ts'
import { refuse } from './hooks/refuse.ts'

const ATTEMPTS = 10
/** Before the second attempt, in milliseconds; doubles each time. A killed process holds its records for some seconds. */
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 5000

/**
 * Does work below Payload's operations in one transaction: all of it or nothing. Where MongoDB refuses it because another
 * transaction holds one of its records, it is done again from the start, some 20 seconds long; then it throws in words.
 */
export async function inTransaction<Result>(
  payload: Payload,
  given: Parameters<typeof createLocalReq>[0],
  work: (req: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const req = await createLocalReq(given, payload)
    await initTransaction(req)
    try {
      const result = await work(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (!mayTryAgain(error)) throw error
      if (attempt === ATTEMPTS) refuse('有记录一直正被别处保存，这次没有做成：过一分钟再试一次', 409)
      await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)))
    }
  }
}
