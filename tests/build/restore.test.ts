import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finishRestore } from '../../scripts/backups/finishRestore.ts'
import { makeBackup } from '../../scripts/backups/makeBackup.ts'
import { takeLock } from '../../scripts/processes/children/lock.ts'
import { removeFolder } from '../support/removeFolder.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'restore-'))
const backup = path.join(folder, 'old.tar.gz')
let dataDir = ''

/** A small newsroom: the tables that a backup looks at, and one photo. */
function newsroom(at: string, words: string): void {
  mkdirSync(path.join(at, 'media'), { recursive: true })
  writeFileSync(path.join(at, 'media', `${words}.webp`), `photo of ${words}`)
  const db = new DatabaseSync(path.join(at, 'shaoxiang.db'))
  db.exec(
    'PRAGMA journal_mode=WAL; CREATE TABLE payload_migrations (name TEXT); CREATE TABLE media (filename TEXT)',
  )
  db.prepare('INSERT INTO media VALUES (?)').run(`${words}.webp`)
  db.close()
}

/** What the newsroom in a folder holds, in words. */
function heldIn(at: string): { database: unknown; photos: string[] } {
  const db = new DatabaseSync(path.join(at, 'shaoxiang.db'))
  const database = db
    .prepare('SELECT filename FROM media')
    .all()
    .map(({ filename }) => filename)
  db.close()
  return { database, photos: readdirSync(path.join(at, 'media')) }
}
const state = (words: string) => ({ database: [`${words}.webp`], photos: [`${words}.webp`] })

/** Every file below a folder with the hash of its bytes; locks are held by being open and say nothing. */
function bytesOf(at: string): Record<string, string> {
  const files = readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.lock(-journal)?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((f) => [path.relative(at, f), createHash('sha256').update(readFileSync(f)).digest('hex')]),
  )
}

function npmRun(command: string, args: string[], env: Record<string, string> = {}) {
  return spawnSync('npm', ['run', '--silent', command, '--', ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', ...env },
    encoding: 'utf8',
  })
}

/** The same command without npm around it, which only costs time. */
function direct(command: string, args: string[]) {
  return spawnSync(process.execPath, [`scripts/${command}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    encoding: 'utf8',
  })
}

beforeAll(async () => {
  const old = path.join(folder, 'old')
  newsroom(old, 'old')
  const database = { kind: 'sqlite' as const, file: path.join(old, 'shaoxiang.db') }
  await makeBackup({ dataDir: old, database, file: backup, version: '0', now: new Date() })
})
beforeEach(() => {
  dataDir = mkdtempSync(path.join(folder, 'data-'))
  newsroom(dataDir, 'new')
})
afterAll(() => removeFolder(folder))

test('the commands: backup prints its path, restore puts it back and says where the rest is', () => {
  const made = npmRun('backup', [])
  expect([made.status, made.stderr]).toEqual([0, ''])
  const file = made.stdout.trim().split('\n').at(-1) as string
  expect(file.startsWith(path.join(dataDir, 'backups'))).toBe(true)
  const held = heldIn(dataDir)
  newsroomChanges()
  const restored = npmRun('restore', [file])
  expect([restored.status, restored.stderr]).toEqual([0, ''])
  expect(heldIn(dataDir)).toEqual(held)
  const [kept] = /\S+shaoxiang\.db\.before-restore-\S+/.exec(restored.stdout) ?? []
  const before = new DatabaseSync(kept as string)
  expect(before.prepare('SELECT count(*) AS n FROM media').get()).toEqual({ n: 2 })
  before.close()
})

function newsroomChanges(): void {
  const db = new DatabaseSync(path.join(dataDir, 'shaoxiang.db'))
  db.exec("INSERT INTO media VALUES ('later.webp')")
  db.close()
}

test('a backup is readable by its owner only, and no file is overwritten', () => {
  const file = path.join(dataDir, 'mine.tar.gz')
  expect(npmRun('backup', [file]).status).toBe(0)
  expect(spawnSync('stat', ['-c', '%a', file], { encoding: 'utf8' }).stdout.trim()).toBe('600')
  const bytes = readFileSync(file)
  const again = direct('backup', [file])
  expect(again.status).toBe(1)
  expect(again.stderr).toContain('已经有了')
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test.each(['start.lock', 'publisher.lock', 'backup.lock'])(
  'while another holds %s, restore ends with 3 and changes nothing',
  (name) => {
    const before = bytesOf(dataDir)
    const lock = takeLock(path.join(dataDir, name))
    const refused = name === 'start.lock' ? npmRun('restore', [backup]) : direct('restore', [backup])
    lock?.release()
    expect(refused.status).toBe(3)
    expect(refused.stderr).toContain(dataDir)
    expect(bytesOf(dataDir)).toEqual(before)
  },
)

describe('what is no backup ends with 4 in words and changes nothing', () => {
  const made = (name: string, bytes: Buffer | string) => {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    return file
  }
  const whole = () => readFileSync(backup)
  const flipped = () => {
    const bytes = gunzipSync(whole())
    const at = bytes.indexOf('photo of old')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return gzipSync(bytes)
  }
  const withHead = (from: string, to: string) =>
    gzipSync(Buffer.from(gunzipSync(whole()).toString('latin1').replace(from, to), 'latin1'))
  const other = () => {
    const at = mkdtempSync(path.join(folder, 'other-'))
    writeFileSync(path.join(at, 'notes.txt'), 'something else')
    spawnSync('tar', ['czf', path.join(folder, 'notes.tgz'), '-C', at, 'notes.txt'])
    return readFileSync(path.join(folder, 'notes.tgz'))
  }
  const upwards = () => {
    const at = mkdtempSync(path.join(folder, 'upwards-'))
    writeFileSync(path.join(at, 'escaped.txt'), 'outside')
    spawnSync('tar', [
      'czPf',
      path.join(folder, 'up.tgz'),
      '--transform',
      's#^#../../#',
      '-C',
      at,
      'escaped.txt',
    ])
    return readFileSync(path.join(folder, 'up.tgz'))
  }
  test.each([
    ['a file of words', () => 'not a backup at all', /不是能用的备份/],
    ['an empty file', () => '', /不是能用的备份/],
    ['a backup cut off', () => whole().subarray(0, whole().length - 200), /读不完整|缺少|不符/],
    ['a photo with one flipped bit', flipped, /media\/old\.webp 的内容与清单不符/],
    ['an archive of something else', other, /没有 manifest\.json/],
    ['an archive that steps out of its folder', upwards, /不是能用的备份/],
    ['a backup of another product', () => withHead('"shaoxiang"', '"elsewhere"'), /不是本系统的备份/],
    ['a backup of a later form', () => withHead('"format": 1', '"format": 2'), /第 2 版/],
    [
      'a backup of MongoDB',
      () => withHead('"sqlite",\n ', '"mongodb",\n'),
      /是 MongoDB 的备份，现在用的是 SQLite/,
    ],
  ])('%s', (name, bytes, words) => {
    const before = bytesOf(dataDir)
    const refused = direct('restore', [made(`${name}.tar.gz`, bytes())])
    expect([refused.status, refused.stdout]).toEqual([4, ''])
    expect(refused.stderr).toMatch(words)
    expect(bytesOf(dataDir)).toEqual(before)
    expect(existsSync(path.join(folder, 'escaped.txt'))).toBe(false)
  })

  test('a file that is not there', () => {
    expect(npmRun('restore', [path.join(folder, 'nothing')]).status).toBe(4)
  })

  test('a database of a newer version', async () => {
    const newer = mkdtempSync(path.join(folder, 'newer-'))
    newsroom(newer, 'newer')
    const file = path.join(newer, 'shaoxiang.db')
    const b = path.join(newer, 'b.tar.gz')
    await makeBackup({
      dataDir: newer,
      database: { kind: 'sqlite', file },
      file: b,
      version: '9',
      now: new Date(),
    })
    const at = mkdtempSync(path.join(folder, 'repack-'))
    spawnSync('tar', ['xzf', b, '-C', at])
    const db = new DatabaseSync(path.join(at, 'database.db'))
    db.exec("INSERT INTO payload_migrations VALUES ('29990101_later')")
    db.close()
    const bytes = readFileSync(path.join(at, 'database.db'))
    const head = JSON.parse(readFileSync(path.join(at, 'manifest.json'), 'utf8'))
    Object.assign(head.members[0], {
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    writeFileSync(path.join(at, 'manifest.json'), JSON.stringify(head))
    spawnSync('tar', ['czf', b, '-C', at, 'manifest.json', 'database.db', 'media/newer.webp'])
    const before = bytesOf(dataDir)
    const refused = direct('restore', [b])
    expect(refused.status).toBe(4)
    expect(refused.stderr).toContain('29990101_later')
    expect(bytesOf(dataDir)).toEqual(before)
  })
})

test('killed at any step, a restore leaves the old newsroom or is finished by whoever comes next, and the old one is kept', async () => {
  writeFileSync(path.join(dataDir, 'first-editor.txt'), 'a@b.c\nsecret\n')
  const script = path.join(ROOT, 'tests/support/product/killedRestore.ts')
  const run = (at: string) => spawnSync(process.execPath, [script, dataDir, backup, at], { encoding: 'utf8' })
  const steps = run('').stdout.trim().split('\n')
  expect(steps).toEqual(
    expect.arrayContaining(['unpacked', 'ready', 'decided', 'aside media', 'place media', 'in place']),
  )
  const decided = steps.indexOf('decided')
  for (const [i, name] of steps.entries()) {
    dataDir = mkdtempSync(path.join(folder, 'killed-'))
    newsroom(dataDir, 'new')
    writeFileSync(path.join(dataDir, 'first-editor.txt'), 'a@b.c\nsecret\n')
    expect(run(name).signal, name).toBe('SIGKILL')
    const finished = await finishRestore(dataDir, undefined)
    expect(finished !== null, name).toBe(i >= decided)
    expect(heldIn(dataDir), name).toEqual(state(i >= decided ? 'old' : 'new'))
    if (i < decided) continue
    const kept = new DatabaseSync(path.join(dataDir, 'shaoxiang.db.before-restore-2030-01-01T000000Z'))
    expect(kept.prepare('SELECT filename FROM media').get()).toEqual({ filename: 'new.webp' })
    kept.close()
    expect(existsSync(path.join(dataDir, 'media.before-restore-2030-01-01T000000Z/new.webp'))).toBe(true)
    expect(existsSync(path.join(dataDir, 'restored'))).toBe(true)
  }
})
