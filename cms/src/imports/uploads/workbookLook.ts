import { z } from 'zod'
import { type Workbook, workbook } from '#domain/imports/workbook'

/** Rows and columns of each sheet that are kept to point at: the head stands among them, and enough of what columns hold. */
const ROWS = 260
const COLUMNS = 300
const SHEETS = 60

/** The beginning of a workbook, with how many rows each sheet has. */
export const workbookLook = z.object({ beginning: workbook, rows: z.array(z.number().int()) })
export type WorkbookLook = z.infer<typeof workbookLook>

/** What of a workbook is kept to point at. */
export function lookOf(whole: Workbook): WorkbookLook {
  const sheets = whole.sheets.slice(0, SHEETS)
  return {
    rows: sheets.map(({ rows }) => rows.length),
    beginning: {
      ...whole,
      sheets: sheets.map((sheet) => {
        const last = sheet.rows[ROWS - 1]?.row ?? Number.POSITIVE_INFINITY
        return {
          ...sheet,
          merges: sheet.merges.filter(({ fromRow }) => fromRow <= last),
          rows: sheet.rows.slice(0, ROWS).map((row) => ({ ...row, cells: row.cells.slice(0, COLUMNS) })),
        }
      }),
    },
  }
}
