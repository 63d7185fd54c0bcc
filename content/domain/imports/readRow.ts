import type { CaseState } from '../vocabulary.ts'
import { caseState } from './caseState.ts'
import { caseTimeline } from './caseTimeline.ts'
import { cellText } from './cellText.ts'
import { fieldTarget, SERIAL } from './fieldTargets.ts'
import { fieldValue } from './fieldValue.ts'
import { headText } from './headTable.ts'
import type { Mapping } from './mapping.ts'
import { type ReadingKnowledge, RowReading } from './rowReading.ts'
import type { CellValue, SheetRow } from './workbook.ts'

/** A row of a workbook as a record of the newsroom, as far as it says it. */
export type ReadRow = {
  row: number
  /** Which sheet it stands in, where several are read together. */
  sheet?: string
  /** The source's own number; null where the mapping has no column for it or the row leaves it empty. */
  sourceKey: string | null
  /** Public fields by their names, other records by their keys. */
  record: Record<string, unknown>
  hidden: Record<string, string>
  reading: RowReading
}

/** Lists that a row does not mention are empty, not unknown. */
const LISTS: Readonly<Record<Mapping['table'], readonly string[]>> = {
  areas: [],
  departments: ['formerNames', 'otherNames', 'contacts'],
  duties: ['responsible', 'basis', 'wordings'],
  cases: ['duties', 'departments', 'evidence', 'photos', 'sources'],
  notices: [],
}

/** Reads rows of one table by one mapping. */
export function rowReader(known: ReadingKnowledge): (row: SheetRow) => ReadRow {
  const { mapping, table } = known
  const columns = new Map(table.heads.map(({ text, column }) => [text, column]))
  const rules = mapping.columns.map((rule) => ({ rule, target: fieldTarget(mapping.table, rule.field) }))
  return (sheetRow) => {
    const reading = new RowReading(sheetRow, known, columns)
    const record: Record<string, unknown> = Object.fromEntries(LISTS[mapping.table].map((name) => [name, []]))
    const hidden: Record<string, string> = {}
    for (const { rule, target } of rules) {
      const value = fieldValue(reading, rule, target)
      if (value === undefined) continue
      if (target.isPrivate) hidden[target.field] = String(value)
      else put(record, target.field, value)
    }
    if (mapping.table === 'cases') finishCase(reading, mapping, record)
    if (mapping.table === 'duties') finishDuty(record)
    if (mapping.table === 'departments') finishDepartment(record)
    record.origin = 'record'
    const { row, sheet } = sheetRow
    return {
      row,
      ...(sheet === undefined ? {} : { sheet }),
      sourceKey: sourceKeyOf(reading, mapping, sheet),
      record,
      hidden,
      reading,
    }
  }
}

function put(record: Record<string, unknown>, field: string, value: unknown): void {
  const [first, inner] = field.split('.') as [string, string?]
  if (inner === undefined) record[first] = value
  else record[first] = { ...(record[first] as object | undefined), [inner]: value }
}

function sourceKeyOf(reading: RowReading, mapping: Mapping, sheet: string | undefined): string | null {
  if (!mapping.key) return null
  const cell = reading.cell(mapping.key)
  if (!reading.isSound(mapping.key, 'sourceKey')) return null
  const spoiled = spoiledKey(cell)
  if (spoiled !== null) {
    reading.tell('spoiled-key', spoiled, 'sourceKey', mapping.key)
    return null
  }
  const text = cellText(cell).replace(/\s+/g, ' ')
  if (text === '')
    reading.tell('no-key', `没有来源编号（${headText(mapping.key)}）：请补上`, 'sourceKey', mapping.key)
  if (text === '') return null
  return mapping.keyOfSheet ? `${sheet}／${text}` : text
}

/** How spreadsheets write a long number into a text table. */
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d{1,2}$/i

/** Why a cell holds no number of the source any more, though it did; null where it is as it was written. */
function spoiledKey(cell: CellValue | undefined): string | null {
  const number = typeof cell === 'object' && cell !== null && 'number' in cell ? cell.number : cell
  if (typeof number === 'number' && Number.isInteger(number) && !Number.isSafeInteger(number))
    return '来源编号太长，表格软件把它存成了数，后几位已经丢了：请把这一列设成文本，重新导出'
  if (typeof cell === 'string' && SCIENTIFIC.test(cellText(cell)))
    return `来源编号被表格软件写成了“${cellText(cell)}”，后几位已经丢了：请把这一列设成文本，重新导出`
  if (typeof cell === 'object' && cell !== null && 'date' in cell)
    return `来源编号被表格软件改成了日期（${cell.date}），原来写的看不出来了：请把这一列设成文本，重新填`
  return null
}

function finishCase(reading: RowReading, mapping: Mapping, record: Record<string, unknown>): void {
  const lead = record.lead as string | undefined
  // Offices list the lead again among all the departments of a case.
  const others = (record.departments as string[]).filter((key) => key !== lead)
  record.departments = others
  const timeline = caseTimeline(reading, mapping.timeline, { lead, departments: others })
  const state = caseState(
    reading,
    {
      status: record.status as CaseState | undefined,
      lead,
      closedBy: record.closedBy as string | undefined,
      evidence: record.evidence as string[],
      departments: others,
    },
    timeline,
  )
  record.timeline = state.timeline
  if (state.status) record.status = state.status
  // Who closes and what was seen belong to closed cases only.
  if (state.status !== 'closed') {
    delete record.closedBy
    record.evidence = []
  }
}

function finishDuty(record: Record<string, unknown>): void {
  const { [SERIAL]: serial, category, code, lead } = record
  delete record[SERIAL]
  if (code === undefined && category !== undefined && serial !== undefined)
    record.code = `${category}-${serial}`
  if (category === undefined && typeof code === 'string')
    record.category = Number(/^(?:DEMO-)?([1-7])-/.exec(code)?.[1])
  record.responsible = (record.responsible as string[]).filter((key) => key !== lead)
}

/** A short name is the name itself where it is short enough. */
function finishDepartment(record: Record<string, unknown>): void {
  if (record.shortName === undefined && typeof record.name === 'string' && [...record.name].length <= 8)
    record.shortName = record.name
}
