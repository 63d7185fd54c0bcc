import { type Client, createClient, type InArgs, type InStatement, type Transaction } from '@libsql/client'
import { turns } from './turns.ts'

export type OneWriterClient = Client & {
  /** The end of the transaction that began last: rejects with what kept it from being committed. */
  lastTransaction: () => Promise<void>
}

/**
 * A libsql client with one connection for all reads and one for all writes, which are let through one at a time, in
 * order of arrival. libsql waits for locks on the event loop and gives its connection, with its PRAGMAs, away to each
 * transaction, where only the garbage collector closes it: without this concurrent saves fail and memory grows with
 * every save. Reads go through at once (WAL). `busyTimeout` (ms) is for other processes that write the same file.
 */
export function oneWriterClient(url: string, busyTimeout: number): OneWriterClient {
  const reader = createClient({ url })
  const writer = createClient({ url })
  const pragmas = `PRAGMA busy_timeout = ${busyTimeout}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`
  const ready = writer.executeMultiple(pragmas).then(() => reader.executeMultiple(pragmas))
  const takeTurn = turns()
  let last: Promise<void> = Promise.resolve()

  async function inTurn<T>(write: () => Promise<T>): Promise<T> {
    const giveBack = await takeTurn()
    try {
      await ready
      return await write()
    } finally {
      giveBack()
    }
  }

  const writing = {
    lastTransaction: () => last,
    transaction: async () => {
      const giveBack = await takeTurn()
      try {
        await ready
        await writer.execute('BEGIN IMMEDIATE')
      } catch (error) {
        giveBack()
        throw error
      }
      const { transaction, kept } = transactionOn(writer, giveBack)
      last = kept
      return transaction
    },
    execute: async (statement: InStatement, args?: InArgs) => {
      const run = (client: Client) =>
        typeof statement === 'string' && args
          ? client.execute({ sql: statement, args })
          : client.execute(statement)
      if (!isRead(statement)) return inTurn(() => run(writer))
      await ready
      return run(reader)
    },
    batch: (statements: InStatement[]) => inTurn(() => writer.batch(statements, 'write')),
    migrate: (statements: InStatement[]) => inTurn(() => writer.migrate(statements)),
    executeMultiple: (sql: string) => inTurn(() => writer.executeMultiple(sql)),
    close: () => {
      reader.close()
      writer.close()
    },
  }
  return new Proxy(reader, {
    get: (target, name) => {
      if (name in writing) return writing[name as keyof typeof writing]
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  }) as OneWriterClient
}

function isRead(statement: InStatement): boolean {
  const sql = typeof statement === 'string' ? statement : statement.sql
  return /^\s*(select|pragma|explain)\b/i.test(sql)
}

/**
 * The transaction that was just begun on a connection. A statement that fails ends it: SQLite may have rolled back by
 * itself, and what followed would be written outside of any transaction.
 * @param giveBack called once, when it is committed, rolled back or closed
 */
function transactionOn(
  writer: Client,
  giveBack: () => void,
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
    // After some errors there is nothing left to roll back.
    await writer.execute('ROLLBACK').catch(() => {})
    giveBack()
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
      giveBack()
    },
    rollback,
    close: () => void rollback(),
    get closed() {
      return closed
    },
  }
  return { transaction, kept }
}
