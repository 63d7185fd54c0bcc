import { startServers } from './mongo.ts'
import { mongodBinary } from './mongod.ts'

/**
 * Starts one MongoDB before the first file of a suite runs, on which every file has a database of its own: SHARED_MONGO_URL
 * names it. Files that stop servers or want a set of several start their own. Without a mongod nothing is started.
 * @returns what ends it after the last file; undefined for whoever found it started
 */
export default async function shareMongo(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_MONGO_URL || process.env.SHARED_MONGO_URL || !mongodBinary()) return undefined
  const mongo = await startServers(1)
  if (typeof mongo === 'string') return undefined
  process.env.SHARED_MONGO_URL = mongo.url
  return mongo.stop
}
