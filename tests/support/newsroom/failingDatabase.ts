import type { Payload } from 'payload'
import type { TestCms } from './cmsDatabase.ts'

type Mongo = {
  collections: { outbox: { collection: { collectionName: string } } }
  connection: { db: { command: (command: object) => Promise<unknown> } }
  sessions: Record<string, { abortTransaction: () => Promise<void> }>
}
type Sqlite = {
  client: { executeMultiple: (sql: string) => Promise<void> }
  sessions: Record<string, { db: { run: (sql: string) => Promise<unknown> } }>
}

const mongoOf = (payload: Payload) =>
  'connection' in payload.db ? (payload.db as unknown as Mongo) : undefined
const sqliteOf = (payload: Payload) => payload.db as unknown as Sqlite

/** Lets the database itself refuse outbox rows of one record; the function that is returned ends that. */
export async function refuseOutboxRowsOf(cms: TestCms, reference: string): Promise<() => Promise<void>> {
  const mongo = mongoOf(cms.payload)
  if (mongo) {
    const collMod = mongo.collections.outbox.collection.collectionName
    const validate = (validator: object) => mongo.connection.db.command({ collMod, validator })
    await validate({ reference: { $ne: reference } })
    return async () => void (await validate({}))
  }
  const { client } = sqliteOf(cms.payload)
  await client.executeMultiple(`CREATE TRIGGER refuse_outbox BEFORE INSERT ON outbox
    WHEN NEW.reference = '${reference}' BEGIN SELECT RAISE(ABORT, 'refused by a test'); END`)
  return () => client.executeMultiple('DROP TRIGGER refuse_outbox')
}

/** Makes the commit of a transaction that is under way fail in the database. */
export async function endInTheDatabase(id: string | number, cms: TestCms): Promise<void> {
  const mongo = mongoOf(cms.payload)
  if (mongo) return mongo.sessions[id]?.abortTransaction()
  const { sessions } = sqliteOf(cms.payload)
  await sessions[id]?.db.run('PRAGMA defer_foreign_keys = ON')
  await sessions[id]?.db.run("INSERT INTO cases_rels (parent_id, path) VALUES (999999, 'x')")
}
