import type { Payload } from 'payload'
import { openPayload } from '../../cms/src/openPayload.ts'
import { deleteOutbox, readOutbox } from '../../cms/src/snapshot/outbox.ts'
import { readAsOf } from '../../cms/src/snapshot/readAsOf.ts'
import { readGlobals } from '../../cms/src/snapshot/readGlobals.ts'
import { readPublished } from '../../cms/src/snapshot/readPublished.ts'
import { wasWithdrawn } from '../../cms/src/snapshot/wasWithdrawn.ts'
import type { Newsroom } from './publisher.ts'

/** An opened CMS as the publisher's newsroom. */
export function newsroomOf(payload: Payload): Newsroom {
  return {
    readRows: (table, keys) => readPublished(payload, table, keys),
    readGlobals: () => readGlobals(payload),
    readAsOf: () => readAsOf(payload),
    readOutbox: () => readOutbox(payload),
    deleteOutbox: (ids) => deleteOutbox(payload, ids),
    wasWithdrawn: (table, key) => wasWithdrawn(payload, table, key),
  }
}

/** Opens the CMS's database as the publisher's newsroom; `close` ends its connections. */
export async function openNewsroom(): Promise<{ newsroom: Newsroom; close: () => Promise<void> }> {
  const payload = await openPayload()
  return { newsroom: newsroomOf(payload), close: () => payload.destroy() }
}
