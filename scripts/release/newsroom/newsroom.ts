import type { Payload } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { clearBin } from '../../../cms/src/bin/clearBin.ts'
import { DATABASE_AWAY, isAway } from '../../../cms/src/databaseErrors.ts'
import { chainHistory, type HistoryHead, recordRestoredBackup } from '../../../cms/src/history/chain.ts'
import { openPayload } from '../../../cms/src/openPayload.ts'
import { deleteOutbox, readOutbox } from '../../../cms/src/snapshot/outbox.ts'
import { type LeaseDatabase, PublisherLease } from '../../../cms/src/snapshot/publisherLease.ts'
import { readAsOf } from '../../../cms/src/snapshot/readAsOf.ts'
import { type PublicGlobals, readGlobals } from '../../../cms/src/snapshot/readGlobals.ts'
import { readPublished, readPublishedPages } from '../../../cms/src/snapshot/readPublished.ts'
import { wasWithdrawn } from '../../../cms/src/snapshot/wasWithdrawn.ts'
import { publishDue } from '../../../cms/src/workflow/publishDue.ts'
import type { ReadAll, ReadRows } from './collect.ts'
import type { LeaseStore } from './leaseholder.ts'

/** One acknowledged change that is not yet live. */
export type OutboxRow = { id: string | number; recordType: string; reference: string; operation: string }

/** The newsroom as the publisher sees it. */
export type Newsroom = {
  readRows: ReadRows
  readAll: ReadAll
  readGlobals: () => Promise<PublicGlobals>
  /** Day of the newest act of publication; null while there was none. */
  readAsOf: () => Promise<string | null>
  readOutbox: () => Promise<OutboxRow[]>
  deleteOutbox: (ids: OutboxRow['id'][]) => Promise<void>
  /**
   * Hangs what the history has got on its chain, and says how it ends; null while there is none. A backup that was put
   * in its place is an entry of its own.
   */
  chainHistory: (isRestored?: boolean) => Promise<HistoryHead | null>
  /** Whether a lost record was acknowledged by an act of unpublishing or deleting. */
  wasWithdrawn: (table: TableName, key: string) => Promise<boolean>
  /** Publishes the versions whose time has come; a sentence each. `now` in milliseconds. */
  publishDue: (now: number) => Promise<string[]>
  /** Clears the bin of what has lain in it long enough; a sentence each. `now` in milliseconds. */
  clearBin: (now: number) => Promise<string[]>
  /** Ends imports that a process which is gone left in the middle; a sentence each. `now` in milliseconds. */
  settleImports: (now: number) => Promise<string[]>
  /** Deletes files to import that nobody has used for long; a sentence where there were some. `now` in milliseconds. */
  dropOldUploads: (now: number) => Promise<string[]>
}

/** The same question, asked of a database that may be away: then the error says so in words. */
function inWords<A extends unknown[], R>(ask: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await ask(...args)
    } catch (error) {
      throw isAway(error) ? new Error(DATABASE_AWAY, { cause: error }) : error
    }
  }
}

/** An opened CMS as the publisher's newsroom. */
export function newsroomOf(payload: Payload): Newsroom {
  return {
    readRows: inWords((table: TableName, keys: string[]) => readPublished(payload, table, keys)),
    readAll: async function* (table, live) {
      const pages = readPublishedPages(payload, table, undefined, live)
      const next = inWords(() => pages.next())
      for (let page = await next(); !page.done; page = await next()) yield page.value
    },
    readGlobals: inWords(() => readGlobals(payload)),
    readAsOf: inWords(() => readAsOf(payload)),
    readOutbox: inWords(() => readOutbox(payload)),
    deleteOutbox: inWords((ids: OutboxRow['id'][]) => deleteOutbox(payload, ids)),
    chainHistory: inWords(async (isRestored = false) => {
      if (isRestored) await recordRestoredBackup(payload)
      return chainHistory(payload)
    }),
    wasWithdrawn: inWords((table: TableName, key: string) => wasWithdrawn(payload, table, key)),
    publishDue: inWords((now: number) => publishDue(payload, now)),
    clearBin: inWords((now: number) => clearBin(payload, now)),
    // Where uploads lie is read from the environment when these are first called, not when this file is loaded.
    settleImports: inWords(async (now: number) => {
      const { settleImports } = await import('../../../cms/src/imports/commit/settleImports.ts')
      return settleImports(payload, now)
    }),
    dropOldUploads: inWords(async (now: number) => {
      const { dropOldUploads } = await import('../../../cms/src/imports/uploads/dropOldUploads.ts')
      return dropOldUploads(payload, now)
    }),
  }
}

export type OpenNewsroom = {
  newsroom: Newsroom
  /** Where several machines may share the database, the lease that decides which of them publishes; null on SQLite. */
  lease: LeaseStore | null
  /** Ends its connections. */
  close: () => Promise<void>
}

const connectionOf = (payload: Payload) => (payload.db as unknown as { connection: LeaseDatabase }).connection

/** Opens the CMS's database as the publisher's newsroom. */
export async function openNewsroom(): Promise<OpenNewsroom> {
  const payload = await openPayload()
  return {
    newsroom: newsroomOf(payload),
    lease: payload.db.name === 'mongoose' ? new PublisherLease(connectionOf(payload)) : null,
    close: () => payload.destroy(),
  }
}
