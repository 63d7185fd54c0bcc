import type { EventKind } from '../../vocabulary.ts'
import { cellText } from '../cellText.ts'
import { cellDate } from '../dates/cellDate.ts'
import { fieldTarget } from '../fieldTargets.ts'
import { findHead, HEAD_JOIN, type Head, type HeadTable, headAt } from '../headTable.ts'
import { IMPORT_TABLES, type ImportTable } from '../importTables.ts'
import type { FieldRule, Mapping, TimelineRule } from '../mapping.ts'
import { recognisedOwn } from '../own/ownMapping.ts'
import { tableRows } from '../tableRows.ts'
import { valueOfWord } from '../valueWords.ts'
import type { Sheet, SheetRow, Workbook } from '../workbook.ts'
import { EVENT_WORDS, HEAD_WORDS } from './headWords.ts'

/** How many rows are looked at for what a column holds. */
const LOOKED_AT = 200
const PHONE = /^(?:\+?86)?1[3-9]\d{9}$|^0\d{2,3}-?\d{7,8}$/

/** Words of heads that say nothing without the head above them. */
const BARE: readonly string[] = ['时间', '日期', '部门', '单位', '情况', '结果']
/** Heads of times by which something should happen, or of whether it did: no time at which it happened. */
const PLANNED = /应|要求|限|预计|计划|拟|承诺|截止|最迟|是否|时长|用时|天数/
/** Events that name the department that made them. */
const BY_DEPARTMENT: readonly EventKind[] = ['dispatch', 'accepted', 'arrival', 'done']

/** Where a person says that the head stands; what is left out is found. */
export type HeadsAt = {
  sheet?: string | undefined
  headRows?: { first: number; last: number } | undefined
}

/**
 * A first mapping for a file: what its heads and contents say, for a person to look over. A head that says nothing known
 * is left for the person. A workbook that the newsroom made has a mapping of its own, whatever it is to be called.
 * @param table which records the rows are; left out, the table whose words fit best
 */
export function proposeMapping(
  workbook: Workbook,
  name: string,
  table?: ImportTable,
  at: HeadsAt = {},
): Mapping {
  const own = at.sheet === undefined && at.headRows === undefined ? recognisedOwn(workbook) : null
  if (own) return own
  const sheets = workbook.sheets.filter((sheet) => at.sheet === undefined || sheet.name === at.sheet)
  const proposals = (table ? [table] : IMPORT_TABLES).flatMap((each) =>
    sheets.map((sheet) => proposed(sheet, each, at)),
  )
  const best = proposals.reduce((a, b) => (b.taken > a.taken ? b : a))
  return {
    name,
    version: 1,
    table: best.table,
    ...(workbook.sheets.length > 1 ? { sheet: best.sheet.name } : {}),
    ...(best.head ? { headRows: { first: best.head.first, last: best.head.last } } : {}),
    columns: best.columns,
    timeline: best.timeline,
    ...(best.key ? { key: best.key } : {}),
    names: {},
    ignored: [],
    private: {},
  }
}

type Proposal = {
  table: ImportTable
  sheet: Sheet
  head: HeadTable | null
  columns: FieldRule[]
  timeline: TimelineRule[]
  key: string | undefined
  /** How many columns found their field. */
  taken: number
}

function proposed(sheet: Sheet, table: ImportTable, { headRows }: HeadsAt): Proposal {
  const known = new Set(
    [...HEAD_WORDS[table], ...EVENT_WORDS.map(([, , words]) => ['', words] as const)].flatMap(
      ([, words]) => words,
    ),
  )
  const head = headRows
    ? headAt(sheet, headRows.first, headRows.last)
    : findHead(sheet, (text) => known.has(text))
  const left = new Map((head?.heads ?? []).map((each) => [each.text, each]))
  const rows = head ? tableRows(sheet, head).rows.slice(0, LOOKED_AT) : []
  const timeline = table === 'cases' ? takeEvents(left, rows) : []
  const columns: FieldRule[] = []
  let key: string | undefined
  for (const [field, words] of HEAD_WORDS[table]) {
    const found = taken(left, words)
    if (!found) continue
    left.delete(found.text)
    if (field === 'key') key = found.text
    else columns.push(ruleOf(table, field, found, rows))
  }
  if (table === 'cases') columns.push(...byContents(left, rows, columns))
  return {
    table,
    sheet,
    head,
    columns,
    timeline,
    key,
    taken: columns.length + timeline.length + (key ? 1 : 0),
  }
}

/** The column whose head is one of the words, or else holds one of them. */
function taken(left: ReadonlyMap<string, Head>, words: readonly string[]): Head | undefined {
  const heads = [...left.values()]
  for (const word of words) {
    const whole = heads.find(({ text }) => isWord(text, word))
    if (whole) return whole
  }
  return heads.find(({ text }) => words.some((word) => word.length > 2 && text.includes(word)))
}

/** Whether a head says a word, a remark in brackets apart; of heads in two rows the lower one alone where it says enough. */
function isWord(text: string, word: string): boolean {
  const parts = text.replace(/\([^()]*\)$/, '').split(HEAD_JOIN)
  return parts.join('') === word || (parts.at(-1) === word && !BARE.includes(word))
}

/** A rule with the words of closed lists that are known; those that are not are asked about. */
function ruleOf(
  table: ImportTable,
  field: string,
  { text, column }: Head,
  rows: readonly SheetRow[],
): FieldRule {
  const target = fieldTarget(table, field)
  if (!target.values) return { field, heads: [text] }
  const words = new Set(rows.map((row) => cellText(row.cells[column])).filter((word) => word !== ''))
  const values = Object.fromEntries(
    [...words].flatMap((word) => {
      const value = valueOfWord(target, word)
      return typeof value === 'string' ? [[word, value]] : []
    }),
  )
  return { field, heads: [text], values }
}

/** Events whose column has dates in it, or nothing yet under the head of a time; a head alone may name something else. */
function takeEvents(left: Map<string, Head>, rows: readonly SheetRow[]): TimelineRule[] {
  const rules = new Map<string, TimelineRule>()
  const happened = new Map([...left].filter(([text]) => !PLANNED.test(text)))
  for (const [kind, part, words] of EVENT_WORDS) {
    if (part === 'at' && rules.has(kind)) continue
    const found = taken(happened, words)
    if (!found || (part === 'at' && !holdsDates(found, rows))) continue
    left.delete(found.text)
    happened.delete(found.text)
    const rule = rules.get(kind) ?? {
      kind,
      ...(BY_DEPARTMENT.includes(kind) ? { calledDepartments: true } : {}),
    }
    rules.set(kind, { ...rule, [part]: found.text })
  }
  return [...rules.values()]
}

function holdsDates({ column, text }: Head, rows: readonly SheetRow[]): boolean {
  const filled = rows.map((row) => row.cells[column]).filter((cell) => cellText(cell) !== '')
  const dates = filled.filter((cell) => {
    const read = cellDate(cell, { undatedYear: 2000, dateOrder: 'day-month-year' })
    return 'date' in read && read.date !== null
  })
  return filled.length > 0 ? dates.length >= filled.length / 2 : /(?:时间|日期)$/.test(text)
}

/** Columns known by what they hold where their head says nothing: telephone numbers are never to be public. */
function byContents(
  left: Map<string, Head>,
  rows: readonly SheetRow[],
  columns: readonly FieldRule[],
): FieldRule[] {
  if (columns.some(({ field }) => field === 'reporterPhone')) return []
  const phones = [...left.values()].find(({ column }) => {
    const texts = rows
      .map((row) => cellText(row.cells[column]).replace(/[\s-]/g, ''))
      .filter((text) => text !== '')
    return texts.length > 0 && texts.filter((text) => PHONE.test(text)).length >= texts.length / 2
  })
  return phones ? [{ field: 'reporterPhone', heads: [phones.text] }] : []
}
