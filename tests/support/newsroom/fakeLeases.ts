import type { Lease } from '../../../cms/src/snapshot/publisherLease.ts'
import type { LeaseStore } from '../../../scripts/release/newsroom/leaseholder.ts'

/** The one document of a lease, in memory: each step is atomic, as on MongoDB. */
export function fakeLeases(): LeaseStore {
  let lease: Lease | null = null
  return {
    read: async () => lease && { ...lease },
    take: async (seen, taker) => {
      if (seen ? lease?.number !== seen.number || lease.beat !== seen.beat : lease) return null
      lease = { ...taker, number: (lease?.number ?? 0) + 1, beat: lease?.beat ?? 0, free: false }
      return lease.number
    },
    beat: async (number) => {
      if (lease?.number !== number) return false
      lease.beat++
      return true
    },
    giveBack: async (number) => {
      if (lease?.number === number) lease.free = true
    },
  }
}
