import { columnLetters } from '#domain/imports/cellAddress'
import { bookShell, escaped, MAIN, XML } from './bookShell.ts'
import type { ZipPart } from './zipStream.ts'

/** A column of a workbook that is made: its head, whether people may change its cells, and the words that it may hold. */
export type BookColumn = {
  head: string
  isLocked: boolean
  isNumber: boolean
  choices?: readonly string[] | undefined
}
export type BookRow = readonly (string | number | null)[]

/** Positions in the styles below. */
const STYLES = { head: 1, open: 2, openNumber: 3, locked: 4, lockedNumber: 5, words: 6 } as const
/** The longest list of words that a spreadsheet offers in a cell. */
const MOST_CHOICES = 255
/** Rows of one piece of text. */
const ROWS_OF_PIECE = 200

/**
 * The parts of a workbook of one protected sheet. Every text is a text for the spreadsheet too: none becomes a date, a
 * number or a formula. What may not be changed is locked, everything else is open; there is no password.
 * @param words a line above the heads, for the person who opens it
 */
export function bookParts(
  sheetName: string,
  columns: readonly BookColumn[],
  rows: AsyncIterable<BookRow>,
  words: string | null = null,
): ZipPart[] {
  return [
    ...bookShell([sheetName], styles()),
    { name: 'xl/worksheets/sheet1.xml', text: sheet(columns, rows, words) },
  ]
}

/** Format 49 is text; the second fill is the grey of what is locked. */
function styles(): string {
  const xf = (format: number, font: number, fill: number, isOpen: boolean, wraps = true) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="${wraps ? 1 : 0}"/><protection locked="${isOpen ? 0 : 1}"/></xf>`
  const xfs = [
    xf(0, 0, 0, false),
    xf(49, 1, 2, false),
    xf(49, 0, 0, true),
    xf(1, 0, 0, true),
    xf(49, 0, 2, false),
    xf(1, 0, 2, false),
    xf(49, 1, 0, false, false),
  ]
  return `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`
}

async function* sheet(
  columns: readonly BookColumn[],
  rows: AsyncIterable<BookRow>,
  words: string | null,
): AsyncGenerator<string> {
  const head = words === null ? 1 : 2
  const widths = columns.map(
    ({ isNumber }, i) => `<col min="${i + 1}" max="${i + 1}" width="${isNumber ? 10 : 22}" customWidth="1"/>`,
  )
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="${head}" topLeftCell="B${head + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  const heads = columns.map((column, i) => cell(column.head, i, head, STYLES.head))
  const above = words === null ? '' : `<row r="1">${cell(words, 0, 1, STYLES.words)}</row>`
  let piece = `${above}<row r="${head}">${heads.join('')}</row>`
  let at = head
  for await (const row of rows) {
    at++
    piece += `<row r="${at}">${row.map((value, i) => cell(value, i, at, styleOf(columns[i]))).join('')}</row>`
    if (at % ROWS_OF_PIECE > 0) continue
    yield piece
    piece = ''
  }
  const last = `${columnLetters(columns.length - 1)}${at}`
  yield `${piece}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/><autoFilter ref="A${head}:${last}"/>${choices(columns, head, at)}</worksheet>`
}

function styleOf(column: BookColumn | undefined): number {
  if (column?.isLocked !== false) return column?.isNumber ? STYLES.lockedNumber : STYLES.locked
  return column.isNumber ? STYLES.openNumber : STYLES.open
}

/** Also an empty cell has its style: it may be filled in. */
function cell(value: string | number | null, column: number, row: number, style: number): string {
  const at = `r="${columnLetters(column)}${row}" s="${style}"`
  if (value === null || value === '') return `<c ${at}/>`
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** The words of closed lists, offered in the cells. */
function choices(columns: readonly BookColumn[], head: number, last: number): string {
  const lists = columns.flatMap(({ isLocked, choices: words }, i) => {
    const list = (words ?? []).join(',')
    if (isLocked || list === '' || list.length > MOST_CHOICES || last === head) return []
    const range = `${columnLetters(i)}${head + 1}:${columnLetters(i)}${last}`
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>"${escaped(list)}"</formula1></dataValidation>`
  })
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}
