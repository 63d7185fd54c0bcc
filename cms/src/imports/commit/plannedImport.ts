import { type ImportPlan, isDecided } from '#domain/imports/importPlan'
import type { ImportedRow } from '#domain/imports/importWorld'
import { type ReservedNumbers, reservedNumbers } from './reservedNumbers.ts'
import { type RowToWrite, rowsToWrite } from './rowsToWrite.ts'

/** What a plan comes to when it is carried out, without its rows. */
export type PlanTotals = Pick<ImportPlan, 'file' | 'counts'> & {
  isDecided: boolean
  /** Rows of the last file that did not come again. */
  vanished: number
  /** Records to be written. */
  total: number
  reserved: ReservedNumbers
}

/** A plan to be carried out. Its rows come in batches, in the order in which they are written, so that not all of them need be held at once. */
export type PlannedImport = PlanTotals & { batches: () => AsyncIterable<RowToWrite[]> }

/** Plans an import against the newsroom as it is at that moment. */
export type Planner = () => Promise<PlannedImport>

/** Rows of a batch: they are prepared together. */
export const BATCH = 200

/** What a plan comes to, with its rows. */
export function carriedOut(
  plan: ImportPlan,
  imported: ReadonlyMap<string, ImportedRow>,
): { totals: PlanTotals; rows: RowToWrite[] } {
  const rows = rowsToWrite(plan, imported)
  const { file, counts, vanished } = plan
  return {
    totals: {
      file,
      counts,
      isDecided: isDecided(plan),
      vanished: vanished.length,
      total: rows.length,
      reserved: reservedNumbers(rows),
    },
    rows,
  }
}
