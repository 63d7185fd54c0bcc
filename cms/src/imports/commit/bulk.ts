import { and, eq, inArray, sql } from '@payloadcms/db-sqlite/drizzle'
import { ObjectId } from 'mongodb'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { Id } from './keptImport.ts'

type Row = Record<string, unknown>

/** The parts of the two adapters that write many rows with one statement. */
type Tables = Record<string, Record<string, never>>
type SqlTransaction = {
  insert: (table: unknown) => { values: (rows: readonly Row[]) => Promise<unknown> }
  update: (table: unknown) => { set: (values: Row) => { where: (where: unknown) => Promise<unknown> } }
}
type SqlAdapter = {
  name: 'sqlite'
  tables: Tables
  tableNameMap: Map<string, string>
  versionsSuffix: string
  sessions: Record<Id, { db: SqlTransaction } | undefined>
}
type Model = {
  insertMany: (rows: readonly Row[], options: object) => Promise<unknown>
  updateMany: (where: object, set: object, options: object) => Promise<unknown>
}
type MongoAdapter = {
  name: 'mongoose'
  collections: Record<string, Model>
  versions: Record<string, Model>
  sessions: Record<Id, object | undefined>
}

/** Rows of one statement: SQLite bounds the number of parameters. */
const AT_ONCE = 200

/** Creates rows of a collection whose fields are all its own: texts, numbers, JSON. In the transaction of the request. */
export async function createMany(req: PayloadRequest, collection: CollectionSlug, rows: readonly Row[]) {
  const { db, session } = await transactionOf(req)
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    const some = rows.slice(i, i + AT_ONCE)
    if (db.name === 'sqlite') await (session as SqlTransaction).insert(tableOf(db, collection)).values(some)
    else await modelOf(db.collections, collection).insertMany(some, { session })
  }
}

/** Sets fields of records and of the newest version of each, in the transaction of the request. */
export async function setOnMany(
  req: PayloadRequest,
  collection: CollectionSlug,
  { ids, values }: { ids: readonly Id[]; values: Row },
): Promise<void> {
  await setOn(req, collection, ids, values)
  const { db } = await transactionOf(req)
  const before = db.name === 'sqlite' ? 'version_' : 'version.'
  const named = Object.entries(values).map(([name, value]) => [`${before}${name}`, value])
  for (let i = 0; i < ids.length; i += AT_ONCE)
    await setOnVersions(req, collection, { newestOf: ids.slice(i, i + AT_ONCE) }, Object.fromEntries(named))
}

/** Sets columns of versions: of one, or of the newest of some records. */
export async function setOnVersions(
  req: PayloadRequest,
  collection: CollectionSlug,
  which: { id: Id } | { newestOf: readonly Id[] },
  values: Row,
): Promise<void> {
  const { db, session } = await transactionOf(req)
  if (db.name === 'sqlite') {
    const table = tableOf(db, collection, true) as { id: never; parent: never; latest: never }
    const where =
      'id' in which
        ? eq(table.id, which.id as never)
        : // The sign keeps SQLite from walking through the newest versions of all records there are.
          and(inArray(table.parent, [...which.newestOf]), sql`+${table.latest} = 1`)
    await (session as SqlTransaction).update(table).set(values).where(where)
    return
  }
  const where =
    'id' in which
      ? { _id: which.id }
      : { parent: { $in: which.newestOf.map((id) => new ObjectId(String(id))) }, latest: true }
  const versions = modelOf(db.versions, collection)
  await versions.updateMany(where, { $set: values }, { session, timestamps: false })
}

/** Sets texts on rows of a collection, in the transaction of the request. */
export async function setOn(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly Id[],
  values: Row,
): Promise<void> {
  const { db, session } = await transactionOf(req)
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const some = ids.slice(i, i + AT_ONCE)
    if (db.name === 'sqlite') {
      const table = tableOf(db, collection) as { id: never }
      await (session as SqlTransaction).update(table).set(values).where(inArray(table.id, some))
    } else
      await modelOf(db.collections, collection).updateMany(
        { _id: { $in: some } },
        { $set: values },
        { session, timestamps: false },
      )
  }
}

async function transactionOf(req: PayloadRequest) {
  const db = (req.payload as Payload).db as unknown as SqlAdapter | MongoAdapter
  const id = (await req.transactionID) as Id
  const found = db.sessions[id]
  if (!found) throw new Error('many rows are written in a transaction only')
  return { db, session: db.name === 'sqlite' ? (found as { db: SqlTransaction }).db : found }
}

function tableOf({ tables, tableNameMap, versionsSuffix }: SqlAdapter, slug: string, isVersions = false) {
  const snake = slug.replaceAll('-', '_')
  const name = tableNameMap.get(isVersions ? `_${snake}${versionsSuffix}` : snake)
  return tables[name ?? ''] ?? unknown(slug, isVersions)
}

function modelOf(models: Record<string, Model>, slug: string): Model {
  return models[slug] ?? unknown(slug)
}

function unknown(slug: string, isVersions = false): never {
  throw new Error(`the database has no ${isVersions ? 'versions of ' : ''}${slug}: nothing is written`)
}
