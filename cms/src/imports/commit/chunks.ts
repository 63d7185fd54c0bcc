import { setImmediate } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { inTransaction } from '../../inTransaction.ts'
import type { ImportState } from './importStates.ts'
import { type Id, type KeptImport, readImport } from './keptImport.ts'

/** How long a transaction goes on taking records, in milliseconds: the saves of editors wait for it. */
const LONGEST = 250

/** Somebody's work on an import: whose it is, and in which state that is done. */
export type Work = { id: Id; runner: string; state: ImportState; user: PayloadRequest['user'] | null }

/** Another process took the work over, or ended it. */
export class WorkLost extends Error {
  override readonly name = 'WorkLost'
  constructor() {
    super('这次导入已经由别的进程接着做或停下了')
  }
}

/** The person asked to stop. */
export class WorkCancelled extends Error {
  override readonly name = 'WorkCancelled'
  constructor() {
    super('按要求停下了')
  }
}

/**
 * Does part of the work in a transaction of its own, if it still is ours; what is to be kept of the import itself is what
 * `part` returns.
 */
export async function inChunk(
  payload: Payload,
  work: Work,
  part: (
    req: PayloadRequest,
    kept: KeptImport,
  ) => Promise<Partial<Record<keyof KeptImport | 'undoneAt', unknown>>>,
): Promise<void> {
  const { id, runner, state, user } = work
  await inTransaction(payload, user ? { user } : {}, async (req) => {
    const kept = await readImport(payload, id, req)
    if (kept?.runner !== runner || kept.state !== state) throw new WorkLost()
    if (kept.isCancelled && state === 'open') throw new WorkCancelled()
    const changed = await part(req, kept)
    const data = { seenAt: new Date().toISOString(), ...changed }
    await payload.db.updateOne({ collection: 'imports', id, data, req, returning: false })
  })
  // Others come to write, and what SQLite's statements hold is freed only when the event loop turns.
  await setImmediate()
}

/** Takes one after the other for as long as a transaction may last; at least one. Returns how many. */
export async function asManyAsFit<Item>(
  items: readonly Item[],
  take: (item: Item) => Promise<void>,
): Promise<number> {
  const end = performance.now() + LONGEST
  let taken = 0
  for (const item of items) {
    await take(item)
    taken++
    if (performance.now() >= end) break
  }
  return taken
}
