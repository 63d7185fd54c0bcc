import { setTimeout } from 'node:timers/promises'
import { TRY_AGAIN } from '../databaseErrors.ts'

/** For how long a write is repeated, in milliseconds: as long as a replica set needs to choose a new primary. */
const PATIENCE = 20_000
/** Before the second attempt, in milliseconds; doubles each time, up to half a second. */
const FIRST_PAUSE = 10
const LONGEST_PAUSE = 500

/**
 * Repeats a write of which the database kept nothing, so that an editor never sees it: on MongoDB because another one
 * touched the same record or the primary was lost, on SQLite because another process writes. What only reads is asked once.
 */
export async function repeated(
  request: Request,
  attempt: (again: Request) => Promise<Response>,
): Promise<Response> {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return attempt(request)
  const until = Date.now() + PATIENCE
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    const answer = await attempt(request.clone())
    if (answer.status !== TRY_AGAIN || Date.now() >= until) return answer
    await setTimeout(pause * (0.5 + Math.random()))
  }
}
