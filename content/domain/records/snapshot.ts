import { createHash } from 'node:crypto'
import { z } from 'zod'
import { day } from '../dates.ts'
import { area } from './area.ts'
import { caseRecord } from './case.ts'
import { department } from './department.ts'
import { duty } from './duty.ts'
import { notice } from './notice.ts'
import { page } from './page.ts'
import { practice } from './practice.ts'
import { reportedFigure } from './reportedFigure.ts'
import { reviewMeeting } from './reviewMeeting.ts'
import { siteSettings } from './siteSettings.ts'
import { source } from './source.ts'
import { synonyms } from './synonyms.ts'

/**
 * The one contract between the newsroom and the public side: only what stands here crosses.
 * Each table has its schema and the field that keys it; rows are kept in order of that key.
 */
export const TABLES = {
  areas: { schema: area, key: 'slug', label: '区域' },
  departments: { schema: department, key: 'slug', label: '部门' },
  duties: { schema: duty, key: 'code', label: '权责事项' },
  sources: { schema: source, key: 'slug', label: '来源' },
  cases: { schema: caseRecord, key: 'reference', label: '事项' },
  notices: { schema: notice, key: 'number', label: '督办文书' },
  'review-meetings': { schema: reviewMeeting, key: 'slug', label: '交账会' },
  practices: { schema: practice, key: 'slug', label: '典型做法' },
  'reported-figures': { schema: reportedFigure, key: 'slug', label: '通报数字' },
  pages: { schema: page, key: 'slug', label: '页面' },
} as const
export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]
export type Row<T extends TableName> = z.infer<(typeof TABLES)[T]['schema']>
export type AnyRow = Row<TableName>

/** The globals that cross, one row each. */
export const GLOBALS = {
  'site-settings': { schema: siteSettings, label: '本站设置' },
  synonyms: { schema: synonyms, label: '俗称词表' },
} as const
export type GlobalName = keyof typeof GLOBALS
export const GLOBAL_NAMES = Object.keys(GLOBALS) as GlobalName[]

/** All published records at one moment, keyed by their public keys. */
export type Snapshot = {
  /** Day to which figures are counted: the newest act of publication; it never falls. */
  asOf: string
  tables: { [T in TableName]: Map<string, Row<T>> }
  settings: z.infer<typeof siteSettings>
  synonyms: z.infer<typeof synonyms>
}

/** `manifest.json` of a written snapshot. */
export const manifest = z.object({
  format: z.literal(1),
  asOf: day,
  rows: z.record(z.enum(TABLE_NAMES), z.number().int().nonnegative()),
})

/** Public key of a row of a table. */
export function keyOf<T extends TableName>(table: T, row: Row<T>): string {
  return (row as Record<string, unknown>)[TABLES[table].key] as string
}

/**
 * JSON in one canonical form: keys sorted, undefined left out, no spaces. The same record gives the same
 * bytes on every machine and database.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  // Joined by hand: this runs over every view of a release, and the lists between would cost more than the text.
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === '' ? '' : ','}${canonicalJson(item)}`
    return `[${text}]`
  }
  const record = value as Record<string, unknown>
  for (const key of Object.keys(record).sort())
    if (record[key] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(record[key])}`
  return `{${text}}`
}

/** Whether two values have the same canonical form, without writing it down. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => isSame(item, b[i]))
    )
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const key in left) if (!isSame(left[key], right[key])) return false
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false
  return true
}

/** SHA-256 in hex of text or bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A key in another table that a record names. */
export type Named = { table: TableName; key: string }

function to(table: TableName, ...keys: (string | undefined)[]): Named[] {
  return keys.filter((k): k is string => k !== undefined).map((key) => ({ table, key }))
}

const NAMED: { [T in TableName]: (row: Row<T>) => Named[] } = {
  areas: (r) => to('areas', r.parent, r.replacedBy),
  departments: (r) => to('departments', r.replacedBy),
  duties: (r) => to('departments', r.lead, ...r.responsible),
  sources: () => [],
  cases: (r) => [
    ...to('areas', r.area),
    ...to('duties', ...r.duties),
    ...to('departments', r.lead, ...r.departments, ...r.timeline.map((e) => e.department)),
    ...to('sources', ...r.sources, ...r.timeline.map((e) => e.source)),
  ],
  notices: (r) => [...to('departments', r.recipient), ...to('cases', r.case)],
  'review-meetings': (r) => to('cases', ...r.cases),
  practices: (r) => [...to('areas', r.area), ...to('cases', ...r.cases), ...to('sources', ...r.sources)],
  'reported-figures': (r) => to('sources', r.source),
  pages: (r) => to('sources', ...r.sources),
}

/**
 * The keys that a record names in other tables, so that nothing published points at nothing. A notice names its
 * case and not the other way round (the pages link back where the notice is published), so publishing has an order.
 */
export function namedBy<T extends TableName>(table: T, row: Row<T>): Named[] {
  return NAMED[table](row)
}
