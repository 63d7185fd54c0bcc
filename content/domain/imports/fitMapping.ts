import { findHead, HEAD_JOIN, type HeadTable, headAt, headText } from './headTable.ts'
import type { Mapping } from './mapping.ts'
import { neededHeads, ownTableOf } from './own/ownMapping.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** A mapping and a file that do not fit, in words. */
export class MappingUnfit extends Error {
  override readonly name = 'MappingUnfit'
}

/** A sheet that a mapping reads and where its table stands. */
export type FittedSheet = { sheet: Sheet; table: HeadTable }

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
export function fitMapping(workbook: Workbook, mapping: Mapping): FittedSheet {
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

/**
 * The same, with the sheets that are read together with it: their heads stand in the same columns.
 * @throws {MappingUnfit} naming what a sheet that is to be read misses
 */
export function fitSheets(workbook: Workbook, mapping: Mapping): [FittedSheet, ...FittedSheet[]] {
  const first = fitMapping(workbook, mapping)
  const { moreSheets } = mapping
  if (moreSheets === undefined) return [first]
  const others = workbook.sheets.filter((sheet) => sheet !== first.sheet)
  if (moreSheets === 'all') return [first, ...others.flatMap((sheet) => alike(sheet, first) ?? [])]
  return [
    first,
    ...moreSheets
      .filter((name) => name !== first.sheet.name)
      .map((name) => {
        const sheet = others.find((each) => each.name === name)
        if (!sheet) throw new MappingUnfit(`文件里没有“${name}”这张表：请改对照表里一起读的表`)
        const fitted = alike(sheet, first)
        if (fitted) return fitted
        throw new MappingUnfit(
          `“${name}”的表头和“${first.sheet.name}”的不一样，不能一起读：请另用一份对照表，或把它改成一样的`,
        )
      }),
  ]
}

/** Where the table of another sheet stands whose heads are the same in the same columns; null where there is none. */
function alike(sheet: Sheet, { table }: FittedSheet): FittedSheet | null {
  const heads = new Set(table.heads.flatMap(({ text }) => [text, ...text.split(HEAD_JOIN)]))
  const found = [headAt(sheet, table.first, table.last), findHead(sheet, (text) => heads.has(text))]
  const same = found.find(
    (each) => each !== null && JSON.stringify(each.heads) === JSON.stringify(table.heads),
  )
  return same ? { sheet, table: same } : null
}

/** Other sheets that could be read together with one. */
export function sheetsAlike(workbook: Workbook, first: FittedSheet): string[] {
  return workbook.sheets
    .filter((sheet) => sheet !== first.sheet && alike(sheet, first))
    .map(({ name }) => name)
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
