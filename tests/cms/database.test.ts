import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startMongo } from '../support/newsroom/mongo.ts'
import { mongodBinary } from '../support/newsroom/mongod.ts'
import { freePorts } from '../support/product/startedProduct.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-migrations-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const payloadBin = (...args: string[]) =>
  execFileSync(process.execPath, ['node_modules/payload/bin.js', ...args, '--disable-transpile'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      PAYLOAD_CONFIG_PATH: 'cms/src/payload.config.ts',
    },
  })

test('the migrations make exactly the tables that the collections need', () => {
  const folder = path.join(ROOT, 'cms/src/migrations/sqlite')
  const before = readdirSync(folder).sort()
  payloadBin('migrate')
  payloadBin('migrate:create', 'should-not-be', '--skip-empty')
  const after = readdirSync(folder).sort()
  for (const file of after) if (!before.includes(file)) rmSync(path.join(folder, file))
  expect(after).toEqual(before)
})

test('a MongoDB address without a replica set is refused in words: it would run without transactions', async () => {
  const { database } = await import('../../cms/src/database.ts')
  expect(() => database('mongodb://localhost/shaoxiang', ROOT)).toThrow('replicaSet')
  expect(() => database('mongodb://localhost/shaoxiang?replicaSet=rs0', ROOT)).not.toThrow()
})

test('a MongoDB that is no replica set, another set or not there is refused with the reason', async () => {
  const binary = mongodBinary()
  if (!binary) {
    console.log('NOT RUN cms-standalone: 没有 mongod')
    expect(process.env.CI).not.toBe('true')
    return
  }
  const { refuseStandalone } = await import('../../cms/src/refuseStandalone.ts')
  const { SITE_PORT: port } = await freePorts()
  const serve = async (...args: string[]) => {
    const server = spawn(binary, ['--port', port, '--dbpath', dataDir, '--bind_ip', '127.0.0.1', ...args], {
      stdio: 'ignore',
    })
    return async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGKILL')
      await ended
    }
  }
  const refused = (set: string) =>
    refuseStandalone(`mongodb://127.0.0.1:${port}/shaoxiang?replicaSet=${set}`).then(
      () => 'nothing',
      (error: Error) => error.message,
    )
  expect(await refused('rs0')).toContain(`连不上 MongoDB（127.0.0.1:${port}）`)
  const stop = await serve()
  try {
    expect(await refused('rs0')).toContain('不是副本集：没有副本集就没有事务')
  } finally {
    await stop()
  }
  const set = await startMongo()
  if (typeof set === 'string') throw new Error(set)
  try {
    await expect(refuseStandalone(set.url)).resolves.toBeUndefined()
    await expect(refuseStandalone(set.url.replace(/replicaSet=\w+/, 'replicaSet=other'))).rejects.toThrow(
      'DATABASE_URL 写的是 other',
    )
  } finally {
    await set.stop()
  }
})

test('a write that waits for itself is named at once instead of hanging, and what it waited for goes on', async () => {
  const { oneWriterClient } = await import('../../cms/src/oneWriterClient.ts')
  const { asOneCaller } = await import('../../cms/src/caller.ts')
  const client = oneWriterClient(`file:${path.join(dataDir, 'queue.db')}`, 1000)
  await client.execute('CREATE TABLE t (n INTEGER)')
  await asOneCaller(async () => {
    const open = await client.transaction('write')
    await expect(client.execute('INSERT INTO t VALUES (1)')).rejects.toThrow('漏传了 req')
    await open.execute('INSERT INTO t VALUES (2)')
    await open.commit()
    await client.execute('INSERT INTO t VALUES (3)')
  })
  expect((await client.execute('SELECT n FROM t ORDER BY n')).rows.map((r) => r.n)).toEqual([2, 3])
  client.close()
})

test('a turn that does not come because another caller has it means busy: the save may be repeated', {
  timeout: 20_000,
}, async () => {
  const { oneWriterClient } = await import('../../cms/src/oneWriterClient.ts')
  const { mayTryAgain } = await import('../../cms/src/databaseErrors.ts')
  const client = oneWriterClient(`file:${path.join(dataDir, 'queue.db')}`, 1000)
  const open = await client.transaction('write')
  const error = await client.execute('INSERT INTO t VALUES (4)').catch((e: unknown) => e)
  expect(mayTryAgain(error)).toBe(true)
  await open.rollback()
  client.close()
})
