import {
  type AnyRow,
  GLOBAL_NAMES,
  GLOBALS,
  type GlobalName,
  isSame,
  type Snapshot,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '../records/snapshot.ts'
import { type PublicChange, publicChanges } from './publicChanges.ts'

/** A record in which two snapshots differ: the whole row where it came or went, and what of it changed where it stayed. */
export type RecordDifference = {
  table: TableName
  key: string
  before?: AnyRow
  after?: AnyRow
  /** Values that people wrote; empty where the record came or went, or where only what a publication writes is another. */
  changes: PublicChange[]
}

/** Everything that the public state of one moment says otherwise than that of another. */
export type Difference = {
  records: RecordDifference[]
  globals: { global: GlobalName; changes: PublicChange[] }[]
  /** The day to which figures are counted; null while it is the same. */
  asOf: { before: string; after: string } | null
}

/** What differs between two snapshots: records by tables and in order of their keys, globals, and the day. Pure. */
export function difference(before: Snapshot, after: Snapshot): Difference {
  return {
    records: TABLE_NAMES.flatMap((table) => recordsApart(table, before, after)),
    globals: GLOBAL_NAMES.flatMap((global) => {
      const changes = publicChanges(GLOBALS[global].schema, globalOf(before, global), globalOf(after, global))
      return changes.length > 0 ? [{ global, changes }] : []
    }),
    asOf: before.asOf === after.asOf ? null : { before: before.asOf, after: after.asOf },
  }
}

function recordsApart(table: TableName, before: Snapshot, after: Snapshot): RecordDifference[] {
  const [was, is] = [before, after].map(({ tables }) => tables[table] as Map<string, AnyRow>) as [
    Map<string, AnyRow>,
    Map<string, AnyRow>,
  ]
  const found: RecordDifference[] = []
  for (const [key, row] of is) {
    const earlier = was.get(key)
    if (earlier === row || (earlier && isSame(earlier, row))) continue
    found.push(
      earlier
        ? { table, key, before: earlier, after: row, changes: changesOf(table, earlier, row) }
        : { table, key, after: row, changes: [] },
    )
  }
  for (const [key, row] of was) if (!is.has(key)) found.push({ table, key, before: row, changes: [] })
  return found.sort((a, b) => (a.key < b.key ? -1 : 1))
}

const changesOf = (table: TableName, before: AnyRow, after: AnyRow) =>
  publicChanges(TABLES[table].schema, before as Record<string, unknown>, after as Record<string, unknown>)

const globalOf = ({ settings, synonyms }: Snapshot, global: GlobalName): Record<string, unknown> =>
  global === 'site-settings' ? settings : synonyms
