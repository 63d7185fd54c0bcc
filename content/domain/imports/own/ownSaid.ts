import { fitMapping } from '../fitMapping.ts'
import { headText } from '../headTable.ts'
import type { Mapping } from '../mapping.ts'
import type { Workbook } from '../workbook.ts'
import { saidIn } from './ownCell.ts'
import { neededHeads } from './ownMapping.ts'
import { versionInstant } from './versionText.ts'

/** Which records the rows of a workbook of the newsroom are, and on which saving each stands; null where it tells none. */
export function ownSaid(workbook: Workbook, mapping: Mapping): { key: string; version: string | null }[] {
  const { sheet, table } = fitMapping(workbook, mapping)
  const [keyAt, versionAt] = neededHeads(mapping.table).map(
    (head) => table.heads.find(({ text }) => text === headText(head))?.column ?? -1,
  ) as [number, number]
  return sheet.rows
    .filter(({ row }) => row > table.last)
    .map(({ cells }) => ({ key: saidIn(cells[keyAt]), version: versionInstant(saidIn(cells[versionAt])) }))
    .filter(({ key }) => key !== '')
}
