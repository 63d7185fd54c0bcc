import Papa from 'papaparse'
import type { Dataset } from '#domain/published/datasets'
import type { Cell, DataRow } from '#domain/published/twinColumns'
import { LIST_SEPARATOR } from '#domain/text'

const BOM = '﻿'
const LINE_END = '\r\n'
/** What stands between two rows of a JSON table: no row holds a line end. */
export const BETWEEN_ROWS = ',\n'

/** Text that a spreadsheet may run as a formula, also with blanks before it, in full-width signs or after a line end (OWASP). */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]|^[\t\r\n]/u

/** A cell as CSV shows it: lists joined, and no text that a spreadsheet would run as a formula, alone or as an item. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return Array.isArray(cell) ? cell.map(harmless).join(LIST_SEPARATOR) : harmless(cell)
}

const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/** Lines as RFC 4180 has them, each ended; nothing for no rows, and an empty cell for null. */
export function csvLines(rows: (string | null)[][]): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { newline: LINE_END })}${LINE_END}`
}

/** Rows as lines of CSV. */
export function csvRows(dataset: Dataset, rows: readonly DataRow[]): string {
  const cellsOf = (row: DataRow) =>
    dataset.columns.map(({ name }) => {
      const cell = row[name] ?? null
      return cell === null ? null : csvCell(cell)
    })
  return csvLines(rows.map(cellsOf))
}

/** First line of a CSV file, after the byte order mark. */
export function csvHead(dataset: Dataset): string {
  return BOM + csvLines([dataset.columns.map((c) => c.name)])
}

/** Rows as JSON objects; an empty cell has no key, so that a table of many columns stays small. */
export function jsonRows(dataset: Dataset, rows: readonly DataRow[]): string {
  return rows
    .map((row) => {
      const filled: DataRow = {}
      for (const { name } of dataset.columns) {
        const cell = row[name] ?? null
        if (cell !== null) filled[name] = cell
      }
      return JSON.stringify(filled)
    })
    .join(BETWEEN_ROWS)
}

/**
 * Lines of CSV, without a head, by the record that each group of lines begins with: the first cell is its key, and a line
 * end within quotes ends no line.
 */
export function csvByRecord(lines: string): Map<string, string> {
  const found = new Map<string, string>()
  let from = 0
  let quote = lines.indexOf('"')
  let isQuoted = false
  for (let end = lines.indexOf(LINE_END); end >= 0; end = lines.indexOf(LINE_END, end + LINE_END.length)) {
    for (; quote >= 0 && quote < end; quote = lines.indexOf('"', quote + 1)) isQuoted = !isQuoted
    if (isQuoted) continue
    const key = lines.slice(from, lines.indexOf(',', from))
    const to = end + LINE_END.length
    found.set(key, (found.get(key) ?? '') + lines.slice(from, to))
    from = to
  }
  return found
}

/** The same of rows of a JSON table. */
export function jsonByRecord(rows: string): Map<string, string> {
  const found = new Map<string, string>()
  if (rows === '') return found
  for (const row of rows.split(BETWEEN_ROWS)) {
    const key = /^\{"[^"]+":"([^"]+)"/.exec(row)?.[1] as string
    const known = found.get(key)
    found.set(key, known === undefined ? row : `${known}${BETWEEN_ROWS}${row}`)
  }
  return found
}
