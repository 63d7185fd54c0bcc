import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'

export type Mongo = { url: string; stop: () => Promise<void> }

/** Databases that files of this process have left empty; they go with their server. */
const kept = globalThis as typeof globalThis & { emptyDatabases?: string[] }

/** A database of its own on servers that others use too, dropped in the end. */
export function newDatabase(server: string): Mongo {
  const url = new URL(server)
  url.pathname = `/shaoxiang-test-${randomUUID().slice(0, 8)}`
  return { url: url.href, stop: () => inDatabase(url.href, (db) => db.dropDatabase()) }
}

/** A database with nothing in it, which the next file of this process may have after it. */
export function emptyDatabase(server: string): Mongo {
  kept.emptyDatabases ??= []
  const free = kept.emptyDatabases
  const url = free.pop() ?? newDatabase(server).url
  const empty = async () => {
    await inDatabase(url, async (db) => {
      const collections = await db.collections()
      await Promise.all(collections.map((each) => each.deleteMany({})))
    })
    free.push(url)
  }
  return { url, stop: empty }
}

async function inDatabase(
  url: string,
  work: (db: ReturnType<MongoClient['db']>) => Promise<unknown>,
): Promise<void> {
  const client = new MongoClient(url)
  await work(client.db())
  await client.close()
}
