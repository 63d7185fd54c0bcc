import { canonicalJson, sha256 } from '../records/snapshot.ts'
import { columnLetters } from './cellAddress.ts'
import { type FittedSheet, fitSheets, headsOf } from './fitMapping.ts'
import { headText } from './headTable.ts'
import type { ImportPlan, Outcome, PlannedRow } from './importPlan.ts'
import { OUTCOMES } from './importPlan.ts'
import type { ImportWorld } from './importWorld.ts'
import { MadeRecords } from './madeRecords.ts'
import type { Mapping } from './mapping.ts'
import { planOwnRows } from './own/planOwnRows.ts'
import { leftOutRow, planRow, type RowPlanning } from './planRow.ts'
import { gatherQuestions } from './questions.ts'
import { type ReadRow, rowReader } from './readRow.ts'
import { RowKeys } from './rowKeys.ts'
import type { ReadingKnowledge } from './rowReading.ts'
import { sheetsTogether } from './sheetsTogether.ts'
import { tellNeighbours } from './standing/plannedNeighbours.ts'
import type { SheetNote, SheetRow, Workbook } from './workbook.ts'

/**
 * A dry run: what an import would do with every row, found with the checks of the product. Nothing is written.
 * @throws {MappingUnfit} when the file has not the columns that the mapping reads
 */
export function planImport(workbook: Workbook, mapping: Mapping, world: ImportWorld): ImportPlan {
  const sheets = fitSheets(workbook, mapping)
  const [{ table }] = sheets
  const { rows, notes } = sheetsTogether(sheets, mapping)
  const made = new MadeRecords(mapping, world)
  const keys = new RowKeys(mapping, world, made.freeKeys)
  const left = new Set(mapping.leftOut?.sha256 === workbook.sha256 ? mapping.leftOut.rows : [])
  // What is left out becomes no record that other rows could name.
  const brought = rows.filter(({ row }) => !left.has(row))
  const knowing = { mapping, table, finders: keys.finders(table, brought) }
  const plan = mapping.own ? planOwnRows : planSourceRows
  const { planned, readRows } = plan(rows, left, knowing, { mapping, world, keys, made })
  const all = [...made.rows(), ...planned]
  tellNeighbours(all, mapping, world)
  const seen = new Set(planned.map((row) => row.sourceKey))
  return {
    file: { name: workbook.name, sha256: workbook.sha256, bytes: workbook.bytes },
    mapping: { name: mapping.name, version: mapping.version },
    table: mapping.table,
    sheet: sheets.map(({ sheet }) => sheet.name).join('、'),
    counts: countsOf(all),
    rows: all,
    vanished: [...world.imported]
      .filter(([sourceKey, row]) => !row.isUndone && !seen.has(sourceKey))
      .map(([sourceKey, { key }]) => ({ sourceKey, key })),
    questions: gatherQuestions(readRows),
    notes: [
      ...notes,
      ...headlessColumns(rows, table.heads),
      ...otherNotes(workbook, sheets, mapping, table.heads),
    ],
  }
}

/** The rows of a source, each a record by the rules of the mapping. */
function planSourceRows(
  rows: readonly SheetRow[],
  left: ReadonlySet<number>,
  knowing: Omit<ReadingKnowledge, 'make'>,
  planning: Omit<RowPlanning, 'sourceKeys' | 'rowsOf'>,
): { planned: PlannedRow[]; readRows: ReadRow[] } {
  const { mapping, made } = planning
  const read = rowReader({ ...knowing, make: (of, name) => made.make(of, name) })
  const readLeftOut = rowReader({ ...knowing, make: () => null })
  const allRows = rows.map((row) => (left.has(row.row) ? readLeftOut(row) : read(row)))
  const readRows = allRows.filter(({ row }) => !left.has(row))
  const sourceKeys = sourceKeysOf(readRows, mapping)
  const rowsOf = Map.groupBy(readRows, (row) => planning.keys.known(row))
  const all: RowPlanning = { ...planning, sourceKeys, rowsOf }
  const planned = allRows.map((row) => (left.has(row.row) ? leftOutRow(row, mapping) : planRow(row, all)))
  return { planned, readRows }
}

/** The keys by which rows are known again, and how many rows have each. */
function sourceKeysOf(rows: readonly ReadRow[], mapping: Mapping): Map<string, ReadRow[]> {
  for (const row of rows)
    if (!mapping.key) row.sourceKey = `=${sha256(canonicalJson(row.record)).slice(0, 24)}`
  return Map.groupBy(
    rows.filter((row) => row.sourceKey !== null),
    (row) => row.sourceKey as string,
  )
}

function countsOf(rows: readonly PlannedRow[]): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  for (const { outcome } of rows) counts[outcome]++
  return counts
}

/** Columns in which rows hold something under no head: no mapping can read them. */
function headlessColumns(rows: readonly SheetRow[], heads: readonly { column: number }[]): SheetNote[] {
  const headed = new Set(heads.map(({ column }) => column))
  const bare = new Set<number>()
  for (const { cells } of rows)
    cells.forEach((cell, at) => {
      if (cell !== null && !headed.has(at)) bare.add(at)
    })
  if (bare.size === 0) return []
  const named = [...bare]
    .sort((a, b) => a - b)
    .slice(0, 10)
    .map(columnLetters)
  const text = `${named.join('、')}${bare.size > 10 ? '等' : ''}列有内容、没有表头，没有读`
  return [{ kind: 'unused-columns', text }]
}

/** Columns that nothing reads and nobody decided to leave out, and other sheets with something in them. */
function otherNotes(
  workbook: Workbook,
  read: readonly FittedSheet[],
  mapping: Mapping,
  heads: readonly { text: string }[],
): SheetNote[] {
  const known = new Set([...headsOf(mapping), ...mapping.ignored.map(headText)])
  const unused = heads.map(({ text }) => text).filter((text) => !known.has(text))
  const others = workbook.sheets
    .filter((each) => each.rows.length > 0 && !read.some(({ sheet }) => sheet === each))
    .map(({ name }) => name)
  return [
    ...(unused.length > 0
      ? [{ kind: 'unused-columns' as const, text: `这些列没有用到：${unused.join('、')}` }]
      : []),
    ...(others.length > 0 ? [{ kind: 'outside' as const, text: `别的表没有读：${others.join('、')}` }] : []),
  ]
}
