import { cleanText } from '../cleanText.ts'
import type { CellValue } from './workbook.ts'

/** What people write where nothing is known; it is no text of its own. */
const NOTHING = /^(?:[-—–/\\.·*]+|无|没有|未知|不详|不明|暂无|n\/?a|null|none|nan|nat|#n\/a)$/i

/** What people write for what stands in the cell above. */
const DITTO = /^(?:同上|同前|〃|"|″|々)$/

/** Whether a cell only points at the one above it, which may be another one once rows were sorted. */
export function isDitto(cell: CellValue | undefined): boolean {
  return typeof cell === 'string' && DITTO.test(cleanText(cell).trim())
}

/** Whether a cell says nothing. */
export function saysNothing(cell: CellValue | undefined): boolean {
  if (cell === null || cell === undefined) return true
  return typeof cell === 'string' && NOTHING.test(cleanText(cell).replace(/\s+/g, '') || '-')
}

/** The text of a cell as the workbook shows it, in the one spelling of the records; empty when it says nothing. */
export function cellText(cell: CellValue | undefined): string {
  if (saysNothing(cell)) return ''
  if (typeof cell === 'string') return cleanText(cell)
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  if (cell && 'date' in cell) return cell.date.replace('T', ' ').replace('+08:00', '')
  if (cell && 'shown' in cell) return cell.shown
  return ''
}

/** The error that a cell holds, or null. */
export function cellError(cell: CellValue | undefined): string | null {
  return typeof cell === 'object' && cell !== null && 'error' in cell ? cell.error : null
}

/** Marks that part several things in one cell. */
const PARTING = /[、，,;；\n|]+|\s*\/\s*/

/** What else parts names where people write a list as a sentence: blanks, 和, numbers before each. */
const BETWEEN_NAMES = /(?:^|\s+)\d{1,2}[.．)）]\s*|\s+|以及|[和与及]/
/** What is said of a name beside it: 城管（牵头）. */
const BESIDE_NAME = /[(（][^()（）]*[)）]/g

/** The names in a text that may be a list of them in words: only who knows names can tell whether it is one. */
export function namesInWords(text: string): string[] {
  return text
    .replace(BESIDE_NAME, ' ')
    .split(BETWEEN_NAMES)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The things that are listed in a cell. */
export function listedIn(text: string, marks?: string): string[] {
  const parting = marks === undefined ? PARTING : new RegExp(`[${marks.replace(/[\\\]^-]/g, '\\$&')}]+`)
  return text
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
