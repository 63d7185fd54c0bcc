import type { Lease, Taker } from '../../../cms/src/snapshot/publisherLease.ts'
import { type Fence, LeaseLost } from '../store/fence.ts'

/** The lease as a publisher uses it: see `PublisherLease`. */
export type LeaseStore = {
  read: () => Promise<Lease | null>
  take: (seen: Lease | null, taker: Taker) => Promise<number | null>
  beat: (number: number) => Promise<boolean>
  giveBack: (number: number) => Promise<void>
}

export type LeaseEffects = {
  /** Milliseconds of a clock that never goes back; each machine measures with its own. */
  now: () => number
  sleep: (ms: number) => Promise<void>
  /** Somebody else publishes; told once for each holder that is waited for. */
  waiting: (holder: Lease) => void
}

/** How often a holder shows that it lives, and after how long without that its lease may be taken, in milliseconds. */
export const LEASE_TIMES = { beat: 3_000, stale: 30_000 }

const isFreeFor = (seen: Lease, me: Taker) => seen.free || seen.home === me.home

/**
 * Holds the lease of a MongoDB that several machines share. No clocks are compared: who waits watches the holder's
 * beat, and takes the lease when it has stood still for `stale` by the waiter's own clock.
 */
export class Leaseholder implements Fence {
  readonly number: number
  private readonly store: LeaseStore
  private timer: NodeJS.Timeout | undefined

  private constructor(store: LeaseStore, number: number) {
    this.store = store
    this.number = number
  }

  /**
   * Waits until the lease is free and takes it. One that this very `DATA_DIR` holds is free: the caller has its lock.
   */
  static async acquire(
    store: LeaseStore,
    me: Taker,
    effects: LeaseEffects,
    times = LEASE_TIMES,
  ): Promise<Leaseholder> {
    let seen = await store.read()
    let since = effects.now()
    let told: number | null = null
    for (;;) {
      const isFree = !seen || isFreeFor(seen, me) || effects.now() - since >= times.stale
      if (isFree) {
        const number = await store.take(seen, me)
        if (number !== null) return new Leaseholder(store, number)
      } else if (seen && told !== seen.number) {
        told = seen.number
        effects.waiting(seen)
      }
      if (!isFree) await effects.sleep(times.beat / 3)
      const next = await store.read()
      if (next?.number !== seen?.number || next?.beat !== seen?.beat) since = effects.now()
      seen = next
    }
  }

  /** Takes the lease if it is free at this moment; null while another machine holds it. */
  static async tryNow(store: LeaseStore, me: Taker): Promise<Leaseholder | null> {
    const seen = await store.read()
    if (seen && !isFreeFor(seen, me)) return null
    const number = await store.take(seen, me)
    return number === null ? null : new Leaseholder(store, number)
  }

  /** Shows from now on that this publisher lives; a database that is away for a while is no loss of the lease. */
  keepAlive(lost: () => void, times = LEASE_TIMES): void {
    this.timer = setInterval(() => {
      this.store
        .beat(this.number)
        .then((mine) => {
          if (!mine) lost()
        })
        .catch(() => {})
    }, times.beat)
    this.timer.unref()
  }

  /** Asks the database whether the lease is still held. @throws {LeaseLost} when it is not; an error when it does not answer */
  async check(): Promise<void> {
    if (!(await this.store.beat(this.number))) throw new LeaseLost()
  }

  /** Gives the lease back, so that another machine need not wait. */
  async end(): Promise<void> {
    clearInterval(this.timer)
    await this.store.giveBack(this.number)
  }
}
