import { cleanText } from '../../cleanText.ts'
import { contactLine, type OfficeContact } from '../../records/officeContact.ts'
import type { PlannedEvent } from '../caseTimeline.ts'
import type { OwnState } from '../importWorld.ts'
import type { CellValue } from '../workbook.ts'
import { type OwnColumn, TIMELINE } from './ownColumns.ts'
import { eventLine } from './ownEvents.ts'
import type { OwnNames } from './ownNames.ts'
import { timeInCell } from './timeInCell.ts'

/** The most characters that a spreadsheet keeps in one cell. */
const MOST_IN_CELL = 32_767
/** Stands where a text does not fit; it is what it was as long as the cell says so. */
const TOO_LONG = '（太长，表格的一格放不下：请在后台改）'

/** What a record says in a column: a text, a number, or nothing. The saving on which it stands is not part of it. */
export function ownCell(column: OwnColumn, state: OwnState, names: OwnNames): string | number | null {
  const value = column.isPrivate ? state.hidden[column.field] : valueAt(state.record, column.field)
  if (typeof value === 'number') return value
  const text = cleanText(inWords(column, value, names))
  if (text === '') return null
  return text.length > MOST_IN_CELL ? TOO_LONG : text
}

/** What stands at a field such as `satisfaction.asked`. */
export function valueAt(record: Readonly<Record<string, unknown>>, field: string): unknown {
  const [first = '', inner] = field.split('.')
  const value = record[first]
  return inner === undefined ? value : (value as Record<string, unknown> | null | undefined)?.[inner]
}

/** Whether a cell still says what the workbook was made with; a line end or a blank around it says nothing. */
export function isUntouched(cell: CellValue | undefined, made: string | number | null): boolean {
  return saidIn(cell) === cleanText(String(made ?? ''))
}

/** What a cell says, letter by letter: also a word such as 无, that means nothing in other people's workbooks. */
export function saidIn(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (typeof cell !== 'object') return cleanText(String(cell))
  if ('date' in cell) return timeInCell(cell.date)
  return 'shown' in cell ? cell.shown : cell.error
}

function inWords(column: OwnColumn, value: unknown, names: OwnNames): string {
  if (value === undefined || value === null) return ''
  if (!Array.isArray(value)) return oneInWords(column, value, names)
  if (column.field === TIMELINE)
    return (value as PlannedEvent[]).map((each) => eventLine(each, names)).join('\n')
  if (column.field === 'contacts') return (value as OfficeContact[]).map(contactLine).join('\n')
  return value.map((each) => oneInWords(column, each, names)).join(column.names ? '、' : '\n')
}

function oneInWords({ values, names: table, type }: OwnColumn, value: unknown, names: OwnNames): string {
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((each) => each !== undefined && each !== null)
      .join(' ')
  const text = String(value)
  if (values) return values[text] ?? text
  if (type === 'date' || type === 'day') return timeInCell(text)
  return names(table, text)
}
