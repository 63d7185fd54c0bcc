import { findHead, HEAD_JOIN, type HeadTable, headAt, headText } from './headTable.ts'
import type { Mapping } from './mapping.ts'
import { neededHeads, ownTableOf } from './own/ownMapping.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** A mapping and a file that do not fit, in words. */
export class MappingUnfit extends Error {
  override readonly name = 'MappingUnfit'
}

/** Every head that a mapping reads. */
export function headsOf(mapping: Mapping): string[] {
  const events = mapping.timeline.flatMap((rule) => [
    rule.at,
    rule.department,
    rule.body,
    rule.text,
    rule.upheld,
    rule.until,
  ])
  const all = [...mapping.columns.flatMap((rule) => rule.heads), ...events, mapping.key]
  return [...new Set(all.filter((head): head is string => head !== undefined).map(headText))]
}

/** The sheet that a mapping reads and where its table stands. @throws {MappingUnfit} naming what is missing */
export function fitMapping(workbook: Workbook, mapping: Mapping): { sheet: Sheet; table: HeadTable } {
  const wanted = mapping.own ? neededHeads(mapping.table) : headsOf(mapping)
  const sheets =
    mapping.sheet === undefined
      ? workbook.sheets
      : workbook.sheets.filter(({ name }) => name === mapping.sheet)
  if (sheets.length === 0)
    throw new MappingUnfit(
      `文件里没有“${mapping.sheet}”这张表，只有${workbook.sheets.map(({ name }) => `“${name}”`).join('、')}：请改对照表的工作表`,
    )
  const tried = sheets.map((sheet) => {
    const table = tableOf(sheet, mapping, wanted)
    const heads = new Set(table?.heads.map(({ text }) => text))
    return { sheet, table, missing: wanted.filter((head) => !heads.has(head)) }
  })
  const best = tried.reduce((a, b) => (b.missing.length < a.missing.length ? b : a))
  if (!best.table)
    throw new MappingUnfit(
      `“${best.sheet.name}”里找不到表头：表头是一行里的几个列名。请看看是不是这个文件，或在对照表里写明表头在第几行`,
    )
  if (best.missing.length > 0)
    throw new MappingUnfit(
      `对照表“${mapping.name}”要的列，“${best.sheet.name}”里没有：${best.missing.join('、')}。请换对照表，或改它的列`,
    )
  return { sheet: best.sheet, table: best.table }
}

function tableOf(sheet: Sheet, mapping: Mapping, wanted: readonly string[]): HeadTable | null {
  if (mapping.own) return ownTableOf(sheet, mapping.table)
  if (mapping.headRows) return headAt(sheet, mapping.headRows.first, mapping.headRows.last)
  const parts = new Set(wanted.flatMap((head) => [head, ...head.split(HEAD_JOIN)]))
  const found = findHead(sheet, (text) => parts.has(text))
  if (found === null || found.first === found.last) return found
  // A mapping may name the heads of the lower row alone.
  const lower = headAt(sheet, found.last, found.last)
  const has = ({ heads }: HeadTable) => wanted.every((head) => heads.some(({ text }) => text === head))
  return !has(found) && has(lower) ? lower : found
}
