/** Tables that come in from a workbook, those first that others name. */
export const IMPORT_TABLES = ['areas', 'departments', 'duties', 'cases', 'notices'] as const
export type ImportTable = (typeof IMPORT_TABLES)[number]

/** Whether records of a table come in from workbooks. */
export function isImportTable(table: string): table is ImportTable {
  return (IMPORT_TABLES as readonly string[]).includes(table)
}

/** Tables of which a row may name a record that is made for it on request. */
export const MADE_TABLES = ['areas', 'departments'] as const
export type MadeTable = (typeof MADE_TABLES)[number]

/** Tables whose records rows name in words. */
export const FOUND_TABLES = ['areas', 'departments', 'duties'] as const
export type FoundTable = (typeof FOUND_TABLES)[number]

/** Fields that never leave the newsroom and that a column may fill, with their Chinese names. */
export const PRIVATE_TARGETS: Readonly<Record<ImportTable, Readonly<Record<string, string>>>> = {
  areas: {},
  departments: {},
  duties: {},
  cases: { reporterName: '反映人姓名', reporterPhone: '反映人电话', internalNote: '内部备注' },
  notices: {},
}

/** The Chinese names of the fields of a table that never leave the newsroom and that workbooks may hold. */
export function privateFieldsOf(table: string): string[] {
  return isImportTable(table) ? Object.values(PRIVATE_TARGETS[table]) : []
}
