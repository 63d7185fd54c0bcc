import type { ImportPlan, PlannedRow } from '#domain/imports/importPlan'
import { IMPORT_TABLES } from '#domain/imports/importTables'
import type { ImportedRow } from '#domain/imports/importWorld'
import { isSame } from '#domain/records/snapshot'
import { parentsFirst } from '../../loading/parentsFirst.ts'

/** What an import does with a record. A row that is only seen changes nothing but what it said last. */
export type Operation = 'create' | 'change' | 'seen'
export type RowToWrite = {
  operation: Operation
  row: PlannedRow & { key: string; record: Record<string, unknown> }
  /** What the row of the source said at the last import; null where none brought it. */
  saidBefore: ImportedRow | null
}

/** What an import has to write, records before those that may name them. */
export function rowsToWrite(plan: ImportPlan, imported: ReadonlyMap<string, ImportedRow>): RowToWrite[] {
  const wanted = plan.rows.flatMap((row): RowToWrite[] => {
    const { outcome, key, record, said } = row
    if (key === null || record === null) return []
    const saidBefore = (row.sourceKey === null ? undefined : imported.get(row.sourceKey)) ?? null
    const whole = { row: { ...row, key, record }, saidBefore }
    if (outcome === 'create' || outcome === 'change') return [{ operation: outcome, ...whole }]
    const isNews = row.sourceKey !== null && !(saidBefore && said && isSame(saidBefore.record, said))
    return outcome === 'skip' && isNews ? [{ operation: 'seen', ...whole }] : []
  })
  return IMPORT_TABLES.flatMap((table) => {
    const rows = wanted.filter(({ row }) => row.table === table)
    if (table !== 'areas') return rows
    const bySlug = new Map(rows.map((each) => [each.row.key, each]))
    return parentsFirst(rows.map(({ row }) => row.record)).flatMap(
      ({ slug }) => bySlug.get(String(slug)) ?? [],
    )
  })
}
