import { columnLetters } from '#domain/imports/cellAddress'
import { cellText } from '#domain/imports/cellText'
import { type FittedSheet, fitSheets, sheetsAlike } from '#domain/imports/fitMapping'
import { headAt } from '#domain/imports/headTable'
import type { ImportTable } from '#domain/imports/importTables'
import type { Mapping } from '#domain/imports/mapping'
import { type HeadsAt, proposeMapping } from '#domain/imports/proposal/proposeMapping'
import { tableRows } from '#domain/imports/tableRows'
import type { Workbook } from '#domain/imports/workbook'

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
  /** Other sheets with the same heads, which can be read together with it. */
  alike: string[]
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
  return pointed(beginning, mapping, {
    sheet,
    table: headAt(sheet, mapping.headRows.first, mapping.headRows.last),
  })
}

/** The same for a mapping that was saved. @throws {MappingUnfit} when it does not fit the file */
export function fitHeads(beginning: Workbook, mapping: Mapping): PointedHeads {
  const [first] = fitSheets(beginning, mapping)
  return pointed(beginning, mapping, first)
}

function pointed(beginning: Workbook, mapping: Mapping, fitted: FittedSheet): PointedHeads {
  const { sheet, table } = fitted
  const { rows } = tableRows(sheet, table)
  return {
    mapping,
    sheet: sheet.name,
    alike: mapping.own ? [] : sheetsAlike(beginning, fitted),
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
