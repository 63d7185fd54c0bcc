import type { z } from 'zod'
import { type FieldWords, fieldsOf } from '#domain/field'
import { type AnyRow, TABLES, type TableName } from '#domain/records/snapshot'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { messageOf } from '../snapshot/missingValues.ts'

type Doc = Record<string, unknown>
type Issue = z.core.$ZodIssue

/** A row that a page can be made of, null where too much is missing; and what is missing or was left out, in words. */
type Filled = { row: AnyRow | null; gaps: string[] }

/** So often something more is mended; a record has fewer fields. */
const MOST_MENDED = 60

/**
 * Makes of a record that is not complete one of which a page can be shown to who writes it: a text that is missing says
 * so itself, an item of a list that is not complete is left out, and everything else is as readers have it now. Nothing
 * of it is ever published.
 * @param standing what is public of the record
 */
export function withoutGaps(table: TableName, candidate: Doc, standing: AnyRow | null): Filled {
  const { schema } = TABLES[table]
  const fields = new Map(fieldsOf(schema).map((field) => [field.name, field]))
  const row = structuredClone(candidate)
  const gaps = new Set<string>()
  const tried = new Set<string>()
  for (let mended = 0; mended < MOST_MENDED; mended++) {
    const parsed = schema.safeParse(row)
    if (parsed.success) return { row: parsed.data as AnyRow, gaps: [...gaps] }
    const [issue] = parsed.error.issues as [Issue]
    gaps.add(issueInWords(schema, issue.path.join('.'), messageOf(issue, row)))
    if (!mend(row, issue, { fields, tried, standing: standing as Doc | null })) break
  }
  return { row: null, gaps: [...gaps] }
}

type Means = { fields: ReadonlyMap<string, FieldWords>; tried: Set<string>; standing: Doc | null }

/** Does for one issue the first thing that was not tried yet. Returns whether there was any. */
function mend(row: Doc, { path }: Issue, { fields, tried, standing }: Means): boolean {
  const [name, index] = path
  const field = fields.get(String(name))
  if (!field) return false
  const list = row[field.name]
  if (typeof index === 'number' && Array.isArray(list)) {
    list.splice(index, 1)
    return true
  }
  const first = (remedy: string) => {
    const isNew = !tried.has(`${field.name} ${remedy}`)
    tried.add(`${field.name} ${remedy}`)
    return isNew
  }
  const isProse = field.type === 'text' && !field.values && !field.names
  if (row[field.name] !== undefined && first('left out')) delete row[field.name]
  else if (isProse && first('says so')) row[field.name] = `〔${field.title}：还没有填〕`
  else if (standing?.[field.name] !== undefined && first('as it stands'))
    row[field.name] = standing[field.name]
  else return false
  return true
}
