import { type CellObject, SSF } from '@e965/xlsx'
import type { CellValue } from '#domain/imports/workbook'

/** Days from the first of 1900 to the first of 1904: what a serial of the later epoch lacks. */
const EPOCH_1904 = 1_462
const DAY_MS = 86_400_000
/** Serial of 1970-01-01 in the epoch of 1900. */
const SERIAL_1970 = 25_569
/** The last serial that is a date (9999-12-31). */
const LAST_SERIAL = 2_958_465

/** A long number as a narrow cell shows it: the digits that it leaves out are in the number. */
const POWER = /^-?\d(?:\.\d+)?E[+-]\d+$/i

/** What is said of a formula whose value was never computed. */
export const UNCOMPUTED = '公式没有存下算好的值'

/**
 * A cell of the library as ours.
 * @param is1904 whether the workbook counts days from 1904
 */
export function cellValueOf(cell: CellObject | undefined, is1904: boolean): CellValue {
  if (!cell) return null
  if (cell.t === 'e') return { error: cell.w ?? '#ERROR' }
  const isEmpty = cell.t === 'z' || cell.v === undefined || cell.v === null
  if (cell.f && isEmpty) return { error: UNCOMPUTED }
  if (isEmpty) return null
  if (typeof cell.v === 'boolean') return cell.v
  if (typeof cell.v === 'string') return cell.v.trim() === '' ? null : cell.v
  if (typeof cell.v !== 'number') return String(cell.v)
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (format !== '' && SSF.is_date(format))
    return dateOf(cell.v, is1904) ?? { number: cell.v, shown: cell.w ?? String(cell.v) }
  const shown = cell.w?.trim()
  const isPlain = shown === undefined || shown === '' || shown === String(cell.v)
  return isPlain || POWER.test(shown) ? cell.v : { number: cell.v, shown }
}

/** A serial as a date: whole days have no time of day, a time alone is no date. Seconds are dropped. */
function dateOf(serial: number, is1904: boolean): CellValue {
  const days = is1904 ? serial + EPOCH_1904 : serial
  if (serial < 1 || days > LAST_SERIAL + 1) return null
  // The calendar of 1900 has a 29th of February that never was.
  const real = days < 60 ? days + 1 : days
  const seconds = Math.round((real - SERIAL_1970) * 86_400)
  const text = new Date(seconds * 1_000).toISOString()
  const isDay = Math.abs(real - Math.round(real)) * DAY_MS < 500
  return { date: isDay ? text.slice(0, 10) : `${text.slice(0, 16)}+08:00` }
}
