import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { x as unpack } from 'tar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databasePlace } from '../../../scripts/backups/place.ts'
import { restoreBackup } from '../../../scripts/backups/restoreBackup.ts'
import { readProcessEnvironment } from '../../../scripts/processes/command/environment.ts'
import { makeSteps } from '../../../scripts/processes/command/steps.ts'
import { planDatabase, prepareData } from '../../../scripts/processes/install/data.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import { derivePasswordsThoroughly } from '../../support/newsroom/quickPasswords.ts'
import {
  type PublisherProcess,
  pageIn,
  startPublisher,
  statusIn,
} from '../../support/product/publisherProcess.ts'
import { within } from '../../support/product/startedProduct.ts'
import { removeFolder } from '../../support/removeFolder.ts'

const BEFORE = path.resolve(import.meta.dirname, '../../fixtures/installation-before')
const PAGE = (n: number) => `cases/2022/0000/WS-2022-00000${n}.html`

/** What must hold on every database of an installation that the code before has left (see tests/fixtures/README.md). */
export function upgradePromises(databaseUrl: () => string | undefined): void {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'upgrade-'))
  let publisher: PublisherProcess
  let payload: Payload
  let before: NonNullable<ReturnType<typeof liveRelease>>['release'] | undefined
  const page = (n: number) => pageIn(dataDir, PAGE(n))

  beforeAll(async () => {
    derivePasswordsThoroughly()
    process.env.DATA_DIR = dataDir
    process.env.DATABASE_URL = databaseUrl() ?? ''
    const environment = readProcessEnvironment()
    await unpack({ file: path.join(BEFORE, 'sqlite.tar.gz'), cwd: dataDir })
    if (environment.databaseFile === null) {
      for (const name of ['shaoxiang.db', 'media']) rmSync(path.join(dataDir, name), { recursive: true })
      const file = path.join(BEFORE, 'mongodb.tar.gz')
      const database = databasePlace(environment)
      await restoreBackup({ dataDir, database, file, version: '0', now: new Date() })
    }
    before = liveRelease(dataDir)?.release
    const say = () => {}
    const plan = planDatabase(environment)
    await prepareData(environment, plan, null, {
      steps: makeSteps({ say, now: Date.now }),
      say,
      announce: say,
      now: () => new Date(),
    })
    publisher = await startPublisher(dataDir)
    payload = await (await import('../../../cms/src/openPayload.ts')).openPayload()
  })
  afterAll(async () => {
    await publisher?.stop('SIGKILL')
    await payload?.destroy()
    removeFolder(dataDir)
  })

  test('is brought to the tables of this code, compared and published by it, with what still waited', async () => {
    const isLive = await within(90_000, () => page(5)?.includes('停机前刚刚更正') ?? false)
    expect(isLive, publisher.log()).toBe(true)
    const live = liveRelease(dataDir)?.release
    expect(live?.code).not.toBe(before?.code)
    expect(live?.asOf).toBe(before?.asOf)
    expect(live?.counts).toEqual(before?.counts)
    expect(statusIn(dataDir)).toMatchObject({ state: 'live', reason: null, release: live?.id })
  })

  test('keeps what was public and keeps back what was not', () => {
    expect(page(1)).toContain('东山墙')
    expect(readdirSync(path.join(dataDir, 'public', 'tree', 'media'))).toHaveLength(1)
    expect(page(2)).toContain('第2件：外墙掉砖')
    expect([page(4), page(9)]).toEqual([null, null])
  })

  test('reads a field that its records never had as what nobody has filled in', () => {
    const rows = pageIn(dataDir, 'data/snapshot/departments.ndjson')?.trimEnd().split('\n') ?? []
    expect(rows).toHaveLength(before?.counts.departments as number)
    for (const row of rows) expect(JSON.parse(row)).toMatchObject({ formerNames: [], otherNames: [] })
  })

  test('lets its editors in, and publishes a draft that lay there', async () => {
    const data = { email: 'editor@example.org', password: 'a long enough password' }
    const { user } = await payload.login({ collection: 'users', data })
    // Editors published: they keep that right.
    expect(user?.role).toBe('publisher')
    const asEditor = { user: { ...user, collection: 'users' } as never, overrideAccess: false }
    const { docs } = await payload.find({
      collection: 'cases',
      where: { reference: { equals: 'WS-2022-000002' } },
      depth: 0,
    })
    const id = docs[0]?.id as number | string
    const title = '第2件：草稿终于公开'
    await payload.update({ collection: 'cases', id, draft: true, data: { title }, ...asEditor })
    const note = { changeNote: '草稿写好了。', changeKind: 'addition' } as const
    await payload.update({ collection: 'cases', id, data: { ...note, _status: 'published' }, ...asEditor })
    const isLive = await within(90_000, () => page(2)?.includes('草稿终于公开') ?? false)
    expect(isLive, publisher.log()).toBe(true)
  })

  test('publishes what its code before did not know: a cadre’s arrival, and contacts as rows', async () => {
    const where = { reference: { equals: 'WS-2022-000001' } }
    const { docs } = await payload.find({ collection: 'cases', where, depth: 0 })
    const timeline = docs[0]?.timeline ?? []
    const cadre = {
      kind: 'cadre-arrival',
      at: timeline[0]?.at ?? '2022-06',
      body: '刘城村',
      post: '村支部委员',
    } as const
    const note = { changeNote: '补上的。', changeKind: 'addition' } as const
    const told = await payload.update({
      collection: 'cases',
      where,
      data: {
        timeline: [...timeline.slice(0, 1), cadre, ...timeline.slice(1)],
        ...note,
        _status: 'published',
      },
    })
    const contacted = await payload.update({
      collection: 'departments',
      where: { slug: { equals: 'chengjian' } },
      data: {
        contacts: [{ label: '值班室', number: '0791-88112233', hours: '24小时' }],
        ...note,
        _status: 'published',
      },
    })
    expect([...told.errors, ...contacted.errors]).toEqual([])
    const isLive = await within(90_000, () => {
      const office = pageIn(dataDir, 'departments/chengjian.html')
      return Boolean(page(1)?.includes('村支部委员') && office?.includes('tel:079188112233'))
    })
    expect(isLive, publisher.log()).toBe(true)
    expect(await within(30_000, () => statusIn(dataDir)?.state === 'live')).toBe(true)
    expect(statusIn(dataDir)).toMatchObject({ reason: null })
  })

  test('gets a search of its own', async () => {
    const isFound = await within(180_000, () => {
      const live = liveRelease(dataDir)?.release
      return live !== undefined && live.search?.release === live.id
    })
    expect(isFound, publisher.log()).toBe(true)
  })
}
