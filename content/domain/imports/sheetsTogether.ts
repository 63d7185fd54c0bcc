import { rowAmong } from './cellAddress.ts'
import type { FittedSheet } from './fitMapping.ts'
import type { Mapping } from './mapping.ts'
import { tableRows } from './tableRows.ts'
import type { SheetNote, SheetRow } from './workbook.ts'

/**
 * The rows of all the sheets that are read, and what is to be known of them. Each is named with its sheet where there are
 * several, or where a row is known by its sheet.
 */
export function sheetsTogether(
  fitted: readonly FittedSheet[],
  { keyOfSheet }: Pick<Mapping, 'keyOfSheet'>,
): { rows: SheetRow[]; notes: SheetNote[] } {
  const isOne = fitted.length === 1 && keyOfSheet !== true
  const read = fitted.map(({ sheet, table }, i) => {
    const { rows, notes } = tableRows(sheet, table)
    const all = [...sheet.notes, ...notes]
    if (isOne) return { rows, notes: all }
    return {
      rows: rows.map((row) => ({ ...row, row: rowAmong(i, row.row), sheet: sheet.name })),
      notes: all.map((note) => ({ ...note, text: `“${sheet.name}”：${note.text}` })),
    }
  })
  return { rows: read.flatMap(({ rows }) => rows), notes: read.flatMap(({ notes }) => notes) }
}
