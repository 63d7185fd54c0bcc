/** The letters of a column as a workbook shows them: 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26)
  return (before > 0 ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** The address of a cell as a workbook shows it: column 1 of row 7 is `B7`. Columns count from 0, rows from 1. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}
