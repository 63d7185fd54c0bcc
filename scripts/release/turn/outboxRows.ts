import { type GlobalName, TABLES, type TableName } from '#domain/records/snapshot'
import type { Problem } from '../newsroom/collect.ts'
import type { OutboxRow } from '../newsroom/newsroom.ts'
import { recordOf } from './workInHand.ts'

const isTable = (name: string): name is TableName => name in TABLES
const GLOBAL_TYPES: readonly string[] = ['site-settings', 'synonyms'] satisfies GlobalName[]

/** The records that rows of the outbox name. */
export function recordsNamed(outbox: readonly OutboxRow[]): Map<TableName, Set<string>> {
  const named = new Map<TableName, Set<string>>()
  for (const row of outbox)
    if (isTable(row.recordType))
      named.set(row.recordType, (named.get(row.recordType) ?? new Set()).add(row.reference))
  return named
}

/** The same as one list, with the globals. */
export function keysNamed(outbox: readonly OutboxRow[]): string[] {
  return outbox.map((row) => recordOf({ table: row.recordType, key: row.reference }))
}

/** The rows that are done with: all but those of records that are held back. */
export function rowsDone(outbox: readonly OutboxRow[], held: readonly Problem[]): OutboxRow[] {
  const stuck = new Set(held.map((p) => `${p.table}/${p.key}`))
  return outbox.filter(
    (row) => GLOBAL_TYPES.includes(row.recordType) || !stuck.has(`${row.recordType}/${row.reference}`),
  )
}
