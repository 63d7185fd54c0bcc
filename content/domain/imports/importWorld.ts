import type { PrivateDecision } from '../private/decisions.ts'
import type { Row, TableName } from '../records/snapshot.ts'
import type { FoundTable, ImportTable, MadeTable } from './importTables.ts'
import type { NamedRecord } from './nameFinder.ts'

/** What an earlier import made of a row of the source. */
export type ImportedRow = {
  key: string
  record: Record<string, unknown>
  hidden: Record<string, string>
  /** Taken back: the record is gone, its number waits for the row to come again. */
  isUndone: boolean
}

/** Whether a record is public. */
export type KnownState = 'public' | 'draft' | 'in-bin'

/** A record with its private fields, as it was at one saving. */
export type OwnState = { record: Record<string, unknown>; hidden: Record<string, string> }

/** A record of which the newsroom made a row of a workbook. */
export type OwnRecord = {
  /** As it is, with whatever draft waits. */
  now: OwnState
  /** As it was when the workbook was made; null where that saving is not known. */
  made: OwnState | null
  /** Whether it is public and somebody's draft of it waits: that goes first. */
  hasWaitingDraft: boolean
}

/** What planning needs to know of the newsroom. Everything was read before; planning writes nothing. */
export type ImportWorld = {
  /** Day of the import in Asia/Shanghai. */
  today: string
  named: Record<FoundTable, readonly NamedRecord[]>
  /** Keys in use, ever public or given away, of each table. */
  keys: Record<ImportTable, readonly string[]>
  /** Keys of the table of the rows that were public once and of which no record is there. */
  gone: ReadonlySet<string>
  /** What is public of the tables in which no two may have one name, as they are compared; read where the import publishes. */
  neighbours: Record<MadeTable, readonly Row<MadeTable>[]>
  /** Records that rows of the file may be about, as public rows by their keys. */
  current: ReadonlyMap<string, Record<string, unknown>>
  /** What people decided about private words in these records, where they did. */
  decisions: ReadonlyMap<string, readonly PrivateDecision[]>
  /** Keys of public records of which a draft of somebody waits. */
  waiting: ReadonlySet<string>
  /** Rows that earlier imports by this mapping brought, by their source key. */
  imported: ReadonlyMap<string, ImportedRow>
  /** Records of a workbook that the newsroom made, by their keys; for such a workbook only. */
  own?: ReadonlyMap<string, OwnRecord>
  /** Whether a record is there, and public; of those in the bin that they are there. */
  state: (table: TableName, key: string) => KnownState | undefined
  /** What a release would say against a record, private words apart, with the reason in the editor's words. */
  check: (table: ImportTable, record: Record<string, unknown>) => readonly { field: string; reason: string }[]
}
