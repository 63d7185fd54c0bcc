import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from '../../scripts/processes/children/lock.ts'
import { refusalOf } from '../../scripts/processes/command/refusal.ts'
import { buildKey } from '../../scripts/processes/install/buildKey.ts'
import { copyBeforeMigration, inspectDatabase } from '../../scripts/processes/install/databaseFile.ts'
import { freePorts, npmStart } from '../support/product/startedProduct.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the database file', () => {
  const file = () => path.join(folder, 'x.db')
  function withMigrations(...names: string[]): void {
    const database = new DatabaseSync(file())
    database.exec('PRAGMA journal_mode=WAL; CREATE TABLE payload_migrations (name TEXT)')
    for (const name of names) database.prepare('INSERT INTO payload_migrations VALUES (?)').run(name)
    database.close()
  }

  test('a missing one is new, unless something has been published from it', () => {
    expect(inspectDatabase(file(), ['a'], false)).toEqual({ exists: false, pending: ['a'] })
    expect(() => inspectDatabase(file(), ['a'], true)).toThrow(/不见了/)
    writeFileSync(file(), '')
    expect(() => inspectDatabase(file(), ['a'], true)).toThrow(/空的/)
  })

  test('only what it has not had is pending', () => {
    withMigrations('a')
    expect(inspectDatabase(file(), ['a', 'b'], true)).toEqual({ exists: true, pending: ['b'] })
  })

  test('one from a newer version, or of something else, is refused', () => {
    withMigrations('a', 'z')
    expect(() => inspectDatabase(file(), ['a'], true)).toThrow(/更新的版本.*z/)
    rmSync(file())
    const other = new DatabaseSync(file())
    other.exec('CREATE TABLE invoices (x)')
    other.close()
    expect(() => inspectDatabase(file(), ['a'], false)).toThrow(/不是本系统的数据库/)
  })

  test('the copy before a migration holds what only the write-ahead log had', async () => {
    withMigrations('a')
    const writer = new DatabaseSync(file())
    writer.exec("INSERT INTO payload_migrations VALUES ('in the log')")
    const copy = await copyBeforeMigration(file(), folder, new Date('2026-01-02T03:04:05Z'))
    writer.close()
    expect(copy).toBe(path.join(folder, 'backups', 'before-migration-2026-01-02T030405Z.db'))
    const names = new DatabaseSync(copy).prepare('SELECT name FROM payload_migrations').all()
    expect(names.map(({ name }) => name)).toEqual(['a', 'in the log'])
  })
})

test('a build key follows names and bytes of sources, and nothing that a build writes', () => {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  write('cms/src/a.ts', '1')
  const key = () => buildKey(folder, ['cms', 'package.json'])
  const first = key()
  write('cms/.next/cache', 'x')
  write('cms/next-env.d.ts', 'x')
  expect(key()).toBe(first)
  write('cms/src/a.ts', '2')
  const changed = key()
  expect(changed).not.toBe(first)
  write('package.json', '{}')
  expect(key()).not.toBe(changed)
})

test('a lock has one holder, and the next when it is given back', () => {
  const file = path.join(folder, 'x.lock')
  const held = takeLock(file)
  expect(takeLock(file)).toBeNull()
  held?.release()
  expect(takeLock(file)).not.toBeNull()
})

test('a full disk is called a full disk, whichever step met it', () => {
  expect(refusalOf('生成编辑部', 'Error: ENOSPC: no space left on device', 6, 'x.log').code).toBe(5)
  expect(refusalOf('生成编辑部', 'Error: anything else', 6, 'x.log').code).toBe(6)
})

test('an error that already speaks to people is passed on alone', () => {
  const output = 'at x\nError: DATABASE_URL 缺少 replicaSet\n    at database (y)\nNode.js v24'
  expect(refusalOf('准备数据库', output, 4, 'x.log').message).toBe('DATABASE_URL 缺少 replicaSet')
  expect(refusalOf('准备数据库', 'at x\nError: strange', 4, 'x.log').message).toContain('x.log')
})

test('README lists every variable of the environment with its default', async () => {
  const { environment } = await import('#host/environment')
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8')
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'))
  for (const [name, schema] of Object.entries(environment.shape)) {
    const row = rows.find((line) => line.includes(`\`${name}\``))
    expect(row, name).toBeDefined()
    const byDefault = schema.safeParse(undefined)
    if (byDefault.success && byDefault.data !== undefined) expect(row).toContain(`\`${byDefault.data}\``)
  }
})

test.each([
  [1, 'EDITOR_EMAIL', { EDITOR_PASSWORD: 'seven wells and a pump' }],
  [1, 'EDITOR_EMAIL', { EDITOR_EMAIL: 'nobody', EDITOR_PASSWORD: 'seven wells and a pump' }],
  [1, 'SITE_URL', { SITE_URL: 'ftp://example.gov.cn/' }],
  [1, 'SITE_URL', { SITE_URL: 'https://example.gov.cn/?a=1' }],
  [1, 'CMS_URL', { CMS_URL: 'example.gov.cn' }],
  [1, 'SITE_PORT', { SITE_PORT: 'web' }],
  [3, 'SITE_PORT', { SITE_PORT: '4999', CMS_PORT: '4999' }],
  [1, 'DATABASE_URL', { DATABASE_URL: 'postgres://here/db' }],
  [4, 'DATA_DIR', { DATA_DIR: '/proc/no-folder-can-be-made-here' }],
])(
  'an environment that cannot be meant ends the start with %i and names %s before anything is built',
  async (code, name, env) => {
    const dataDir = path.join(folder, 'data')
    const started = npmStart({ ...(await freePorts()), DATA_DIR: dataDir, ...env })
    expect(await started.ended).toBe(code)
    expect(started.stderr()).toContain(name)
    expect(started.stderr().trim().split('\n')).toHaveLength(1)
    expect(started.stdout()).not.toContain('……')
    expect(existsSync(path.join(dataDir, 'logs'))).toBe(false)
  },
)
