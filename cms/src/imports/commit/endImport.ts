import type { Payload, PayloadRequest } from 'payload'
import { refuse } from '../../hooks/refuse.ts'
import { inTransaction } from '../../inTransaction.ts'
import { carryThrough } from './carryThrough.ts'
import { type Work, WorkCancelled } from './chunks.ts'
import { IMPORT_STATE_LABELS, type ImportState } from './importStates.ts'
import { type Id, type KeptImport, readImport } from './keptImport.ts'
import { newRunner } from './runner.ts'
import { takeBack } from './takeBack.ts'

type Progress = (done: number, of: number) => void

/**
 * Takes an import from one of some states to the next and its work upon oneself, in one transaction.
 * @param more what else becomes of it; may refuse
 * @throws in words where it is in no such state; {WorkCancelled} where the person asked to stop it and it is to go on
 */
export async function takeUp(
  payload: Payload,
  {
    id,
    from,
    to,
    user,
  }: { id: Id; from: readonly ImportState[]; to: ImportState; user: PayloadRequest['user'] | null },
  more: (req: PayloadRequest, kept: KeptImport) => Promise<object> = async () => ({}),
): Promise<Work> {
  const runner = newRunner()
  await inTransaction(payload, user ? { user } : {}, async (req) => {
    const kept = await readImport(payload, id, req)
    if (!kept) refuse(`没有第 ${id} 次导入`, 404)
    if (!from.includes(kept.state))
      refuse(`第 ${id} 次导入${IMPORT_STATE_LABELS[kept.state]}：现在不能这样做`, 409)
    if (kept.isCancelled && kept.state === 'open' && to !== 'undoing') throw new WorkCancelled()
    const data = { runner, ...(await more(req, kept)), state: to, seenAt: new Date().toISOString() }
    await payload.db.updateOne({ collection: 'imports', id, data, req, returning: false })
  })
  return { id, runner, state: to, user }
}

/** Commits what is written as drafts: from here on it is carried through, whatever happens. */
export async function commit(
  payload: Payload,
  given: { id: Id; from: readonly ImportState[]; user: PayloadRequest['user'] | null; approvedBy: Id | null },
  progress: Progress,
): Promise<void> {
  const { approvedBy, ...rest } = given
  const work = await takeUp(payload, { ...rest, to: 'committing' }, async () => ({
    committedAt: new Date().toISOString(),
    ...(approvedBy === null ? {} : { approvedBy }),
  }))
  await carryThrough(payload, work, progress)
}

/** Takes back what was written of an import that was never committed. */
export async function abandon(
  payload: Payload,
  { id, user, why }: { id: Id; user: PayloadRequest['user'] | null; why: string },
  progress: Progress,
): Promise<void> {
  const work = await takeUp(payload, { id, from: ['open', 'waiting'], to: 'undoing', user }, async () => ({
    problem: why,
  }))
  await takeBack(payload, work, progress)
}

/**
 * Lets an import that was being approved wait for a second person again, or takes it back where somebody asked to stop it.
 * @returns whether it waits
 */
export async function waitAgain(
  payload: Payload,
  id: Id,
  user: PayloadRequest['user'] | null,
): Promise<boolean> {
  try {
    const nobody = async () => ({ runner: null, approvedBy: null })
    await takeUp(payload, { id, from: ['open'], to: 'waiting', user }, nobody)
    return true
  } catch (error) {
    if (!(error instanceof WorkCancelled)) throw error
    await abandon(payload, { id, user, why: error.message }, () => {})
    return false
  }
}
