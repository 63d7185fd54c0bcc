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
 * A MongoDB with transactions for tests: TEST_MONGO_URL, or a replica set of the mongod named by
 * MONGOMS_SYSTEM_BINARY, found on PATH or kept in .cache. Gives a sentence instead when there is none.
 * @param nodes how many servers the set has
 */
export async function startMongo(nodes = 1): Promise<Mongo | string> {
  const own = process.env.TEST_MONGO_URL
  return own ? onOwnServer(own) : startServers(nodes)
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

/** A database of its own on somebody's own servers, dropped in the end. */
async function onOwnServer(given: string): Promise<Mongo> {
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
