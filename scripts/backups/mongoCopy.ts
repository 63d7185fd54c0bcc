import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BSON, type ClientSession, type Db, type Document, MongoClient } from 'mongodb'
import { LEASE_COLLECTION } from '../../cms/src/snapshot/publisherLease.ts'
import { EXIT, Refusal } from '../processes/command/refusal.ts'

const { EJSON } = BSON
/** Collections into which a restore loads what it puts in place when all of it is there. */
const LOADING = 'restoring_'
/** A collection that every database of this product has. */
export const OURS = 'payload-migrations'
/** Documents written at once. */
const BATCH = 500
/** The moment of a snapshot is no longer kept by the server, or a collection was being made at it. */
const SNAPSHOT_LOST = [239, 246]
const ATTEMPTS = 3

/** Opens the database of a URL with every value in its own type, so that an Int32 stays one. */
export async function withMongo<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { promoteValues: false, bsonRegExp: true })
  try {
    await client.connect()
    return await work(client.db())
  } catch (error) {
    if (error instanceof Error && error.name === 'MongoServerSelectionError')
      throw new Refusal(`连不上 MongoDB：${error.message}。请检查 DATABASE_URL，以及它是否在运行`, EXIT.data)
    throw error
  } finally {
    await client.close()
  }
}

const isOfTheProduct = (name: string) =>
  !name.startsWith('system.') && !name.startsWith(LOADING) && name !== LEASE_COLLECTION

/** Names of the product's collections, in order; the lease of the publishers that run now is none of them. */
export async function collectionNames(db: Db): Promise<string[]> {
  const all = await db.listCollections().toArray()
  return all
    .filter(({ name, type }) => type === 'collection' && isOfTheProduct(name))
    .map(({ name }) => name)
    .sort()
}

/**
 * Writes every collection as it is at one moment, one line of canonical EJSON a document, while others write.
 * Returns the photos it names.
 * @throws {Refusal} 4 when the server does not keep a moment for as long as the reading takes
 */
export async function copyMongo(db: Db, folder: string): Promise<string[]> {
  if (!(await collectionNames(db)).includes(OURS))
    throw new Refusal(`还没有可备份的数据库：${db.databaseName}。请先运行 npm start`, EXIT.data)
  for (let attempt = 1; ; attempt++) {
    const session = db.client.startSession({ snapshot: true })
    try {
      return await copyAt(session, db, folder)
    } catch (error) {
      if (!SNAPSHOT_LOST.includes(Number((error as { code?: unknown }).code))) throw error
      if (attempt === ATTEMPTS)
        throw new Refusal(
          'MongoDB 保留同一时刻的时间比读完全部内容短：请把 minSnapshotHistoryWindowInSeconds 调大（默认 300 秒）再备份',
          EXIT.data,
        )
    } finally {
      await session.endSession()
    }
  }
}

async function copyAt(session: ClientSession, db: Db, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const photos: string[] = []
  for (const name of await collectionNames(db)) {
    const lines = async function* () {
      for await (const doc of db.collection(name).find({}, { session, sort: { _id: 1 } })) {
        if (name === 'media' && typeof doc.filename === 'string') photos.push(doc.filename)
        // readline takes these two for ends of lines as well.
        const text = EJSON.stringify(doc, { relaxed: false })
        yield `${text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(path.join(folder, `${name}.ndjson`)))
  }
  return photos
}

/** Drops what a restore that was not decided had loaded. */
export async function dropLoaded(db: Db): Promise<void> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (name.startsWith(LOADING)) await db.dropCollection(name)
}

/** Loads a file of lines into a collection beside the one that it is to become. */
export async function loadBeside(db: Db, name: string, file: string): Promise<void> {
  const collection = await db.createCollection(LOADING + name)
  let batch: Document[] = []
  let count = 0
  const write = async () => {
    if (batch.length > 0) await collection.insertMany(batch, { writeConcern: { w: 'majority' } })
    count += batch.length
    batch = []
  }
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (batch.push(EJSON.parse(line, { relaxed: false }) as Document) === BATCH) await write()
  }
  await write()
  const written = Number(await collection.countDocuments())
  if (written !== count) throw new Error(`${name} 写入 ${count} 条，读回 ${written} 条`)
}

/** Puts what was loaded in place of the collections of before, and drops those that the backup does not have. May be repeated. */
export async function putInPlace(db: Db, names: readonly string[]): Promise<void> {
  const loaded = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name))
  for (const name of names)
    if (loaded.has(LOADING + name)) await db.renameCollection(LOADING + name, name, { dropTarget: true })
  for (const name of await collectionNames(db)) if (!names.includes(name)) await db.dropCollection(name)
}
