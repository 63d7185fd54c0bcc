import { shanghaiDay } from '#domain/dates'
import type { ImportTable } from '#domain/imports/importTables'
import type { ImportWorld, KnownState } from '#domain/imports/importWorld'
import { TABLES } from '#domain/records/snapshot'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { rowFaults } from '../snapshot/rowFaults.ts'

/** What planning an import must know of the newsroom, as data: it can be sent to another process. */
export type WorldFacts = Omit<ImportWorld, 'state' | 'check'> & {
  /** By `table:key`. */
  states: Map<string, KnownState>
}

export function worldOf({ states, ...facts }: WorldFacts): ImportWorld {
  return {
    ...facts,
    state: (table, key) => states.get(`${table}:${key}`),
    check: (table, record) => checked(table, record),
  }
}

/** What a release would say against a record, as if it were published today. */
function checked(table: ImportTable, record: Record<string, unknown>): { field: string; reason: string }[] {
  const today = shanghaiDay(Date.now())
  const candidate = {
    ...record,
    publishedOn: record.publishedOn ?? today,
    changedOn: record.changedOn ?? today,
  }
  const { schema } = TABLES[table]
  return rowFaults(table, schema.safeParse(candidate), candidate).map(({ field, reason }) => ({
    field,
    reason: issueInWords(schema, field, reason),
  }))
}
