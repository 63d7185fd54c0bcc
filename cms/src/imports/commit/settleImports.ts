import type { Payload } from 'payload'
import { isAway } from '../../databaseErrors.ts'
import { carryThrough } from './carryThrough.ts'
import { WorkLost } from './chunks.ts'
import { closeImports } from './closeImports.ts'
import { abandon, takeUp, waitAgain } from './endImport.ts'
import { IMPORT_STATE_LABELS, UNDER_WAY } from './importStates.ts'
import type { Id, KeptImport } from './keptImport.ts'
import { isGone } from './runner.ts'
import { takeBackUnlessInTheWay } from './undoImport.ts'

const NOBODY_WATCHES = () => {}
/** Imports that this process has taken up and could not end: nobody else works on them. */
const failed = new Set<Id>()
const GONE = '已经撤回，什么也没有留下'

/**
 * Ends what a process that is gone has left in the middle: an import that was being written is taken back, one that was
 * being approved waits again, one that was being committed or undone is carried through. One with which that fails holds up
 * no other and is tried again. What can no longer be undone is closed. Only the one process that publishes calls this.
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
    if (isGone(kept, now) || failed.has(kept.id)) told.push(...(await settle(payload, kept)))
  await closeImports(payload, now)
  return told
}

async function settle(payload: Payload, kept: KeptImport): Promise<string[]> {
  const { id, state, fileName } = kept
  try {
    const end = await endOf(payload, kept)
    failed.delete(id)
    return [`第 ${id} 次导入（${fileName}）${IMPORT_STATE_LABELS[state]}时停了：${end}`]
  } catch (error) {
    // Somebody else has taken it up meanwhile.
    if (error instanceof WorkLost) return []
    failed.add(id)
    if (isAway(error)) throw error
    const why = error instanceof Error ? error.message : String(error)
    return [`第 ${id} 次导入（${fileName}）没能收拾：${why}`]
  }
}

/** Ends what was left in the middle. Returns how, in words. */
async function endOf(payload: Payload, { id, state, approvedBy, committedAt }: KeptImport): Promise<string> {
  // It was written and waited: only who approved it is gone.
  if (state === 'open' && approvedBy) return (await waitAgain(payload, id, null)) ? '又等着批准' : GONE
  if (state === 'open') {
    await abandon(payload, { id, user: null, why: '做到一半时进程停了' }, NOBODY_WATCHES)
    return GONE
  }
  const work = await takeUp(payload, { id, from: [state], to: state, user: null })
  if (state === 'committing') {
    await carryThrough(payload, work, NOBODY_WATCHES)
    return '已经做完'
  }
  const obstacles = await takeBackUnlessInTheWay(payload, work, NOBODY_WATCHES)
  if (obstacles.length > 0) return `没有撤销，有${obstacles.length}处拦着`
  return committedAt ? '已经撤销' : GONE
}
