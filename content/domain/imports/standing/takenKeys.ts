import { TABLES } from '../../records/snapshot.ts'
import { rowsInWords } from '../cellAddress.ts'
import type { RowPlanning } from '../planRow.ts'
import type { ReadRow } from '../readRow.ts'

/** How many other rows are named. */
const NAMED = 5

/** Tells why the record that a row is to be cannot have its key: the bin, readers of old, or another row has it. */
export function tellTaken(
  row: ReadRow,
  key: string,
  { mapping, world, rowsOf, sourceKeys }: RowPlanning,
): void {
  const { table } = mapping
  const what = `${TABLES[table].label}${key}`
  const brought = row.sourceKey === null ? undefined : world.imported.get(row.sourceKey)
  // The same row of the source twice is told as that.
  const isTold = row.sourceKey !== null && (sourceKeys.get(row.sourceKey) ?? []).length > 1
  const others = (rowsOf.get(key) ?? []).filter((each) => each !== row)
  if (others.length > 0 && !isTold)
    row.reading.tell(
      'repeated-key',
      `${rowsInWords(others.slice(0, NAMED))}也是${what}（编号或名称一样）：请看哪一行算数，或各写一个编号`,
      TABLES[table].key,
    )
  if (world.current.has(key) || (brought && !brought.isUndone)) return
  if (world.state(table, key) === 'in-bin')
    row.reading.tell(
      'taken-key',
      `${what}在回收站里，编号不能给另一条：请把它拿回来，或在文件里换一个编号`,
      TABLES[table].key,
    )
  else if (world.gone.has(key) && brought?.key !== key)
    row.reading.tell(
      'taken-key',
      `${what}曾经公开过别的内容，编号不能给另一条：请在文件里换一个编号`,
      TABLES[table].key,
    )
}
