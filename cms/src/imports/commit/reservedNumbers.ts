import { referenceParts } from '#domain/keys'
import type { RowToWrite } from './rowsToWrite.ts'

/** The greatest number that an import takes of each year, by what stands before it: `WS-2022-`. */
export type ReservedNumbers = Record<string, number>

/** What the new cases of an import take. */
export function reservedNumbers(rows: readonly RowToWrite[]): ReservedNumbers {
  const reserved: ReservedNumbers = {}
  for (const { operation, row } of rows) {
    if (operation !== 'create' || row.table !== 'cases') continue
    const { number } = referenceParts(row.key)
    const head = row.key.slice(0, row.key.lastIndexOf('-') + 1)
    reserved[head] = Math.max(reserved[head] ?? 0, number)
  }
  return reserved
}
