import type { CollectionAfterChangeHook } from 'payload'
import { fieldsOf } from '#domain/field'
import { privateFields } from '#domain/private/privateFields'
import { markInWords } from '#domain/private/privateMarks'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { issueInWords } from '../snapshot/issueInWords.ts'

/** After a draft is saved: the answer tells the private numbers in it, a sentence each, that will stand in the way of publishing. */
export function tellPrivate(table: TableName): CollectionAfterChangeHook {
  const { schema } = TABLES[table]
  const names = fieldsOf(schema).map(({ name }) => name)
  return ({ doc }) => {
    const record = doc as Record<string, unknown>
    if (record._status === 'published') return doc
    const found = privateFields(Object.fromEntries(names.map((name) => [name, record[name]])))
    if (found.length === 0) return doc
    const words = found.map(({ field, mark }) => issueInWords(schema, field, `文字里${markInWords(mark)}`))
    return { ...record, privateNumbers: words }
  }
}
