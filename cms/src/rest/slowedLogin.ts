import { forTheProcess } from '../forTheProcess.ts'

/** After so many wrong passwords of one address from one client, each further one has to wait. */
const FREE_TRIES = 4
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 300_000
/** After this long without a try, it begins anew. */
const FORGOTTEN_AFTER_MS = 3_600_000
/** More pairs than this are not remembered; the oldest go. */
const MOST_PAIRS = 10_000
/** How many passwords are checked at the same time: each costs half a second of a processor. */
const AT_ONCE = 2
/** How many wait for that; more are sent away. */
const MOST_WAITING = 20

type Tries = { wrong: number; waitUntil: number; last: number }

/**
 * Slows signing in by address and client together: whoever guesses from elsewhere does not lock the owner out, and
 * whether the account exists makes no difference.
 * @param now the clock, in milliseconds
 */
class SlowedLogin {
  private readonly tries = new Map<string, Tries>()
  private readonly now: () => number
  private checking = 0
  private readonly waiting: (() => void)[] = []

  constructor(now: () => number = Date.now) {
    this.now = now
  }

  /** How long this pair has to wait, in milliseconds; 0 when it may try. */
  pause(email: string, client: string): number {
    return Math.max(0, (this.recent(email, client)?.waitUntil ?? 0) - this.now())
  }

  wrong(email: string, client: string): void {
    const wrong = (this.recent(email, client)?.wrong ?? 0) + 1
    const over = wrong - FREE_TRIES
    const pause = over < 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** over)
    const key = keyOf(email, client)
    this.tries.delete(key)
    this.tries.set(key, { wrong, waitUntil: this.now() + pause, last: this.now() })
    if (this.tries.size > MOST_PAIRS) this.tries.delete(this.tries.keys().next().value as string)
  }

  right(email: string, client: string): void {
    this.tries.delete(keyOf(email, client))
  }

  /** Does work that costs a processor when it is its turn; null when too many wait for theirs. */
  async inTurn<Result>(work: () => Promise<Result>): Promise<Result | null> {
    if (this.checking >= AT_ONCE) {
      if (this.waiting.length >= MOST_WAITING) return null
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    } else this.checking++
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.checking--
    }
  }

  private recent(email: string, client: string): Tries | undefined {
    const found = this.tries.get(keyOf(email, client))
    return found && this.now() - found.last < FORGOTTEN_AFTER_MS ? found : undefined
  }
}

const keyOf = (email: string, client: string) => JSON.stringify([email.toLowerCase().trim(), client])

/** The one of this process. */
export const slowedLogin = forTheProcess('slowedLogin', () => new SlowedLogin())
