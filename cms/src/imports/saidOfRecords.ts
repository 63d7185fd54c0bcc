import { cellText } from '#domain/imports/cellText'
import { fitSheets } from '#domain/imports/fitMapping'
import { headText } from '#domain/imports/headTable'
import type { Mapping } from '#domain/imports/mapping'
import { ownSaid } from '#domain/imports/own/ownSaid'
import type { Workbook } from '#domain/imports/workbook'
import { TABLES } from '#domain/records/snapshot'
import type { SaidRecord } from './readOwnRecords.ts'

/** What a workbook says of records that are there: their keys, and where the newsroom made it, which saving each row stands on. */
export type SaidOfRecords = { keys: string[]; own?: SaidRecord[] }

/** What a workbook says of records that are there. @throws {MappingUnfit} */
export function saidOfRecords(workbook: Workbook, mapping: Mapping): SaidOfRecords {
  if (!mapping.own) return { keys: saidKeys(workbook, mapping) }
  const own = ownSaid(workbook, mapping)
  return { keys: own.map(({ key }) => key), own }
}

/** The keys of records that the file itself writes, where the mapping has a column for them. */
function saidKeys(workbook: Workbook, mapping: Mapping): string[] {
  const rule = mapping.columns.find(({ field }) => field === TABLES[mapping.table].key)
  const sheets = fitSheets(workbook, mapping)
  const [{ table }] = sheets
  const column = table.heads.find(({ text }) => text === headText(rule?.heads[0] ?? null))?.column
  if (column === undefined) return []
  return sheets
    .flatMap(({ sheet }) => sheet.rows.map((row) => cellText(row.cells[column])))
    .filter((text) => text !== '')
}
