import { type ChildProcess, execFile, execFileSync, fork, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '#domain/records/snapshot'
import { makeBackup } from '../../../scripts/backups/makeBackup.ts'
import type { Manifest } from '../../../scripts/backups/manifest.ts'
import { databasePlace } from '../../../scripts/backups/place.ts'
import { restoreBackup } from '../../../scripts/backups/restoreBackup.ts'
import { readProcessEnvironment } from '../../../scripts/processes/command/environment.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import type { NewsroomState } from '../../support/product/newsroomState.ts'
import { removeFolder } from '../../support/removeFolder.ts'

const CASES = 8
const BACKUPS = 2

/** What must hold on every database of a backup taken while editors write. `elsewhere` names another empty database. */
export function backupPromises(
  databaseUrl: () => string | undefined,
  elsewhere: (name: string) => string | undefined,
): void {
  let cms: TestCms
  let folder = ''
  let photo = ''
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
    cms = await openTestCms(databaseUrl(), CASES)
    photo = await publishPhoto()
    await cms.payload.update({
      collection: 'cases',
      where: { reference: { equals: 'WS-2022-000002' } },
      data: { internalNote: '行\u2028里\u2029的分隔', _status: 'published' },
    })
  })
  afterAll(async () => {
    await cms?.close()
    removeFolder(folder)
  })

  async function publishPhoto(): Promise<string> {
    const image = sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
    const form = new FormData()
    form.set('file', new File([new Uint8Array(await image.png().toBuffer())], 'a.png', { type: 'image/png' }))
    form.set('_payload', JSON.stringify({ alt: '东山墙', stage: 'before', looked: 'clear' }))
    const { doc } = (await cms.rest('publisher', 'POST', 'media', form)).body as {
      doc: { id: number; filename: string }
    }
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
    await cms.rest('publisher', 'PATCH', `cases/${id}`, { photos: [doc.id], _status: 'published' })
    return doc.filename
  }

  const place = (dataDir: string, url: string | undefined) =>
    databasePlace(readProcessEnvironment({ DATA_DIR: dataDir, DATABASE_URL: url }))

  const fileOf = (name: string) => path.join(folder, `${name}.tar.gz`)
  const here = () => ({ dataDir: cms.dataDir, url: databaseUrl() })
  /** The real command, in a process of its own as always. */
  async function backUpByCommand(name: string): Promise<string> {
    const command = path.resolve(import.meta.dirname, '../../../scripts/backup.ts')
    const env = { ...process.env, DATA_DIR: cms.dataDir, DATABASE_URL: databaseUrl() ?? '' }
    await promisify(execFile)(process.execPath, [command, fileOf(name)], { env })
    return fileOf(name)
  }
  async function backUp(name: string, { dataDir, url } = here(), step = () => {}): Promise<string> {
    const file = fileOf(name)
    await makeBackup({ dataDir, database: place(dataDir, url), file, version: '0', now: new Date(), step })
    return file
  }

  async function restore(file: string, name: string): Promise<{ dataDir: string; url: string | undefined }> {
    const dataDir = path.join(folder, name)
    mkdirSync(dataDir, { recursive: true })
    const url = elsewhere(name)
    await restoreBackup({ dataDir, database: place(dataDir, url), file, version: '0', now: new Date() })
    return { dataDir, url }
  }

  function child(script: string, dataDir: string, url: string | undefined): ChildProcess {
    const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: url ?? '' }
    return fork(path.resolve(import.meta.dirname, '../../support/product', script), {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  }
  const firstWord = <T>(from: ChildProcess) =>
    new Promise<T>((resolve, reject) => {
      from.once('message', (message) => resolve(message as T))
      from.once('exit', (code) => reject(new Error(`the child ended by itself: ${code}`)))
    })
  const stateOf = (dataDir: string, url: string | undefined) =>
    firstWord<NewsroomState>(child('restoredState.ts', dataDir, url))
  const stateHere = async () => {
    const { newsroomState } = await import('../../support/product/newsroomState.ts')
    return newsroomState(cms.payload)
  }

  test('taken while a writer writes, each holds one moment: no torn record, no record of another time', async () => {
    const before = await stateHere()
    const began = new Map(before.cases.map((c) => [c.reference, c]))
    const writer = child('endlessWriter.ts', cms.dataDir, databaseUrl())
    const files: string[] = []
    try {
      await firstWord(writer)
      for (let i = 0; i < BACKUPS; i++) {
        await firstWord(writer)
        files.push(await backUpByCommand(`while-writing-${i}`))
      }
    } finally {
      const gone = new Promise((resolve) => writer.once('exit', resolve))
      writer.kill('SIGKILL')
      await gone
    }
    let written = 0
    for (const [i, file] of files.entries()) {
      const { dataDir, url } = await restore(file, `moment${i}`)
      const state = await stateOf(dataDir, url)
      const corrections = state.cases.map((c) => c.corrections - (began.get(c.reference)?.corrections ?? 0))
      // The writer begins a round when the last one is written: at one moment no case is two rounds ahead of another.
      expect(Math.max(...corrections) - Math.min(...corrections)).toBeLessThanOrEqual(1)
      expect(Math.max(...corrections)).toBeGreaterThanOrEqual(written)
      written = Math.max(...corrections)
      for (const c of state.cases) {
        const old = began.get(c.reference)
        const since = c.corrections - (old?.corrections ?? 0)
        expect(c).toMatchObject({
          events: old?.events,
          latest: c.place,
          outbox: (old?.outbox ?? 0) + since,
          acts: (old?.acts ?? 0) + since,
        })
      }
      // Besides what the writer writes, nothing of the public side differs.
      const rest = (text: string) =>
        sha256(text.replaceAll(/"(place|changedOn|changeNote|changeKind)":"[^"]*",?/g, ''))
      expect(rest(state.snapshot)).toBe(rest(before.snapshot))
    }
    expect(written).toBeGreaterThan(1)
  })

  test('what is restored into an empty place is the same newsroom: snapshot, drafts and photos, byte for byte', async () => {
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000003')
    await cms.rest('publisher', 'PATCH', `cases/${id}?draft=true`, { title: '还没有发的草稿' })
    const file = await backUp('quiet')
    const { dataDir, url } = await restore(file, 'same')
    expect(await stateOf(dataDir, url)).toEqual(await stateHere())
    expect(readdirSync(path.join(dataDir, 'media'))).toEqual([photo])
    expect(
      readFileSync(path.join(dataDir, 'media', photo)).equals(
        readFileSync(path.join(cms.dataDir, 'media', photo)),
      ),
    ).toBe(true)
    expect(readdirSync(dataDir).sort()).toEqual(expect.arrayContaining(['media', 'restored']))
    expect(readdirSync(dataDir)).not.toContain('secret')
  })

  test('again over what was restored and then written to, it is the old newsroom once more', async () => {
    const [dataDir, url] = [path.join(folder, 'same'), elsewhere('same')]
    const before = await stateHere()
    const writer = child('endlessWriter.ts', dataDir, url)
    await firstWord(writer)
    await firstWord(writer)
    const gone = new Promise((resolve) => writer.once('exit', resolve))
    writer.kill('SIGKILL')
    await gone
    const { before: kept } = await restoreBackup({
      dataDir,
      database: place(dataDir, url),
      file: fileOf('quiet'),
      version: '0',
      now: new Date('2030-01-01T00:00:00Z'),
    })
    expect(await stateOf(dataDir, url)).toEqual(before)
    expect(kept.every((each) => each.includes('before-restore-2030-01-01T000000Z'))).toBe(true)
    expect(kept.length).toBeGreaterThan(1)
  })

  test('a photo that goes between the database and the photos makes it begin again; one that is lost is told', async () => {
    const at = path.join(cms.dataDir, 'media', photo)
    const [goes, comes] = [() => renameSync(at, `${at}.gone`), () => renameSync(`${at}.gone`, at)]
    let looks = 0
    const again = await backUp('photo-goes', here(), () => (++looks === 1 ? goes() : comes()))
    expect([looks, headOf(again).missing]).toEqual([2, []])
    looks = 0
    const lost = await backUp('photo-lost', here(), () => (++looks === 1 ? goes() : undefined))
    comes()
    expect(headOf(lost).missing).toEqual([photo])
  })

  test('a backup of what was restored holds the same values, each of its own type', async () => {
    const file = await backUp('first')
    const again = await backUp('second', await restore(file, 'twice'))
    expect(valuesOf(again)).toEqual(valuesOf(file))
  })

  /** Every row of every table of an SQLite backup; of a MongoDB one the hashes of its lines, which spell out the types. */
  function valuesOf(file: string): unknown {
    const { members, database } = headOf(file)
    if (database === 'mongodb') return members
    const to = mkdtempSync(path.join(folder, 'values-'))
    execFileSync('tar', ['xzf', file, '-C', to])
    const db = new DatabaseSync(path.join(to, 'database.db'))
    const tables = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
    const rows = tables.map(({ name, sql }) => [sql, db.prepare(`SELECT * FROM "${name}"`).all()])
    db.close()
    return sha256(JSON.stringify(rows))
  }

  const headOf = (file: string): Manifest =>
    JSON.parse(spawnSync('tar', ['xzOf', file, 'manifest.json']).stdout.toString())
}
