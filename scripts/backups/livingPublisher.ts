import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import { type LeaseDatabase, PublisherLease } from '../../cms/src/snapshot/publisherLease.ts'
import { LEASE_TIMES } from '../release/newsroom/leaseholder.ts'

/** Machine and folder of a publisher that lives and holds the lease of a MongoDB; null where nobody does. */
export async function livingPublisher(url: string): Promise<string | null> {
  const client = new MongoClient(url)
  try {
    const lease = new PublisherLease(client.db() as unknown as LeaseDatabase)
    const before = await lease.read()
    if (!before || before.free) return null
    await pause(2.5 * LEASE_TIMES.beat)
    const after = await lease.read()
    return after && !after.free && after.beat !== before.beat ? after.place : null
  } finally {
    await client.close()
  }
}
