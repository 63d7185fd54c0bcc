import { TRY_AGAIN } from './transientErrors.ts'

const ATTEMPTS = 10
/** Before the second attempt, in milliseconds; doubles each time, up to half a second. */
const FIRST_PAUSE = 10
const LONGEST_PAUSE = 500

/**
 * A REST handler that repeats a write which MongoDB refused because another one touched the same record, so that an
 * editor never sees it. On SQLite one writer at a time makes such refusals impossible.
 */
export function retryingWrites<Rest extends unknown[]>(
  handle: (request: Request, ...rest: Rest) => Promise<Response>,
  pause: (ms: number) => Promise<unknown> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): (request: Request, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const body = await request.arrayBuffer()
    const again = () =>
      new Request(request.url, {
        method: request.method,
        headers: request.headers,
        ...(body.byteLength > 0 ? { body } : {}),
      })
    for (let attempt = 1; ; attempt++) {
      const answer = await handle(again(), ...rest)
      if (answer.status !== TRY_AGAIN || attempt === ATTEMPTS) return answer
      await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)) * (0.5 + Math.random()))
    }
  }
}
