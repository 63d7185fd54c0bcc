import { emptyDatabase, type Mongo, newDatabase } from './mongoDatabases.ts'
import { mongodBinary } from './mongod.ts'

/** What a test may do to the servers of a set that it started. */
export type MongoServers = {
  /** Ends the primary with SIGKILL; it does not come back. */
  killPrimary: () => void
  /** Stops every server as it stands, so that nobody answers. */
  suspend: () => void
  resume: () => void
}

/**
 * A MongoDB with transactions for tests: a database on TEST_MONGO_URL or on the one that the suite shares, or a replica
 * set of the mongod named by MONGOMS_SYSTEM_BINARY, found on PATH or kept in .cache. Gives a sentence instead when there
 * is none.
 * @param isNew whether nobody may have had the database before; without that its collections and indexes may be there,
 *   empty: making them takes the server longer than most files take
 */
export async function startMongo(isNew = false): Promise<Mongo | string> {
  if (process.env.TEST_MONGO_URL) return newDatabase(process.env.TEST_MONGO_URL)
  const shared = process.env.SHARED_MONGO_URL
  if (!shared) return startServers(1)
  return isNew ? newDatabase(shared) : emptyDatabase(shared)
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
