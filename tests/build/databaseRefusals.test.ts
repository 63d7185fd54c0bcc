import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EXIT, Refusal } from '../../scripts/processes/command/refusal.ts'
import { inspectDatabase } from '../../scripts/processes/install/databaseFile.ts'
import { prepareDataDir } from '../../scripts/processes/install/machine.ts'
import { mountSmallDisk, type SmallDisk } from '../support/product/smallDisk.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'refusals-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The code and words of a refusal. */
function refusalOf(work: () => unknown): { code: number; words: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, words: error.message }
    throw error
  }
  throw new Error('nothing was refused')
}

/** A whole database of some size. */
function database(): Buffer {
  const file = path.join(folder, 'whole.db')
  const db = new DatabaseSync(file)
  db.exec('CREATE TABLE payload_migrations (name TEXT); CREATE TABLE cases (title TEXT); BEGIN')
  for (let i = 0; i < 500; i++) db.prepare('INSERT INTO cases VALUES (?)').run(`第${i}件 ${'字'.repeat(40)}`)
  db.exec('COMMIT')
  db.close()
  return readFileSync(file)
}

describe('a database that is not whole is refused with 4 by name, and not one byte of it changes', () => {
  const middle = (bytes: Buffer) => {
    const broken = Buffer.from(bytes)
    broken.fill(0x5a, 4096, 4096 + 6000)
    return broken
  }
  test.each([
    ['cut off in the middle', (b: Buffer) => b.subarray(0, Math.floor(b.length / 2) + 100)],
    ['cut off within its head', (b: Buffer) => b.subarray(0, 60)],
    ['of zeros', (b: Buffer) => Buffer.alloc(b.length)],
    ['of noise', (b: Buffer) => Buffer.from(b.map((_, i) => (i * 167 + 13) % 251))],
    ['with pages overwritten', middle],
    ['of words', () => Buffer.from('这不是数据库。'.repeat(1000))],
  ])('%s', (_, damage) => {
    const file = path.join(folder, 'x.db')
    const bytes = damage(database())
    writeFileSync(file, bytes)
    const { code, words } = refusalOf(() => inspectDatabase(file, [], false))
    expect(code).toBe(EXIT.data)
    expect(words).toContain(file)
    expect(words).toContain('npm run restore')
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })

  test('with a log cut off by a power cut it is whole, without what had not reached the disk', () => {
    const file = path.join(folder, 'x.db')
    const writer = new DatabaseSync(file)
    writer.exec(
      'PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE payload_migrations (name TEXT)',
    )
    for (let i = 0; i < 20; i++) writer.prepare('INSERT INTO payload_migrations VALUES (?)').run(`m${i}`)
    const left = path.join(folder, 'left')
    mkdirSync(left)
    const after = path.join(left, 'x.db')
    for (const ending of ['', '-wal']) writeFileSync(after + ending, readFileSync(file + ending))
    writer.close()
    const size = readFileSync(`${after}-wal`).length
    truncateSync(`${after}-wal`, size - 5000)
    const names = Array.from({ length: 20 }, (_, i) => `m${i}`)
    const { pending } = inspectDatabase(after, names, true)
    expect(pending.length).toBeGreaterThan(0)
    expect(pending).toEqual(names.slice(-pending.length))
  })
})

describe('on a small disk', () => {
  let disk: SmallDisk
  const mounted = mountSmallDisk(mkdtempSync(path.join(tmpdir(), 'disk-')), 4)
  if (typeof mounted === 'string') {
    console.log(`NOT RUN small-disk: ${mounted}`)
    test.skipIf(process.env.CI !== 'true')('a full and a read-only disk were tested', () =>
      expect(mounted).toBe('tested'),
    )
    return
  }
  disk = mounted
  disk.unmount()
  beforeEach(() => {
    disk = mountSmallDisk(path.join(folder, 'disk'), 4) as SmallDisk
  })
  afterEach(() => disk.unmount())

  test('that has too little room, a start is refused with 5 and says how much is left', () => {
    const { code, words } = refusalOf(() => prepareDataDir(disk.folder))
    expect(code).toBe(EXIT.space)
    expect(words).toMatch(/只剩 \d+ MB/)
  })

  test('that cannot be written, a folder and a database are refused with 4 by name', () => {
    const file = path.join(disk.folder, 'x.db')
    writeFileSync(file, database())
    disk.freeze()
    const folderRefusal = refusalOf(() => prepareDataDir(disk.folder))
    expect([folderRefusal.code, folderRefusal.words.includes(disk.folder)]).toEqual([EXIT.data, true])
    const fileRefusal = refusalOf(() => inspectDatabase(file, [], false))
    expect([fileRefusal.code, fileRefusal.words.includes(file)]).toEqual([EXIT.data, true])
  })

  test('that fills up, a backup ends with 5, leaves no half file and the database as it was', () => {
    const dataDir = path.join(disk.folder, 'data')
    mkdirSync(dataDir)
    const file = path.join(dataDir, 'shaoxiang.db')
    const db = new DatabaseSync(file)
    db.exec('CREATE TABLE payload_migrations (name TEXT); CREATE TABLE media (filename TEXT)')
    db.exec(
      'INSERT INTO media SELECT hex(randomblob(500)) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) SELECT i FROM n)',
    )
    db.close()
    const bytes = readFileSync(file)
    disk.fill()
    const target = path.join(folder, 'elsewhere.tar.gz')
    const ended = spawnSync(process.execPath, ['scripts/backup.ts', target], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
      encoding: 'utf8',
    })
    expect([ended.status, ended.stdout]).toEqual([5, ''])
    expect(ended.stderr).toContain('磁盘满了')
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(() => readFileSync(target)).toThrow(/ENOENT/)
  })
})
