import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { CellValue, MergedRange, Sheet, SheetRow } from '#domain/imports/workbook'
import { FileRefused } from '../fileRefused.ts'
import type { HiddenParts } from './checkArchive.ts'
import { MOST_CELLS, MOST_CHARACTERS } from './limits.ts'
import type { Hidden } from './scanPart.ts'
import { sheetNotes } from './sheetNotes.ts'
import { cellValueOf, UNCOMPUTED } from './spreadsheetCell.ts'

/** What is counted over all sheets of a file. */
type Counted = { cells: number; characters: number }

/**
 * Reads whatever the library knows: `.xlsx`, old workbooks, pages and the XML of 2003. The file was looked at before.
 * @param hiddenParts what its archive was seen to hide; left out for files that are none
 * @throws {FileRefused} in words
 */
export function readSpreadsheet(content: Buffer | string, hiddenParts?: HiddenParts): Sheet[] {
  const book = readBook(content, hiddenParts === undefined)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const counted = { cells: 0, characters: 0 }
  const sheets = book.SheetNames.map((name, i) => {
    const of = book.Workbook?.Sheets?.[i] as { Hidden?: number; id?: string } | undefined
    const from = book.Sheets[name] as WorkSheet
    const parts = hiddenParts ? hiddenParts(of?.id) : styledHidden(from)
    return readSheet(name, from, (of?.Hidden ?? 0) > 0, parts, is1904, counted)
  })
  if (sheets.every((sheet) => sheet.rows.length === 0))
    throw new FileRefused('工作簿里没有一个有内容的格子：请看看是不是存错了文件')
  return sheets
}

/** @param styles whether the library tells what is hidden: in archives that costs it minutes */
function readBook(content: Buffer | string, styles: boolean): WorkBook {
  try {
    return read(content, {
      type: typeof content === 'string' ? 'string' : 'buffer',
      dense: true,
      cellStyles: styles,
      cellNF: true,
      cellHTML: false,
      raw: true,
    })
  } catch (error) {
    if (/password|encrypt/i.test(String(error)))
      throw new FileRefused('工作簿有密码：请在 Excel 里去掉密码，另存一份再来')
    throw new FileRefused('文件坏了，读不出表来：请在 Excel 里打开它，另存为 .xlsx 再来')
  }
}

/** What the library itself found hidden. */
function styledHidden(from: WorkSheet): Hidden {
  const places = (list: readonly ({ hidden?: boolean | undefined } | null | undefined)[] | undefined) =>
    (list ?? []).flatMap((each, i) => (each?.hidden ? [i] : []))
  return {
    rows: new Set(places(from['!rows']).map((i) => i + 1)),
    columns: new Set(places(from['!cols'])),
    uncomputed: new Set(),
    texts: new Map(),
  }
}

function readSheet(
  name: string,
  from: WorkSheet,
  hidden: boolean,
  parts: Hidden | undefined,
  is1904: boolean,
  counted: Counted,
): Sheet {
  const data = (from['!data'] ?? []) as (CellObject | undefined)[][]
  for (const address of parts?.uncomputed ?? []) tellUncomputed(data, address)
  for (const [address, text] of parts?.texts ?? []) setText(data, address, text)
  const merges: MergedRange[] = (from['!merges'] ?? []).map(({ s, e }) => ({
    fromRow: s.r + 1,
    toRow: e.r + 1,
    fromColumn: s.c,
    toColumn: e.c,
  }))
  const rows: SheetRow[] = []
  for (const at in data) {
    const values = (data[at] as (CellObject | undefined)[]).map((cell) => cellValueOf(cell, is1904))
    const cells = withoutEnd(values, counted)
    if (cells.length > 0)
      rows.push({ row: Number(at) + 1, hidden: parts?.rows.has(Number(at) + 1) === true, cells })
  }
  fillDown(rows, merges)
  return { name, hidden, merges, notes: sheetNotes(data, hidden, parts?.columns, rows, merges), rows }
}

/** The cells up to the last that holds something, counted. Holes in a sparse row become nothing. */
function withoutEnd(values: readonly (CellValue | undefined)[], counted: Counted): CellValue[] {
  const cells: CellValue[] = []
  for (let column = 0; column < values.length; column++) {
    const value = values[column] ?? null
    if (value === null) continue
    while (cells.length < column) cells.push(null)
    cells.push(value)
    counted.cells++
    if (typeof value === 'string') counted.characters += value.length
  }
  if (counted.cells > MOST_CELLS)
    throw new FileRefused('有内容的格子超过一百万个：请按月份或年份分成几个文件')
  if (counted.characters > MOST_CHARACTERS)
    throw new FileRefused('文字加起来超过两亿个字，不像真的工作簿：没有读')
  return cells
}

/** Puts back a formula that the library left out because it has no value. */
function tellUncomputed(data: (CellObject | undefined)[][], address: string): void {
  const { r, c } = utils.decode_cell(address)
  data[r] ??= []
  const row = data[r] as (CellObject | undefined)[]
  row[c] ??= { t: 'e', w: UNCOMPUTED, f: '' }
}

/** Puts the text of a cell in place of what the library made of it. */
function setText(data: (CellObject | undefined)[][], address: string, text: string): void {
  const { r, c } = utils.decode_cell(address)
  const cell = data[r]?.[c]
  if (cell?.t === 's') cell.v = text
}

/** Cells that are joined downwards hold their value in every row that has anything at all. */
function fillDown(rows: readonly SheetRow[], merges: readonly MergedRange[]): void {
  if (merges.length === 0) return
  const byRow = new Map(rows.map((row) => [row.row, row]))
  for (const { fromRow, toRow, fromColumn } of merges) {
    const value = byRow.get(fromRow)?.cells[fromColumn] ?? null
    if (value === null || toRow === fromRow) continue
    for (let at = fromRow + 1; at <= toRow; at++) {
      const cells = byRow.get(at)?.cells
      if (!cells) continue
      while (cells.length <= fromColumn) cells.push(null)
      cells[fromColumn] ??= value
    }
  }
}
