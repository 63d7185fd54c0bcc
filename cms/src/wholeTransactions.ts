import { APIError, type BaseDatabaseAdapter, type PayloadRequest } from 'payload'
import { hasWords } from './databaseErrors.ts'

/** Every method of an adapter that writes. */
const WRITES = [
  'create',
  'updateOne',
  'updateMany',
  'upsert',
  'deleteOne',
  'deleteMany',
  'createVersion',
  'updateVersion',
  'deleteVersions',
  'createGlobal',
  'updateGlobal',
  'createGlobalVersion',
  'updateGlobalVersion',
] as const satisfies readonly (keyof BaseDatabaseAdapter)[]

type Id = number | string
type MaybeId = Id | Promise<Id> | undefined
type Session = { inTransaction?: () => boolean }
type Adapter = BaseDatabaseAdapter & { sessions: Record<Id, Session | undefined> }
type Write = (args: { req?: Partial<PayloadRequest> }) => Promise<unknown>

/** A save that ended with nothing written; its words are for the person who saved. */
class NothingSaved extends APIError {
  constructor(cause: unknown) {
    super('没有保存：数据库没有完成这次写入，什么也没有改动。请再保存一次', 500, undefined, true)
    this.cause = cause
    // The bundler takes class names away, and an error without a name loses its sentence on the way to the person.
    this.name = 'APIError'
  }
}

/**
 * Makes an adapter acknowledge only what it has kept. Payload gathers the errors of a bulk operation and commits the
 * rest, commits nothing in silence when its transaction is gone, and Drizzle forgets an error of COMMIT itself: each
 * of these would tell an editor "saved" over half a record or none. Here the first write that fails dooms its
 * transaction, and a commit that did not happen throws.
 * @param ended waits for the end of the transaction that began last and throws when it was not kept (SQLite)
 */
export function wholeTransactions(
  adapter: BaseDatabaseAdapter,
  ended?: () => Promise<void>,
): BaseDatabaseAdapter {
  const db = adapter as Adapter
  const doomed = new Map<Id, unknown>()
  const ends = new Map<Id, Promise<void>>()

  for (const name of WRITES) {
    const write = db[name].bind(db) as unknown as Write
    const watched: Write = async (args) => {
      try {
        return await write(args)
      } catch (error) {
        const id = await args.req?.transactionID
        if (id !== undefined && id !== null && !doomed.has(id)) doomed.set(id, error)
        throw error
      }
    }
    Object.assign(db, { [name]: watched })
  }

  const begin = db.beginTransaction.bind(db)
  const commit = db.commitTransaction.bind(db)
  const rollback = db.rollbackTransaction.bind(db)

  db.beginTransaction = async (options) => {
    const id = await begin(options)
    if (id !== null && ended) ends.set(id, ended())
    return id
  }
  db.rollbackTransaction = async (given: MaybeId) => {
    const id = await given
    if (id === undefined) return
    doomed.delete(id)
    ends.get(id)?.catch(() => {})
    ends.delete(id)
    await rollback(id)
  }
  db.commitTransaction = async (given: MaybeId) => {
    const id = await given
    const session = id === undefined ? undefined : db.sessions[id]
    if (id === undefined || !session || session.inTransaction?.() === false)
      throw new NothingSaved('the transaction was rolled back before it could be committed')
    if (doomed.has(id)) {
      const cause = doomed.get(id)
      await db.rollbackTransaction(id)
      throw cause instanceof APIError || hasWords(cause) ? cause : new NothingSaved(cause)
    }
    const end = ends.get(id)
    ends.delete(id)
    await commit(id)
    await end?.catch((error: unknown) => {
      throw new NothingSaved(error)
    })
  }
  return db
}
