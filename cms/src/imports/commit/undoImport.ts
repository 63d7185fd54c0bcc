import type { Payload } from 'payload'
import { TABLES } from '#domain/records/snapshot'
import { refuse } from '../../hooks/refuse.ts'
import type { User } from '../../payload-types.ts'
import type { Withdrawal } from '../../withdrawals/givenWithdrawal.ts'
import { undoingFault } from '../importer.ts'
import type { Work } from './chunks.ts'
import { takeUp } from './endImport.ts'
import { importRecordsOf } from './importRecord.ts'
import { type InTheWay, inTheWay } from './inTheWay.ts'
import { type Id, type KeptImport, readImport } from './keptImport.ts'
import type { ImportEffects } from './startImport.ts'
import { takeBack } from './takeBack.ts'

/** How many records in the way a refusal names in its sentence; all stand in its data. */
const NAMED = 5

/**
 * Takes a whole import back: what it made is gone, what it changed is as before; what was public leaves a tombstone.
 * @param asked why: readers of what was public see it
 * @throws in words; where somebody has edited since, `data.inTheWay` names each record and what happened to it
 */
export async function undoImport(
  payload: Payload,
  { id, user, withdrawal }: { id: Id; user: User; withdrawal: Withdrawal },
  { progress }: Pick<ImportEffects, 'progress'>,
): Promise<KeptImport> {
  const signed = { ...user, collection: 'users' } as never
  // From here on nobody else saves its records, so that what is seen now still holds when they are taken back.
  const given = { id, from: ['committed'], to: 'undoing', user: signed } as const
  const work = await takeUp(payload, given, async (_, kept) => {
    const fault = undoingFault(user, kept)
    if (fault) refuse(fault, 403)
    return { undoneBy: user.id, undoReason: withdrawal }
  })
  const obstacles = await takeBackUnlessInTheWay(payload, work, progress)
  if (obstacles.length > 0)
    refuse(`不能撤销：有${obstacles.length}处拦着（${inWords(obstacles)}）。先处理它们，或一条条撤下`, 409, {
      inTheWay: obstacles,
    })
  return (await readImport(payload, id)) as KeptImport
}

function inWords(obstacles: readonly InTheWay[]): string {
  const first = obstacles
    .slice(0, NAMED)
    .map(({ table, key, reason }) => `${TABLES[table].label}${key}${reason}`)
  return `${first.join('；')}${obstacles.length > NAMED ? '……' : ''}`
}

/**
 * Takes a committed import back, or leaves it committed where something stands in the way. What was begun is carried
 * through: nobody could edit its records since.
 */
export async function takeBackUnlessInTheWay(
  payload: Payload,
  work: Work,
  progress: (done: number, of: number) => void,
): Promise<InTheWay[]> {
  const { id, user } = work
  const kept = (await readImport(payload, id)) as KeptImport
  const [begun] = await importRecordsOf(payload, { importId: id, stages: ['undone'], limit: 1 })
  const obstacles = begun || !kept.committedAt ? [] : await inTheWay(payload, kept)
  if (obstacles.length > 0) {
    const nothing = async () => ({ undoneBy: null, undoReason: null, runner: null })
    await takeUp(payload, { id, from: ['undoing'], to: 'committed', user }, nothing)
    return obstacles
  }
  await takeBack(payload, work, progress)
  return []
}
