import type { CollectionAfterChangeHook } from 'payload'
import { fieldsOf } from '#domain/field'
import type { PrivateDecision } from '#domain/private/decisions'
import { undecided } from '#domain/private/decisions'
import { privateFields } from '#domain/private/privateFields'
import { spanInWords } from '#domain/private/privateMarks'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { issueInWords } from '../snapshot/issueInWords.ts'

/** After a draft is saved: the answer tells the private words in it, a sentence each, that will stand in the way of publishing. */
export function tellPrivate(table: TableName): CollectionAfterChangeHook {
  const { schema } = TABLES[table]
  const names = fieldsOf(schema).map(({ name }) => name)
  return ({ doc }) => {
    const record = doc as Record<string, unknown>
    if (record._status === 'published') return doc
    const all = privateFields(Object.fromEntries(names.map((name) => [name, record[name]])))
    const decisions = (record.privateDecisions ?? []) as PrivateDecision[]
    const found = [...all.filter(({ span }) => span.strength === 'certain'), ...undecided(all, decisions)]
    if (found.length === 0) return doc
    const words = found.map(({ field, text, span }) =>
      issueInWords(schema, field, `文字里${spanInWords(text, span)}`),
    )
    return { ...record, privateNumbers: words }
  }
}
