import { parse } from 'csv-parse/sync'
import type { CellValue, Sheet, SheetNote, SheetRow } from '#domain/imports/workbook'
import { FileRefused } from '../fileRefused.ts'
import { checkTextSize } from './checkTextSize.ts'
import { decodeText } from './decodeText.ts'
import { shapeOf, type TextShape } from './separator.ts'

const DELIMITER_WORDS: Record<string, string> = {
  '\t': '制表符',
  ';': '分号',
  '|': '竖线',
  '，': '全角逗号',
  '；': '全角分号',
}
/** How many rows of odd length are named. */
const NAMED = 10

/** Reads a text table. The name of its sheet is the name of the file. @throws {FileRefused} in words */
export function readText(bytes: Buffer, name: string): Sheet {
  const { text, encoding } = decodeText(bytes)
  if (text.trim() === '') throw new FileRefused('文件里只有空白：请重新导出')
  const told = /^sep=.\r?\n/i.exec(text)?.[0] ?? ''
  const shape = shapeOf(text)
  checkTextSize(text, shape)
  const rows = rowsOf(text.slice(told.length), shape, told === '' ? 0 : 1)
  return { name, hidden: false, merges: [], notes: notesOf(rows, shape, encoding), rows }
}

/** @param before rows that stand before the text: a workbook would show them and count on */
function rowsOf(text: string, { delimiter, quote, hasBlanks }: TextShape, before: number): SheetRow[] {
  const rows: SheetRow[] = []
  let row = before
  try {
    parse(text, {
      delimiter,
      quote,
      trim: hasBlanks,
      relax_quotes: true,
      relax_column_count: true,
      on_record: (record: string[]) => {
        row++
        const values = record.map(cellValueOf)
        if (values.some((value) => value !== null)) rows.push({ row, hidden: false, cells: values })
        return null
      },
    })
  } catch {
    throw new FileRefused(
      `第${row + 1}行起的引号没有关上，后面的都会读错：请在原来的表里改好，或另存为 .xlsx 再来`,
    )
  }
  return rows
}

/** A cell; spreadsheets write `="007"` for a text that looks like a number. */
function cellValueOf(text: string): CellValue {
  const kept = /^="(.*)"$/s.exec(text)?.[1] ?? text
  return kept.trim() === '' ? null : kept
}

function notesOf(
  rows: readonly SheetRow[],
  { delimiter, quote }: TextShape,
  encoding: string | null,
): SheetNote[] {
  const notes: SheetNote[] = []
  if (encoding) notes.push({ kind: 'encoding', text: `编码是 ${encoding}` })
  if (delimiter !== ',')
    notes.push({ kind: 'encoding', text: `各格用${DELIMITER_WORDS[delimiter] ?? delimiter}分开` })
  if (quote === "'") notes.push({ kind: 'encoding', text: '各格用单引号括起来' })
  const lengths = Map.groupBy(rows, (row) => row.cells.length)
  const usual = [...lengths].reduce((a, b) => (b[1].length > a[1].length ? b : a), [0, []] as [
    number,
    SheetRow[],
  ])[0]
  const odd = rows.filter((row) => row.cells.length !== usual)
  if (odd.length > 0)
    notes.push({
      kind: 'ragged',
      text: `${odd.length}行不是${usual}格：第${odd
        .slice(0, NAMED)
        .map((row) => row.row)
        .join('、')}行${odd.length > NAMED ? '等' : ''}`,
    })
  return notes
}
