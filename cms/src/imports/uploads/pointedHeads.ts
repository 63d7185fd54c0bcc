import { columnLetters } from '#domain/imports/cellAddress'
import { cellText } from '#domain/imports/cellText'
import { fitMapping } from '#domain/imports/fitMapping'
import { type HeadTable, headAt } from '#domain/imports/headTable'
import type { ImportTable } from '#domain/imports/importTables'
import type { Mapping } from '#domain/imports/mapping'
import { type HeadsAt, proposeMapping } from '#domain/imports/proposal/proposeMapping'
import { tableRows } from '#domain/imports/tableRows'
import type { Sheet, Workbook } from '#domain/imports/workbook'

/** Examples of what a column holds, and how long each may be. */
const EXAMPLES = 3
const LONGEST = 60

/** A column that can be pointed at. */
export type PointedColumn = { letters: string; text: string; examples: string[] }

/** The columns under a head, with a mapping for them. */
export type PointedHeads = {
  mapping: Mapping
  sheet: string
  headRows: { first: number; last: number }
  columns: PointedColumn[]
}

/** The columns under the head that was pointed at or is most likely, with a proposal for a mapping. */
export function proposeHeads(
  beginning: Workbook,
  name: string,
  { table, ...at }: HeadsAt & { table?: ImportTable | undefined },
): PointedHeads | null {
  const mapping = proposeMapping(beginning, name, table, at)
  if (mapping.own) return fitHeads(beginning, mapping)
  const sheet = beginning.sheets.find((each) => each.name === mapping.sheet) ?? beginning.sheets[0]
  if (!sheet || !mapping.headRows) return null
  return pointed(mapping, sheet, headAt(sheet, mapping.headRows.first, mapping.headRows.last))
}

/** The same for a mapping that was saved. @throws {MappingUnfit} when it does not fit the file */
export function fitHeads(beginning: Workbook, mapping: Mapping): PointedHeads {
  const { sheet, table } = fitMapping(beginning, mapping)
  return pointed(mapping, sheet, table)
}

function pointed(mapping: Mapping, sheet: Sheet, table: HeadTable): PointedHeads {
  const { rows } = tableRows(sheet, table)
  return {
    mapping,
    sheet: sheet.name,
    headRows: { first: table.first, last: table.last },
    columns: table.heads.map(({ column, text }) => ({
      letters: columnLetters(column),
      text,
      examples: [...new Set(rows.map((row) => cellText(row.cells[column])).filter((each) => each !== ''))]
        .slice(0, EXAMPLES)
        .map((each) => [...each].slice(0, LONGEST).join('')),
    })),
  }
}
