import type { Client, InArgs, InStatement, Transaction } from '@libsql/client'
import { Connection } from './connection.ts'
import { turns } from './turns.ts'

export type OneWriterClient = Client & {
  /** The end of the transaction that began last: rejects with what kept it from being committed. */
  lastTransaction: () => Promise<void>
}

/**
 * A libsql client with one connection for all reads and one for all writes, which are let through one at a time, in
 * order of arrival. libsql waits for locks on the event loop and gives its connection, with its PRAGMAs, away to each
 * transaction, where only the garbage collector closes it: without this concurrent saves fail and memory grows with
 * every save. Reads go through at once (WAL). What is deleted is overwritten (`secure_delete`): what was erased for good is
 * not to stand in free pages. `busyTimeout` (ms) is for other processes that write the same file.
 */
export function oneWriterClient(url: string, busyTimeout: number): OneWriterClient {
  const pragmas = `PRAGMA busy_timeout = ${busyTimeout}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`
  const writer = new Connection(url, pragmas)
  const reader = new Connection(url, pragmas)
  const takeTurn = turns()
  let last: Promise<void> = Promise.resolve()
  let closed = false

  async function inTurn<Result>(write: (client: Client) => Promise<Result>): Promise<Result> {
    const giveBack = await takeTurn()
    try {
      return await writer.run(write)
    } finally {
      giveBack()
    }
  }

  return {
    lastTransaction: () => last,
    transaction: async () => {
      const giveBack = await takeTurn()
      let client: Client
      try {
        client = await writer.run(async (opened) => {
          await opened.execute('BEGIN IMMEDIATE')
          return opened
        })
      } catch (error) {
        giveBack()
        throw error
      }
      const { transaction, kept } = transactionOn(client, (failed) => {
        if (failed) writer.renew()
        giveBack()
      })
      last = kept
      return transaction
    },
    execute: async (statement: InStatement, args?: InArgs) => {
      const run = (client: Client) =>
        typeof statement === 'string' && args
          ? client.execute({ sql: statement, args })
          : client.execute(statement)
      return isRead(statement) ? reader.run(run) : inTurn(run)
    },
    batch: (statements) => inTurn((client) => client.batch(statements, 'write')),
    migrate: (statements) => inTurn((client) => client.migrate(statements)),
    executeMultiple: (sql) => inTurn((client) => client.executeMultiple(sql)),
    sync: async () => {
      throw new Error('a file of one machine has nothing to sync with')
    },
    close: () => {
      closed = true
      reader.close()
      writer.close()
    },
    get closed() {
      return closed
    },
    protocol: 'file',
  }
}

function isRead(statement: InStatement): boolean {
  const sql = typeof statement === 'string' ? statement : statement.sql
  // Emptying the log waits for whoever writes.
  return /^\s*(select|pragma(?!\s+wal_checkpoint)|explain)\b/i.test(sql)
}

/**
 * The transaction that was just begun on a connection. A statement that fails ends it: SQLite may have rolled back by
 * itself, and what followed would be written outside of any transaction.
 * @param ended called once, when it is committed, rolled back or closed; says whether a statement failed in it
 */
function transactionOn(
  writer: Client,
  ended: (failed: boolean) => void,
): { transaction: Transaction; kept: Promise<void> } {
  const { promise: kept, resolve, reject } = Promise.withResolvers<void>()
  kept.catch(() => {})
  let failed: unknown
  let closed = false

  const run = async (statement: InStatement) => {
    if (closed) throw new Error('the transaction is closed')
    if (failed !== undefined)
      throw new Error('an earlier statement of this transaction failed', { cause: failed })
    try {
      return await writer.execute(statement)
    } catch (error) {
      failed = error
      throw error
    }
  }
  const rollback = async () => {
    if (closed) return
    closed = true
    reject(failed ?? new Error('the transaction was rolled back'))
    let rolledBack = true
    // After some errors there is nothing left to roll back.
    await writer.execute('ROLLBACK').catch(() => {
      rolledBack = false
    })
    ended(failed !== undefined || !rolledBack)
  }
  const transaction: Transaction = {
    execute: run,
    batch: async (statements) => {
      const results = []
      for (const statement of statements) results.push(await run(statement))
      return results
    },
    executeMultiple: async () => {
      throw new Error('one statement at a time in a transaction')
    },
    commit: async () => {
      try {
        await run('COMMIT')
      } catch (error) {
        await rollback()
        throw error
      }
      closed = true
      resolve()
      ended(false)
    },
    rollback,
    close: () => void rollback(),
    get closed() {
      return closed
    },
  }
  return { transaction, kept }
}
