import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Payload } from 'payload'
import type { Mapping } from '#domain/imports/mapping'
import { forTheProcess } from '../../forTheProcess.ts'
import { readWorldFacts } from '../readWorld.ts'
import { toldWords } from '../toldWords.ts'
import { preparePlan } from './preparing.ts'
import type { ShownPlan } from './shownPlan.ts'
import { noteUse, placeOf, type Upload } from './uploadStore.ts'

/** How far a dry run is. */
export type PlanState =
  | { state: 'none' }
  | { state: 'waiting' | 'running'; since: number }
  | { state: 'refused'; words: string }
  | { state: 'done'; plan: ShownPlan; mapping: Mapping }

const states = forTheProcess('planStates', () => new Map<string, Exclude<PlanState, { state: 'done' }>>())
/** Dry runs take turns: each of them keeps a processor busy. */
const turns = forTheProcess('planTurns', () => ({ last: Promise.resolve() }))

const FAULT = '试读出了故障，什么也没有写：请再试一次；还不行请管理员查看 DATA_DIR/logs'

/** Begins a dry run of an upload, in place of its last one. */
export function beginPlan(payload: Payload, upload: Upload, mapping: Mapping): void {
  const since = Date.now()
  states.set(upload.id, { state: 'waiting', since })
  noteUse(upload.id)
  rmSync(placeOf(upload.id, 'plan.json'), { force: true })
  turns.last = turns.last.then(async () => {
    states.set(upload.id, { state: 'running', since })
    try {
      const plan = await preparePlan(
        {
          file: placeOf(upload.id, 'file'),
          name: upload.name,
          mapping,
          out: { rows: placeOf(upload.id, 'rows.ndjson'), book: placeOf(upload.id, 'plan.xlsx') },
        },
        (said) => readWorldFacts(payload, mapping, said),
      )
      writeFileSync(placeOf(upload.id, 'plan.json'), JSON.stringify({ plan, mapping }), { mode: 0o600 })
      states.delete(upload.id)
    } catch (error) {
      const words = toldWords(error)
      if (words === null) payload.logger.error(error)
      states.set(upload.id, { state: 'refused', words: words ?? FAULT })
    }
  })
}

/** Whether a dry run of an upload waits or runs. */
export const isPlanning = (id: string): boolean =>
  ['waiting', 'running'].includes(states.get(id)?.state ?? 'none')

export function planState(id: string): PlanState {
  const known = states.get(id)
  if (known) return known
  const file = placeOf(id, 'plan.json')
  if (!existsSync(file)) return { state: 'none' }
  return {
    state: 'done',
    ...(JSON.parse(readFileSync(file, 'utf8')) as { plan: ShownPlan; mapping: Mapping }),
  }
}
