import type { BaseDatabaseAdapter } from 'payload'

/** Makes an adapter say null when it is asked to delete what is not there; the one for SQLite stumbles over it. */
export function missingRows<Adapter extends BaseDatabaseAdapter>(db: Adapter): Adapter {
  const { deleteOne } = db
  db.deleteOne = async (args) => {
    const { collection, where, req } = args
    const found = await db.findOne({ collection, where, req: req ?? {} })
    return found ? deleteOne.call(db, args) : (null as never)
  }
  return db
}
