import type { Payload } from 'payload'
import { refuse } from '../../hooks/refuse.ts'
import type { User } from '../../payload-types.ts'
import type { Withdrawal } from '../../withdrawals/givenWithdrawal.ts'
import type { Id, KeptImport } from './keptImport.ts'
import type { ImportEffects } from './startImport.ts'

/**
 * Takes a whole import back: what it made is gone, what it changed is as before; what was public leaves a tombstone.
 * @param asked why: readers of what was public see it
 * @throws in words; where somebody has edited since, `data.inTheWay` names each record and what happened to it
 */
export async function undoImport(
  _payload: Payload,
  _asked: { id: Id; user: User; withdrawal: Withdrawal },
  _effects: Pick<ImportEffects, 'progress'>,
): Promise<KeptImport> {
  refuse('现在还不能撤销', 503)
}
