import { TABLE_NAMES, TABLES, type TableName } from '../../records/snapshot.ts'
import { findHead, type HeadTable, headText } from '../headTable.ts'
import { IMPORT_TABLES, type ImportTable, isImportTable } from '../importTables.ts'
import type { Mapping } from '../mapping.ts'
import type { Sheet, Workbook } from '../workbook.ts'
import { ownColumns, versionHead } from './ownColumns.ts'

/** What a mapping of the newsroom's own workbook is called; it stands by itself and is never saved. */
function ownMappingName(table: ImportTable): string {
  return `本站的工作簿（${TABLES[table].label}）`
}

/** The mapping by which a workbook of the newsroom comes back. */
function ownMapping(table: ImportTable): Mapping {
  const columns = ownColumns(table, true)
  const { key } = TABLES[table]
  return {
    name: ownMappingName(table),
    version: 1,
    table,
    own: true,
    columns: columns
      .filter(({ field, isLocked }) => !isLocked || field === key)
      .map(({ field, title }) => ({ field, heads: [title] })),
    timeline: [],
    names: {},
    ignored: columns.filter(({ field, isLocked }) => isLocked && field !== key).map(({ title }) => title),
    private: {},
  }
}

/** The mapping of that name, where it is one of the newsroom's own. */
export function ownMappingCalled(name: string): Mapping | null {
  const table = IMPORT_TABLES.find((each) => ownMappingName(each) === name)
  return table ? ownMapping(table) : null
}

/** Where the table of such a workbook stands in a sheet; null where it has none. */
export function ownTableOf(sheet: Sheet, table: TableName): HeadTable | null {
  const known = new Set(ownColumns(table, true).map(({ title }) => headText(title)))
  const found = findHead(sheet, (text) => known.has(text))
  const needed = neededHeads(table)
  return found && needed.every((head) => found.heads.some(({ text }) => text === head)) ? found : null
}

/** Without these columns nobody knows which record a row is, and on what it stands. */
export function neededHeads(table: TableName): string[] {
  const [key] = ownColumns(table, false)
  return [key?.title ?? '', versionHead(table)].map(headText)
}

/** Which list of the newsroom a workbook was made of; null for other people's workbooks. */
function ownTableNameOf({ sheets }: Workbook): TableName | null {
  return TABLE_NAMES.find((table) => sheets.some((sheet) => ownTableOf(sheet, table) !== null)) ?? null
}

/** What is said of a list that is not changed by workbooks: in its own, and to whoever hands that in; null for the others. */
export function toldOnly(table: TableName): string | null {
  if (isImportTable(table)) return null
  return `这份工作簿只供看：本站的“${TABLES[table].label}”不从工作簿改，请在后台的“${TABLES[table].label}”里改`
}

/** Why a workbook that the newsroom made does not come back; null where it does, and for other people's. */
export function notComingBack(workbook: Workbook): string | null {
  const table = ownTableNameOf(workbook)
  return table === null ? null : toldOnly(table)
}

/** The mapping by which a workbook comes back that the newsroom made; null for other people's. */
export function recognisedOwn(workbook: Workbook): Mapping | null {
  const table = ownTableNameOf(workbook)
  return table !== null && isImportTable(table) ? ownMapping(table) : null
}
