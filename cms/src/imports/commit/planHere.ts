import type { Payload } from 'payload'
import type { ImportPlan } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import type { Workbook } from '#domain/imports/workbook'
import { planAgainst } from '../planFile.ts'
import { BATCH, carriedOut, type Planner } from './plannedImport.ts'

/**
 * Plans a workbook in this process, which does nothing else meanwhile: for commands.
 * @param tell is told what will be done, also where it then cannot be
 */
export function planHere(
  payload: Payload,
  workbook: Workbook,
  mapping: Mapping,
  tell: (plan: ImportPlan) => void = () => {},
): Planner {
  return async () => {
    const { plan, world } = await planAgainst(payload, workbook, mapping)
    tell(plan)
    const { totals, rows } = carriedOut(plan, world.imported)
    return {
      ...totals,
      batches: async function* () {
        for (let i = 0; i < rows.length; i += BATCH) yield rows.slice(i, i + BATCH)
      },
    }
  }
}
