import type { ImportPlan } from '#domain/imports/importPlan'
import type { CellValue, Workbook } from '#domain/imports/workbook'

/** The workbook with one cell changed, as somebody types into it. */
export function typed(book: Workbook, key: string, head: string, value: CellValue): Workbook {
  const copy = structuredClone(book)
  const [heads, ...rows] = copy.sheets[0]?.rows ?? []
  const at = heads?.cells.indexOf(head) ?? -1
  const row = rows.find(({ cells }) => cells[0] === key)
  if (at < 0 || !row) throw new Error(`no cell ${key} ${head}`)
  while (row.cells.length < at) row.cells.push(null)
  row.cells[at] = value
  return copy
}

/** The rows of a dry run that would do something or are asked about, in short. */
export const told = ({ rows }: ImportPlan) =>
  rows
    .filter(({ outcome, reasons }) => outcome !== 'skip' || reasons.length > 0)
    .map(({ key, outcome, changes, reasons }) => ({
      key,
      outcome,
      changes,
      reasons: reasons.map(({ text }) => text),
    }))
