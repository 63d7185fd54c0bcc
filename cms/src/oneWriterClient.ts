import {
  type Client,
  createClient,
  type InArgs,
  type InStatement,
  type Transaction,
  type TransactionMode,
} from '@libsql/client'

/** How long a write waits for its turn, in milliseconds. */
const LONGEST_WAIT = 10_000

export type OneWriterClient = Client & {
  /** The end of the transaction that began last: rejects with what kept it from being committed. */
  lastTransaction: () => Promise<void>
}

/**
 * A libsql client that lets one write at a time through, in order of arrival. libsql waits for locks on the event
 * loop and gives its connection with its PRAGMAs away to each transaction; without the queue concurrent saves fail.
 * Reads go through at once (WAL). `busyTimeout` (ms) is for other processes that write the same file.
 */
export function oneWriterClient(url: string, busyTimeout: number): OneWriterClient {
  const client = createClient({ url })
  const ready = client.executeMultiple(
    `PRAGMA busy_timeout = ${busyTimeout}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`,
  )
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

  async function transaction(mode: TransactionMode = 'write'): Promise<Transaction> {
    const giveBack = await takeTurn()
    try {
      await ready
      const own = createClient({ url })
      await own.executeMultiple(
        `PRAGMA busy_timeout = ${busyTimeout}; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;`,
      )
      const made = endingWith(await own.transaction(mode), () => {
        own.close()
        giveBack()
      })
      last = made.kept
      return made.transaction
    } catch (error) {
      giveBack()
      throw error
    }
  }

  const writing = {
    lastTransaction: () => last,
    transaction,
    execute: async (statement: InStatement, args?: InArgs) => {
      const run = () =>
        typeof statement === 'string' && args
          ? client.execute({ sql: statement, args })
          : client.execute(statement)
      if (!isRead(statement)) return inTurn(run)
      await ready
      return run()
    },
    batch: (statements: InStatement[], mode?: TransactionMode) =>
      inTurn(() => client.batch(statements, mode)),
    migrate: (statements: InStatement[]) => inTurn(() => client.migrate(statements)),
    executeMultiple: (sql: string) => inTurn(() => client.executeMultiple(sql)),
  }
  return new Proxy(client, {
    get: (target, name) => {
      if (name in writing) return writing[name as keyof typeof writing]
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  }) as OneWriterClient
}

/** A queue of turns: resolves with the function that gives the turn back. */
function turns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let giveBack = () => {}
    last = new Promise((resolve) => {
      giveBack = resolve
    })
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('数据库写入等了10秒没有轮到：多半是某个 hook 里的写入漏传了 req')),
        LONGEST_WAIT,
      )
    })
    try {
      await Promise.race([before, tooLate])
    } catch (error) {
      void before.then(giveBack)
      throw error
    } finally {
      clearTimeout(timer)
    }
    return giveBack
  }
}

function isRead(statement: InStatement): boolean {
  const sql = typeof statement === 'string' ? statement : statement.sql
  return /^\s*(select|pragma|explain)\b/i.test(sql)
}

/** The same transaction; `end` runs once when it is committed, rolled back or closed, `kept` tells whether it was committed. */
function endingWith(
  transaction: Transaction,
  end: () => void,
): { transaction: Transaction; kept: Promise<void> } {
  const { promise: kept, resolve, reject } = Promise.withResolvers<void>()
  kept.catch(() => {})
  let ended = false
  const close = () => {
    transaction.close()
    if (!ended) end()
    ended = true
  }
  const commit = async () => {
    try {
      await transaction.commit()
      resolve()
    } catch (error) {
      reject(error)
      throw error
    } finally {
      close()
    }
  }
  const rollback = async () => {
    reject(new Error('the transaction was rolled back'))
    try {
      await transaction.rollback()
    } finally {
      close()
    }
  }
  const watched = new Proxy(transaction, {
    get: (target, name) => {
      if (name === 'commit') return commit
      if (name === 'rollback') return rollback
      if (name === 'close')
        return () => {
          reject(new Error('the transaction was closed'))
          close()
        }
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { transaction: watched, kept }
}
