import { fieldsOf } from '../field.ts'
import { isSame, TABLES } from '../records/snapshot.ts'
import type { FieldChange } from './importPlan.ts'
import type { ImportTable } from './importTables.ts'

type Values = Readonly<Record<string, unknown>>

/** Fields that the product sets, and the key, which an import never changes. */
const NOT_COMPARED = [
  'origin',
  'publishedOn',
  'publishedTime',
  'changedOn',
  'changeNote',
  'photos',
  'sources',
]

/** What a newer file says of a record, beside what it said last and what editors made of it since. */
export type ThreeWays = {
  table: ImportTable
  /** What the file says now. */
  now: Values
  /** What the record is. */
  current: Values
  /** What the last import made of it; null when no import made it. */
  last: Values | null
}

/** The fields that would change, and those that an editor corrected by hand and that the file changes too. */
export function importedChanges({ table, now, current, last }: ThreeWays): {
  changes: FieldChange[]
  corrected: FieldChange[]
} {
  const { schema, key } = TABLES[table]
  const changes: FieldChange[] = []
  const corrected: FieldChange[] = []
  for (const { name, title } of fieldsOf(schema)) {
    if (name === key || NOT_COMPARED.includes(name)) continue
    const [before, after, then] = [current[name], now[name], last?.[name]]
    if (isSame(norm(before), norm(after))) continue
    // What no column says is left as it is.
    if (norm(after) === null && (last === null || norm(then) === null)) continue
    if (last !== null && isSame(norm(after), norm(then))) continue
    const change = { field: name, title, before: inWords(before), after: inWords(after) }
    if (last === null || isSame(norm(before), norm(then))) changes.push(change)
    else corrected.push(change)
  }
  return { changes, corrected }
}

/** Nothing, an empty text and an empty list are the same. */
function norm(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  return Array.isArray(value) && value.length === 0 ? null : value
}

function inWords(value: unknown): string | null {
  if (norm(value) === null) return null
  if (Array.isArray(value)) return value.map((each) => inWords(each) ?? '').join('\n')
  if (typeof value === 'object')
    return Object.values(value as object)
      .map(String)
      .join(' ')
  return String(value)
}
