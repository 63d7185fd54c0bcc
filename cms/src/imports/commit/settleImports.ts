import type { Payload } from 'payload'
import { isAway } from '../../databaseErrors.ts'
import { carryThrough } from './carryThrough.ts'
import { WorkLost } from './chunks.ts'
import { closeImports } from './closeImports.ts'
import { abandon, takeUp } from './endImport.ts'
import { IMPORT_STATE_LABELS, UNDER_WAY } from './importStates.ts'
import type { KeptImport } from './keptImport.ts'
import { isGone } from './runner.ts'
import { takeBackUnlessInTheWay } from './undoImport.ts'

const NOBODY_WATCHES = () => {}

/**
 * Ends what a process that is gone has left in the middle: an import that was being written is taken back, one that was
 * being committed or undone is carried through. One with which that fails holds up no other. What can no longer be undone
 * is closed. Only the one process that publishes calls this.
 * @param now the clock, in milliseconds
 * @returns a sentence for each
 */
export async function settleImports(payload: Payload, now: number): Promise<string[]> {
  const { docs } = await payload.db.find({
    collection: 'imports',
    where: { state: { in: [...UNDER_WAY] } },
    limit: 0,
    pagination: false,
  })
  const told: string[] = []
  for (const kept of docs as unknown as KeptImport[])
    if (isGone(kept, now)) told.push(...(await settle(payload, kept)))
  await closeImports(payload, now)
  return told
}

async function settle(payload: Payload, { id, state, fileName }: KeptImport): Promise<string[]> {
  try {
    if (state === 'open')
      await abandon(payload, { id, user: null, why: '做到一半时进程停了' }, NOBODY_WATCHES)
    else {
      const work = await takeUp(payload, { id, from: [state], to: state, user: null })
      await (state === 'committing' ? carryThrough : takeBackUnlessInTheWay)(payload, work, NOBODY_WATCHES)
    }
    return [
      `第 ${id} 次导入（${fileName}）${IMPORT_STATE_LABELS[state]}时停了：${state === 'open' ? '已经撤回，什么也没有留下' : '已经做完'}`,
    ]
  } catch (error) {
    // Somebody else has taken it up meanwhile.
    if (error instanceof WorkLost) return []
    if (isAway(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    return [`第 ${id} 次导入（${fileName}）没能收拾：${why}`]
  }
}
