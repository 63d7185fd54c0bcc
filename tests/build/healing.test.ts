import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readdirSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoreBackup } from '../../scripts/backups/restoreBackup.ts'
import { openStore } from '../../scripts/release/store/store.ts'
import { liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { changeBehindItsBack } from '../support/product/changeRow.ts'
import {
  brokenFiles,
  type PublisherProcess,
  pageIn,
  startPublisher,
  statusIn,
} from '../support/product/publisherProcess.ts'
import { within } from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'

let cms: TestCms
let publisher: PublisherProcess
let database: { kind: 'sqlite'; file: string }
const ROOT = path.resolve(import.meta.dirname, '../..')
const CASE = (n: number) => `WS-2022-${String(n).padStart(6, '0')}`
const PAGE = (n: number) => `cases/2022/0000/${CASE(n)}.html`
const page = (n: number) => pageIn(cms.dataDir, PAGE(n))
const id = () => liveRelease(cms.dataDir)?.release.id

beforeAll(async () => {
  cms = await openTestCms(undefined, 8)
  database = { kind: 'sqlite', file: path.join(cms.dataDir, 'shaoxiang.db') }
  publisher = await startPublisher(cms.dataDir)
})
afterAll(async () => {
  await publisher?.stop('SIGKILL')
  removeFolder(cms.dataDir)
})

/** A change by an editor, waited for until readers see it. */
async function correct(n: number, title: string): Promise<void> {
  const address = `cases?where[reference][equals]=${CASE(n)}`
  expect((await cms.rest('publisher', 'PATCH', address, { title, _status: 'published' })).status).toBe(200)
  const isLive = await within(90_000, () => page(n)?.includes(title) ?? false)
  expect(isLive, publisher.log() + JSON.stringify(statusIn(cms.dataDir))).toBe(true)
}

test('a row changed behind the product’s back is found by the comparison after a start, and released', async () => {
  await publisher.stop('SIGTERM')
  changeBehindItsBack(
    database.file,
    `UPDATE cases SET title = '直接改在库里的题' WHERE reference = '${CASE(2)}'`,
  )
  publisher = await startPublisher(cms.dataDir)
  expect(publisher.progress.filter((words) => words.startsWith('核对中')).length).toBeGreaterThan(3)
  expect(page(2)).toContain('直接改在库里的题')
  expect(statusIn(cms.dataDir)).toMatchObject({ state: 'live', reason: null, release: id() })
})

test('a release that lost bytes in a power cut is found at the next start and whole again, with the same pages', async () => {
  await correct(3, '断电前的最后一版')
  await publisher.stop('SIGKILL')
  const store = openStore(cms.dataDir)
  const live = liveRelease(cms.dataDir)
  const tree = live?.roots.tree as string
  // The search index follows by itself and is not waited for.
  const pagesOf = (root: string) =>
    [...openStore(cms.dataDir).trees.walk(root)].filter((f) => !f.path.startsWith('search/'))
  const pages = pagesOf(tree)
  const lost = ['index.html', PAGE(3), 'data/cases.csv'].map((f) => store.trees.find(tree, f) as string)
  for (const blob of lost)
    for (const ending of ['', ...store.blobs.twinsOf(blob)]) truncateSync(store.blobs.pathOf(blob) + ending)
  truncateSync(`${store.trees.pathOf(store.trees.folderAt(tree, 'cases') as string)}.json`)
  expect(page(3)).toBe('')
  publisher = await startPublisher(cms.dataDir)
  expect(publisher.log()).toContain('不完整')
  expect(brokenFiles(cms.dataDir)).toEqual([])
  expect(page(3)).toContain('断电前的最后一版')
  expect(liveRelease(cms.dataDir)?.release.snapshot).toBe(live?.release.snapshot)
  expect(pagesOf(liveRelease(cms.dataDir)?.roots.tree as string)).toEqual(pages)
  const empty = readdirSync(store.blobs.folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && lstatSync(path.join(e.parentPath, e.name)).size === 0)
    .map((e) => e.name)
  expect(empty).toEqual([])
})

test('after a restore the publisher takes the restored newsroom for the truth: what it lacks goes, what differs comes back', async () => {
  const file = path.join(cms.dataDir, 'kept.tar.gz')
  const old = page(4)
  execFileSync(process.execPath, ['scripts/backup.ts', file], { cwd: ROOT })
  await correct(4, '备份以后才改的题')
  const { docs } = await cms.payload.find({
    collection: 'cases',
    where: { reference: { equals: CASE(5) } },
    depth: 0,
  })
  const {
    id: _,
    createdAt: __,
    updatedAt: ___,
    timeline,
    ...fields
  } = docs[0] as unknown as Record<string, unknown> & { timeline: { id?: string }[] }
  const copy = {
    ...fields,
    reference: CASE(90),
    title: '备份以后才有的事',
    timeline: timeline.map(({ id: ____, ...event }) => event),
  }
  expect((await cms.rest('publisher', 'POST', 'cases', copy)).status).toBe(201)
  expect(await within(90_000, () => page(90) !== null)).toBe(true)
  const asOf = liveRelease(cms.dataDir)?.release.asOf as string
  await publisher.stop('SIGTERM')
  await cms.payload.destroy()

  await restoreBackup({ dataDir: cms.dataDir, database, file, version: '0', now: new Date() })
  expect(page(90)).not.toBeNull()
  publisher = await startPublisher(cms.dataDir)
  expect(publisher.progress.some((words) => words.startsWith('核对中'))).toBe(true)
  expect(page(90)).toBeNull()
  const titleOf = (text: string | null) => /<h1[^>]*>([^<]*)/.exec(text ?? '')?.[1]
  expect(titleOf(page(4))).toBe(titleOf(old))
  expect(statusIn(cms.dataDir)).toMatchObject({ state: 'live', reason: null })
  // The day to which figures are counted never falls, also where the newest act of the restored newsroom is older.
  expect(liveRelease(cms.dataDir)?.release.asOf).toBe(asOf)
  const search = (file: string) => pageIn(cms.dataDir, `search/${file}`) ?? ''
  const { folder, dead } = JSON.parse(search('recent.json')) as { folder: string | null; dead: number[] }
  const ordinal = search(`${folder}/keys.txt`)
    .split('\n')
    .indexOf(`cases\t${CASE(90)}`)
  expect(ordinal === -1 || dead.includes(ordinal)).toBe(true)
  expect(existsSync(path.join(cms.dataDir, 'restored'))).toBe(false)
  expect(brokenFiles(cms.dataDir)).toEqual([])
})

test('after that a loss that nobody explains is held back again', async () => {
  await publisher.stop('SIGTERM')
  changeBehindItsBack(
    database.file,
    `PRAGMA foreign_keys = ON; DELETE FROM cases WHERE reference = '${CASE(6)}'`,
  )
  publisher = await startPublisher(cms.dataDir)
  expect(page(6)).not.toBeNull()
  expect(statusIn(cms.dataDir).reason).toContain(CASE(6))
})
