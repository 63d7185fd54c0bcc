import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { type LockHolder, lockHolder } from '../support/newsroom/lockHolder.ts'

describe('a statement that fails', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-lock-'))
  const file = path.join(folder, 'a.db')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const LONE = [
    'INSERT INTO t VALUES (9)',
    'UPDATE t SET n = n + 100',
    'DELETE FROM t WHERE n = 2',
    'DELETE FROM t WHERE n = 3 RETURNING n',
    'CREATE TABLE other (n)',
  ]
  const WRONG = [
    'INSERT INTO t VALUES (1)',
    'INSERT INTO t VALUES (50), (1)',
    'INSERT INTO t VALUES (51), (1) RETURNING n',
    'UPDATE t SET n = 1',
    'INSERT INTO u VALUES (99)',
    'INSERT INTO nowhere VALUES (1)',
    "SELECT n, json_extract('{', '$.a') FROM t",
  ]

  test('frees at once whatever it held, whether the file was busy or the statement wrong, alone or in a transaction', async () => {
    const { oneWriterClient } = await import('../../cms/src/oneWriterClient.ts')
    const client = oneWriterClient(`file:${file}`, 50)
    await client.executeMultiple(`CREATE TABLE t (n INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2), (3);
      CREATE TABLE u (n INTEGER REFERENCES t (n) DEFERRABLE INITIALLY DEFERRED)`)
    const other = lockHolder(file)
    let next = 1000
    const allIsFree = async (after: string) => {
      expect([after, await other.isFree()]).toEqual([after, true])
      await client.execute(`INSERT INTO t VALUES (${++next})`)
      expect([after, 'a write', await other.isFree()]).toEqual([after, 'a write', true])
      const open = await client.transaction('write')
      await open.execute(`INSERT INTO t VALUES (${++next})`)
      await open.commit()
      expect([after, 'a transaction', await other.isFree()]).toEqual([after, 'a transaction', true])
      await other.run(`INSERT INTO t VALUES (${++next})`)
      const { rows } = await client.execute('SELECT max(n) AS n FROM t')
      expect([after, rows[0]?.n]).toEqual([after, next])
    }
    for (const sql of [...LONE, 'transaction']) {
      expect(await other.run('BEGIN IMMEDIATE')).toBeNull()
      const write = sql === 'transaction' ? client.transaction('write') : client.execute(sql)
      await expect(write).rejects.toThrow(/locked/)
      expect(await other.run('COMMIT')).toBeNull()
      await allIsFree(`busy: ${sql}`)
    }
    for (const sql of WRONG) {
      await client.execute(sql).then(
        () => expect(sql).toBe('a statement that fails'),
        () => {},
      )
      await allIsFree(`alone: ${sql}`)
      const open = await client.transaction('write')
      await open.execute(`INSERT INTO t VALUES (${++next})`)
      await open
        .execute(sql)
        .then(
          () => open.commit(),
          () => open.rollback(),
        )
        .catch(() => {})
      await allIsFree(`in a transaction: ${sql}`)
    }
    other.end()
    client.close()
  })
})

describe('while another process holds a write for six seconds', () => {
  let cms: TestCms
  let other: LockHolder
  beforeAll(async () => {
    cms = await openTestCms(undefined, 2)
    other = lockHolder(path.join(cms.dataDir, 'shaoxiang.db'))
  })
  afterAll(async () => {
    other?.end()
    await cms?.close()
  })

  test('neither a save nor the clearing of the outbox keeps the file locked afterwards', async () => {
    const { readOutbox, deleteOutbox } = await import('../../cms/src/snapshot/outbox.ts')
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
    const save = () => cms.rest('publisher', 'PATCH', `cases/${id}`, { place: '东门', _status: 'published' })
    const clear = async () => {
      const rows = await readOutbox(cms.payload)
      await deleteOutbox(
        cms.payload,
        rows.map((row) => row.id),
      )
    }
    await save()
    for (const attempt of [clear, save]) {
      expect(await other.run('BEGIN IMMEDIATE')).toBeNull()
      const trying = attempt().catch((error: unknown) => error)
      await pause(6000)
      expect(await other.run('COMMIT')).toBeNull()
      await trying
      expect(await other.isFree()).toBe(true)
      expect((await save()).status).toBe(200)
      expect(await other.isFree()).toBe(true)
    }
  })
})
