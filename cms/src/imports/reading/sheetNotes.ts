import type { CellObject } from '@e965/xlsx'
import { cellAddress, columnLetters } from '#domain/imports/cellAddress'
import type { MergedRange, SheetNote, SheetRow } from '#domain/imports/workbook'

/** How many places of one kind are named. */
const NAMED = 10

/** What an eye could miss in a sheet, said before anything becomes of it. */
export function sheetNotes(
  data: readonly (readonly (CellObject | undefined)[])[],
  hidden: boolean,
  columns: ReadonlySet<number> | undefined,
  rows: readonly SheetRow[],
  merges: readonly MergedRange[],
): SheetNote[] {
  const notes: SheetNote[] = []
  if (hidden) notes.push({ kind: 'hidden-sheet', text: '这张表是隐藏的' })
  const hiddenRows = rows.filter((row) => row.hidden).map((row) => String(row.row))
  if (hiddenRows.length > 0)
    notes.push({ kind: 'hidden-rows', text: `第${listed(hiddenRows)}行是隐藏的，也会读` })
  const hiddenColumns = [...(columns ?? [])].map(columnLetters)
  if (hiddenColumns.length > 0)
    notes.push({ kind: 'hidden-columns', text: `${listed(hiddenColumns)}列是隐藏的，也会读` })
  if (merges.length > 0)
    notes.push({
      kind: 'merged',
      text: `有${merges.length}处合并的格：${listed(merges.map((m) => cellAddress(m.fromColumn, m.fromRow)))}；竖着合并的，每一行都算有那个值`,
    })
  const formulas = placesOf(data, (cell) => cell.f !== undefined)
  if (formulas.length > 0)
    notes.push({
      kind: 'formula',
      text: `有${formulas.length}格是公式（${listed(formulas)}），读的是存下的结果`,
    })
  const errors = placesOf(data, (cell) => cell.t === 'e')
  if (errors.length > 0)
    notes.push({ kind: 'error', text: `有${errors.length}格是错误值：${listed(errors)}` })
  return notes
}

function placesOf(
  data: readonly (readonly (CellObject | undefined)[])[],
  is: (cell: CellObject) => boolean,
): string[] {
  const places: string[] = []
  for (const at in data)
    data[at]?.forEach((cell, column) => {
      if (cell && is(cell)) places.push(cellAddress(column, Number(at) + 1))
    })
  return places
}

function listed(places: readonly string[]): string {
  return places.slice(0, NAMED).join('、') + (places.length > NAMED ? '等' : '')
}
