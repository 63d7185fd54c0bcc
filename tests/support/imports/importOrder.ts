import type { Mapping } from '#domain/imports/mapping'
import type { Workbook } from '#domain/imports/workbook'

/** What a process that imports is to do: import a workbook, or undo an import. */
export type ImportOrder = { workbook: Workbook; mapping: Mapping } | { undo: number | string }
