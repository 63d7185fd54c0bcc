import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

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

test('a write that waits for itself is named after ten seconds instead of hanging', {
  timeout: 20_000,
}, async () => {
  const { oneWriterClient } = await import('../../cms/src/oneWriterClient.ts')
  const client = oneWriterClient(`file:${path.join(dataDir, 'queue.db')}`, 1000)
  await client.execute('CREATE TABLE t (n INTEGER)')
  const open = await client.transaction('write')
  await expect(client.execute('INSERT INTO t VALUES (1)')).rejects.toThrow('漏传了 req')
  await open.execute('INSERT INTO t VALUES (2)')
  await open.commit()
  await client.execute('INSERT INTO t VALUES (3)')
  expect((await client.execute('SELECT n FROM t ORDER BY n')).rows.map((r) => r.n)).toEqual([2, 3])
  client.close()
})
