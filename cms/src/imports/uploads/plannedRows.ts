import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { isAsked, ROWS_ON_A_PAGE, type RowsAsked, type ShownRow } from './shownPlan.ts'

/** One page of the rows that were asked for, in the order of the workbook; pages count from 1. */
export async function readPlannedRows(
  file: string,
  asked: RowsAsked,
  page: number,
): Promise<{ rows: ShownRow[]; found: number }> {
  const rows: ShownRow[] = []
  const first = (page - 1) * ROWS_ON_A_PAGE
  let found = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const row = JSON.parse(line) as ShownRow
    if (!isAsked(row, asked)) continue
    if (found >= first && rows.length < ROWS_ON_A_PAGE) rows.push(row)
    found++
  }
  return { rows, found }
}
