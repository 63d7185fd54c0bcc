import { columnLetters } from '#domain/imports/cellAddress'
import { bookShell, escaped, MAIN, XML } from './bookShell.ts'
import type { ZipPart } from './zipStream.ts'

/** A sheet of texts to look through. Its rows are made while they are written. */
export type TextSheet = {
  name: string
  rows: Iterable<readonly string[]>
  /** How wide its first columns are, in characters. */
  widths?: readonly number[]
}

/** Format 49 is text; a cell of it is a text for the spreadsheet too. */
const TEXT = 1
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
/** The longest text that a cell of a spreadsheet holds. */
const LONGEST = 32_767

/** The parts of a workbook of sheets in which every cell is a text: nothing becomes a number, a date or a formula. */
export function textBook(sheets: readonly TextSheet[]): ZipPart[] {
  return [
    ...bookShell(
      sheets.map(({ name }) => name),
      STYLES,
    ),
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text: sheetText(sheet) })),
  ]
}

function* sheetText({ rows, widths = [] }: TextSheet): Generator<string> {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  yield `${XML}<worksheet xmlns="${MAIN}">${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
  let at = 0
  for (const row of rows) yield `<row r="${++at}">${row.map((text, i) => cell(text, i, at)).join('')}</row>`
  yield '</sheetData></worksheet>'
}

function cell(text: string, column: number, row: number): string {
  if (text === '') return ''
  return `<c r="${columnLetters(column)}${row}" s="${TEXT}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, LONGEST))}</t></is></c>`
}
