import type { Payload } from 'payload'
import { refuse } from '../../hooks/refuse.ts'
import { inTransaction } from '../../inTransaction.ts'
import type { User } from '../../payload-types.ts'
import { idOf } from '../../relations.ts'
import { undoingFault } from '../importer.ts'
import { abandon, commit, takeUp, waitAgain } from './endImport.ts'
import { type Id, type KeptImport, readImport } from './keptImport.ts'
import type { ImportEffects } from './startImport.ts'
import { stillPublic } from './stillPublic.ts'

type Asked = { id: Id; user: User }

/** Carries an import that waits for a second person through, in his name. @throws in words why it cannot be */
export async function approveImport(
  payload: Payload,
  { id, user }: Asked,
  { progress }: Pick<ImportEffects, 'progress'>,
): Promise<KeptImport> {
  const signed = { ...user, collection: 'users' } as never
  // While it is open again, nobody takes away what its records name.
  const given = { id, from: ['waiting'], to: 'open', user: signed } as const
  await takeUp(payload, given, async (_, kept) => {
    const fault = undoingFault(user, kept)
    if (fault) refuse(fault, 403)
    if (idOf(kept.by) === String(user.id)) refuse('两人原则：不能批准自己做的导入，请另一位发布人来做', 403)
    return { approvedBy: user.id }
  })
  try {
    await stillPublic(payload, id)
    await commit(payload, { id, from: ['open'], user: signed, approvedBy: user.id }, progress)
  } catch (error) {
    if ((await readImport(payload, id))?.state !== 'open') throw error
    if (await waitAgain(payload, id, signed)) throw error
    refuse('停下了：什么也没有留下', 409)
  }
  return (await readImport(payload, id)) as KeptImport
}

/** Ends an import that is being written or waits: nothing of it is left. The one that writes it stops by itself. */
export async function cancelImport(payload: Payload, { id, user }: Asked): Promise<void> {
  const signed = { ...user, collection: 'users' } as never
  const state = await inTransaction(payload, { user: signed }, async (req) => {
    const kept = await readImport(payload, id, req)
    const fault = kept && undoingFault(user, kept)
    if (fault) refuse(fault, 403)
    const data = { isCancelled: true }
    if (kept?.state === 'open')
      await payload.db.updateOne({ collection: 'imports', id, data, req, returning: false })
    return kept?.state
  })
  if (state === 'open') return
  if (state !== 'waiting') refuse('这次导入已经做完或停下了', 409)
  await abandon(payload, { id, user: signed, why: '没有批准' }, () => {})
}
