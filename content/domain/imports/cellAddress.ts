/** The letters of a column as a workbook shows them: 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** The address of a cell as a workbook shows it: column 1 of row 7 is `B7`. Columns count from 0, rows from 1. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}

/** A row as it is called among those of a file: its number, and which sheet where several are read together. */
export type NamedRow = { row: number; sheet?: string | undefined }

/** More rows than a sheet can have: the rows of each sheet that is read with others begin at a multiple of it. */
const ROWS_OF_SHEET = 10_000_000

/** The number of a row among those of several sheets. @param sheet counts from 0 */
export const rowAmong = (sheet: number, row: number): number => sheet * ROWS_OF_SHEET + row

/** The row in its sheet: `17`, or `2月!17` where several are read together. */
export function rowName({ row, sheet }: NamedRow): string {
  const own = row % ROWS_OF_SHEET
  return sheet === undefined ? String(own) : `${sheet}!${own}`
}

/** The address of a cell of such a row: `B17`, or `2月!B17`. */
export function addressIn({ row, sheet }: NamedRow, column: number): string {
  const own = cellAddress(column, row % ROWS_OF_SHEET)
  return sheet === undefined ? own : `${sheet}!${own}`
}

/** Such rows in a sentence: `第3、7行`. */
export const rowsInWords = (rows: readonly NamedRow[]): string => `第${rows.map(rowName).join('、')}行`
