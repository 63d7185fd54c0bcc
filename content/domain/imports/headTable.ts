import { cellText } from './cellText.ts'
import type { CellValue, MergedRange, Sheet, SheetRow } from './workbook.ts'

/** A column with the words of its head. */
export type Head = { column: number; text: string }
/** Where a table stands in a sheet. Rows as the workbook shows them. */
export type HeadTable = { first: number; last: number; heads: Head[] }

/** Joins the words of heads in two rows; a full-width one in a mapping is the same. */
export const HEAD_JOIN = '/'
/** What several columns are called together; who reports and when, which also stands above heads, has a colon or digits. */
const GROUP = /^[^:：\d]{1,12}$/
/** How many rows are looked at for a head. */
const LOOKED_AT = 40

/** The words of a head without what makes no difference: blanks, line breaks, marks of needed fields. */
export function headText(cell: CellValue | undefined): string {
  return cellText(cell)
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .replace(/[:：]$/, '')
}

/**
 * Finds the head of a table: the row whose cells are known words, or look most like a head.
 * @param isKnown whether a text is a known head
 * @returns null when no row has two texts
 */
export function findHead(sheet: Sheet, isKnown: (text: string) => boolean): HeadTable | null {
  let best: { row: SheetRow; score: number } | null = null
  for (const row of sheet.rows.slice(0, LOOKED_AT)) {
    const score = scoreOf(row, sheet, isKnown)
    if (score > 0 && (!best || score > best.score)) best = { row, score }
  }
  if (!best) return null
  return headAt(sheet, firstHeadRow(sheet, best.row, isKnown), lastHeadRow(sheet, best.row, isKnown))
}

/** The head that stands in given rows; texts of joined rows are joined. */
export function headAt(sheet: Sheet, first: number, last: number): HeadTable {
  const rows = sheet.rows.filter((row) => row.row >= first && row.row <= last)
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const counts = new Map<string, number>()
  const heads: Head[] = []
  for (let column = 0; column < width; column++) {
    const parts = rows.map((row) => headText(valueAcross(sheet, row, column))).filter((part) => part !== '')
    const text = [...new Set(parts)].join(HEAD_JOIN)
    if (text === '') continue
    const times = (counts.get(text) ?? 0) + 1
    counts.set(text, times)
    heads.push({ column, text: times === 1 ? text : `${text}（第${times}个）` })
  }
  return { first, last, heads }
}

/** The value of a cell, of the whole joined range where it is joined to its left. */
function valueAcross(sheet: Sheet, row: SheetRow, column: number): CellValue | undefined {
  const joined = sheet.merges.find(
    (m) => row.row >= m.fromRow && row.row <= m.toRow && column > m.fromColumn && column <= m.toColumn,
  )
  if (!joined) return row.cells[column]
  return sheet.rows.find((each) => each.row === joined.fromRow)?.cells[joined.fromColumn]
}

/** Short texts that differ from each other look like heads; known words most of all; numbers and dates do not. */
function scoreOf(row: SheetRow, sheet: Sheet, isKnown: (text: string) => boolean): number {
  const texts = row.cells.filter((cell): cell is string => typeof cell === 'string').map(headText)
  const short = texts.filter((text) => text !== '' && text.length <= 24 && !/^\d+$/.test(text))
  const filled = row.cells.filter((cell) => cell !== null).length
  if (new Set(short).size < 2) return 0
  const known = short.filter(isKnown).length
  const isTitle = sheet.merges.some(
    (m) => m.fromRow === row.row && m.toColumn - m.fromColumn + 1 >= Math.max(3, filled),
  )
  if (isTitle && filled <= 2) return 0
  return known * 10 + new Set(short).size - (filled - short.length) * 2
}

/** A head begins in the row above where that stands over several of its columns, or has a known word for one of its gaps. */
function firstHeadRow(sheet: Sheet, row: SheetRow, isKnown: (text: string) => boolean): number {
  const above = sheet.rows.find((each) => each.row === row.row - 1)
  if (!above) return row.row
  const filled = row.cells.filter((cell) => cell !== null).length
  const isGroup = ({ fromRow, toRow, fromColumn, toColumn }: MergedRange) =>
    fromRow === above.row &&
    toRow === above.row &&
    toColumn > fromColumn &&
    toColumn - fromColumn + 1 < filled &&
    GROUP.test(headText(above.cells[fromColumn])) &&
    row.cells.slice(fromColumn, toColumn + 1).filter((cell) => cell !== null).length > 1
  return fillsGap(above, row, isKnown) || sheet.merges.some(isGroup) ? above.row : row.row
}

/** A head goes on in the next row where its cells are joined with it, stand over several of its columns, or leave it a gap. */
function lastHeadRow(sheet: Sheet, row: SheetRow, isKnown: (text: string) => boolean): number {
  const first = row.row
  const down = sheet.merges.filter((m) => m.fromRow === first && m.toRow > first)
  const across = sheet.merges.filter((m) => m.fromRow === first && m.toColumn > m.fromColumn)
  const next = sheet.rows.find((each) => each.row === first + 1)
  const goesOn =
    across.some((m) => typeof next?.cells[m.fromColumn] === 'string') ||
    (next !== undefined && fillsGap(next, row, isKnown))
  return Math.max(first, ...down.map((m) => m.toRow), ...(goesOn ? [first + 1] : []))
}

/** Whether a row has a known word where another has nothing. */
function fillsGap(row: SheetRow, other: SheetRow, isKnown: (text: string) => boolean): boolean {
  return row.cells.some(
    (cell, at) => typeof cell === 'string' && isKnown(headText(cell)) && (other.cells[at] ?? null) === null,
  )
}
