import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { mongodBinary } from './mongod.ts'

/** What a test may do to the servers of a set that it started. */
export type MongoServers = {
  /** Ends the primary with SIGKILL; it does not come back. */
  killPrimary: () => void
  /** Stops every server as it stands, so that nobody answers. */
  suspend: () => void
  resume: () => void
}
export type Mongo = { url: string; stop: () => Promise<void> }

/**
 * A MongoDB with transactions for tests: a database on TEST_MONGO_URL or on the one that the suite shares, or a replica
 * set of the mongod named by MONGOMS_SYSTEM_BINARY, found on PATH or kept in .cache. Gives a sentence instead when there
 * is none.
 * @param nodes how many servers the set has at least
 */
export async function startMongo(nodes = 1): Promise<Mongo | string> {
  const given = process.env.TEST_MONGO_URL ?? (nodes === 1 ? process.env.SHARED_MONGO_URL : undefined)
  return given ? onServer(given) : startServers(nodes)
}

/** A replica set of servers that a test may stop, whatever TEST_MONGO_URL says. */
export async function startServers(nodes: number): Promise<(Mongo & { servers: MongoServers }) | string> {
  const binary = mongodBinary()
  if (!binary) return '没有 mongod：设 TEST_MONGO_URL 或 MONGOMS_SYSTEM_BINARY'
  process.env.MONGOMS_SYSTEM_BINARY = binary
  process.env.MONGOMS_RUNTIME_DOWNLOAD = 'false'
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false'
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  const set = await MongoMemoryReplSet.create({
    replSet: {
      count: nodes,
      storageEngine: 'wiredTiger',
      // As README.md advises: what a killed writer held is free again after this.
      args: ['--setParameter', 'transactionLifetimeLimitSeconds=10'],
    },
  })
  const instances = () => set.servers.flatMap((s) => s.instanceInfo?.instance ?? [])
  const signal = (name: NodeJS.Signals) => {
    for (const { mongodProcess } of instances()) mongodProcess?.kill(name)
  }
  return {
    url: set.getUri('shaoxiang'),
    servers: {
      killPrimary: () => {
        instances()
          .find((i) => i.isInstancePrimary)
          ?.mongodProcess?.kill('SIGKILL')
      },
      suspend: () => signal('SIGSTOP'),
      resume: () => signal('SIGCONT'),
    },
    stop: async () => {
      signal('SIGCONT')
      await set.stop()
    },
  }
}

/** A database of its own on servers that others use too, dropped in the end. */
async function onServer(given: string): Promise<Mongo> {
  const url = new URL(given)
  url.pathname = `/shaoxiang-test-${randomUUID().slice(0, 8)}`
  return {
    url: url.href,
    stop: async () => {
      const client = new MongoClient(url.href)
      await client.db().dropDatabase()
      await client.close()
    },
  }
}
