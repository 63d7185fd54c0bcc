import { setTimeout } from 'node:timers/promises'
import { TRY_AGAIN } from './databaseErrors.ts'

/** For how long a write is repeated, in milliseconds: as long as a replica set needs to choose a new primary. */
const PATIENCE = 20_000
/** Before the second attempt, in milliseconds; doubles each time, up to half a second. */
const FIRST_PAUSE = 10
const LONGEST_PAUSE = 500

/**
 * A REST handler that repeats a write of which the database kept nothing, so that an editor never sees it: on MongoDB
 * because another one touched the same record or the primary was lost, on SQLite because another process writes.
 */
export function retryingWrites<Rest extends unknown[]>(
  handle: (request: Request, ...rest: Rest) => Promise<Response>,
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const body = await request.arrayBuffer()
    const again = () =>
      new Request(request.url, {
        method: request.method,
        headers: request.headers,
        ...(body.byteLength > 0 ? { body } : {}),
      })
    const until = Date.now() + PATIENCE
    for (let attempt = 1; ; attempt++) {
      const answer = await handle(again(), ...rest)
      if (answer.status !== TRY_AGAIN || Date.now() >= until) return answer
      await setTimeout(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)) * (0.5 + Math.random()))
    }
  }
}
