import { createLocalReq, type Payload } from 'payload'
import { type ImportPlan, OUTCOMES } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import { refuse } from '../../hooks/refuse.ts'
import type { ChangeNote } from '../../notes/givenNote.ts'
import type { User } from '../../payload-types.ts'
import { isFourEyes } from '../../workflow/fourEyes.ts'
import { importingFault } from '../importer.ts'
import { inChunk, WorkCancelled, WorkLost } from './chunks.ts'
import { abandon, commit } from './endImport.ts'
import { type Id, type KeptImport, readImport } from './keptImport.ts'
import { openImport } from './openImport.ts'
import type { Planner } from './plannedImport.ts'
import { DraftWriter, StalePlan } from './writeDrafts.ts'

export type AskedImport = {
  /** The plan of the workbook by the mapping; asked for again where the newsroom changes meanwhile. */
  planner: Planner
  mapping: Mapping
  user: User
  /** One note for all changes of what is public; not asked for where the import changes nothing public. */
  note: ChangeNote
  /** The counts that the person saw; null where nobody looked first. */
  acknowledged: ImportPlan['counts'] | null
  /** Path of the uploaded file that is kept until the import can no longer be undone. */
  keptFile: string | null
}

export type ImportEffects = {
  /** Is told as soon as the import has a row of its own: whoever only wants that need not wait for the end. */
  opened: (id: Id) => void
  /** Records done and in all. */
  progress: (done: number, of: number) => void
}

/** Rows want a person before the import can be made; the plan was told before. */
export class ImportUndecided extends Error {
  override readonly name = 'ImportUndecided'
  constructor() {
    super('有的行要人来看，什么也没有写')
  }
}

/** How often a plan is made again because the newsroom has changed meanwhile. */
const PLANS = 3

/**
 * Plans a workbook against the newsroom as it is now and writes it, in small transactions; nothing of it is public before
 * all of it is. Ends `committed`, or `waiting` where another person has to approve it; null where there is nothing to do.
 * @throws {ImportUndecided}, or in words (APIError) what keeps it from being made: nothing of it is left then
 */
export async function startImport(
  payload: Payload,
  asked: AskedImport,
  effects: ImportEffects,
): Promise<KeptImport | null> {
  const fault = importingFault(asked.user, asked.mapping)
  if (fault) refuse(fault, 403)
  for (let time = 1; ; time++)
    try {
      return await planAndWrite(payload, asked, effects)
    } catch (error) {
      if (!(error instanceof StalePlan)) throw error
      if (time === PLANS)
        refuse(`编辑部里的记录一直在变（${error.message}）：什么也没有写，过一会儿再来`, 409)
    }
}

async function planAndWrite(
  payload: Payload,
  asked: AskedImport,
  effects: ImportEffects,
): Promise<KeptImport | null> {
  const { mapping, user, note, acknowledged } = asked
  const plannedAt = new Date().toISOString()
  const planned = await asked.planner()
  if (!planned.isDecided) throw new ImportUndecided()
  if (acknowledged && OUTCOMES.some((outcome) => (acknowledged[outcome] ?? 0) !== planned.counts[outcome]))
    refuse('编辑部里的记录变了，件数和刚才看到的不一样：请重新试读一遍', 409)
  if (planned.total === 0) return null
  const signed = { ...user, collection: 'users' } as never
  const work = await openImport(payload, { ...asked, planned, signed })
  const { id } = work
  effects.opened(id)
  try {
    await new DraftWriter(payload, { planned, mapping, user, note, plannedAt }).write(work, effects.progress)
    const req = await createLocalReq({}, payload)
    const waits = mapping.publish === true && (await isFourEyes(req))
    if (waits) await inChunk(payload, work, async () => ({ state: 'waiting', runner: null }))
    else await commit(payload, { id, from: ['open'], user: signed, approvedBy: null }, effects.progress)
  } catch (error) {
    if (error instanceof WorkLost) throw error
    const now = await readImport(payload, id)
    if (now?.state !== 'open') throw error
    const why = error instanceof Error ? error.message : String(error)
    await abandon(payload, { id, user: signed, why }, () => {})
    if (error instanceof WorkCancelled) refuse('停下了：什么也没有留下', 409)
    throw error
  }
  return readImport(payload, id)
}
