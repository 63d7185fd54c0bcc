import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'
import { missingRows } from './missingRows.ts'
import { type OneWriterClient, oneWriterClient } from './oneWriterClient.ts'
import { versionTimes } from './versionTimes.ts'
import { wholeTransactions } from './wholeTransactions.ts'

/** After how long a MongoDB server that does not answer counts as away, in milliseconds. */
const SERVER_WITHIN = 5000

/**
 * The database behind a URL: an SQLite file with one writer and real transactions, or MongoDB.
 * Throws in words when the URL would silently run without transactions.
 */
export function database(url: string, root: string): DatabaseAdapterObj {
  return url.startsWith('file:') ? sqlite(url, root) : mongo(url, root)
}

function sqlite(url: string, root: string): DatabaseAdapterObj {
  const adapter = sqliteAdapter({
    client: { url },
    push: false,
    migrationDir: path.join(root, 'cms/src/migrations/sqlite'),
    autoIncrement: true,
    transactionOptions: { behavior: 'immediate' },
  })
  return {
    ...adapter,
    init: (args) => {
      const made = adapter.init(args)
      let client: OneWriterClient | undefined
      // Opened at the first use: a build imports this file and must not make a database.
      Object.defineProperty(made, 'client', {
        get: () => {
          mkdirSync(path.dirname(url.slice('file:'.length)), { recursive: true })
          client ??= oneWriterClient(url, 5000)
          return client
        },
        set: (given) => {
          client = given
        },
      })
      return wholeTransactions(
        versionTimes(missingRows(made)),
        () => client?.lastTransaction() ?? Promise.resolve(),
      ) as typeof made
    },
  }
}

function mongo(url: string, root: string): DatabaseAdapterObj {
  if (!/[?&]replicaSet=[^&]+/.test(url))
    throw new Error(
      'DATABASE_URL 缺少 replicaSet：没有副本集就没有事务，保存到一半的记录可能被公开。请写成 mongodb://主机/库名?replicaSet=rs0（一台也可以组成副本集）',
    )
  const adapter = mongooseAdapter({
    url,
    migrationDir: path.join(root, 'cms/src/migrations/mongodb'),
    ensureIndexes: true,
    // Only what a majority holds is read and counts as written: nothing read can be taken back by a new primary.
    connectOptions: {
      // Mongoose keeps back what is asked while it thinks itself disconnected, also after work that let no heartbeat in for
      // ten seconds, and fails it ten seconds later though the server answers. The driver knows by itself whom to ask.
      bufferCommands: false,
      serverSelectionTimeoutMS: SERVER_WITHIN,
      connectTimeoutMS: SERVER_WITHIN,
      heartbeatFrequencyMS: SERVER_WITHIN,
      readConcernLevel: 'majority',
      w: 'majority',
    },
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
  })
  return {
    ...adapter,
    init: (args) => wholeTransactions(versionTimes(adapter.init(args))),
  } as DatabaseAdapterObj
}
