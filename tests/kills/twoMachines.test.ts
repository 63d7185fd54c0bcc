import { mkdirSync, mkdtempSync, readFileSync, readlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSteps } from '../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../scripts/processes/install/builds.ts'
import { Killable } from '../support/killable/killable.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { onMongo } from '../support/newsroom/onMongo.ts'
import { within } from '../support/product/startedProduct.ts'
import { removeFolder } from '../support/removeFolder.ts'

await onMongo('kills-two-machines', 'two machines on one MongoDB', (mongo) => {
  const homes = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-machines-'))
  const children: Killable[] = []
  let cms: TestCms
  let id: number | string
  beforeAll(async () => {
    cms = await openTestCms(mongo.url, 8)
    id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
    await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), cms.dataDir)
  })
  afterAll(async () => {
    await Promise.all(children.map((c) => c.kill()))
    await cms?.close()
    removeFolder(homes)
  })

  const homeOf = (name: string) => path.join(homes, name)
  /** A publisher of a machine with a `DATA_DIR` of its own; nobody waits for half a minute here. */
  const machine = (name: string) => {
    mkdirSync(homeOf(name), { recursive: true })
    const env = { DATA_DIR: homeOf(name), TEST_LEASE: JSON.stringify({ beat: 300, stale: 2500 }) }
    const child = new Killable('publisherChild.ts', [], env)
    children.push(child)
    return child
  }
  const stands = (holds: () => boolean) => within(180_000, holds)
  const status = (name: string) => readFileSync(path.join(homeOf(name), 'release-status.json'), 'utf8')
  const page = (name: string) =>
    readFileSync(path.join(homeOf(name), 'public/tree/cases/2022/0000/WS-2022-000002.html'), 'utf8')
  const publicLink = (name: string) => readlinkSync(path.join(homeOf(name), 'public'))
  const correct = async (title: string) => {
    const answer = await cms.rest('publisher', 'PATCH', `cases/${id}`, { title, _status: 'published' })
    expect(answer.status).toBe(200)
  }
  const shows = (name: string, title: string) => stands(() => page(name).includes(title))

  let one: Killable
  let two: Killable

  test('one publishes; the other one says whom it waits for', async () => {
    one = machine('one')
    expect(await stands(() => one.ready)).toBe(true)
    two = machine('two')
    expect(await stands(() => two.standby)).toBe(true)
    expect(two.ready).toBe(false)
    expect(status('two')).toContain(`另一台机器在发布（${os.hostname()} ${homeOf('one')}）`)
    await correct('第一台发布的')
    expect(await shows('one', '第一台发布的')).toBe(true)
    expect(two.ready).toBe(false)
  })

  test('one that sleeps past its lease is replaced, and makes nothing public when it wakes in the middle of a release', async () => {
    one.at('tree', 'SIGSTOP')
    await correct('睡着以前改的')
    expect(await stands(() => one.output.includes('SIGSTOP at tree'))).toBe(true)
    const link = publicLink('one')
    expect(await stands(() => two.ready)).toBe(true)
    expect(await shows('two', '睡着以前改的')).toBe(true)
    await correct('第二台发布的')
    expect(await shows('two', '第二台发布的')).toBe(true)

    one.process.kill('SIGCONT')
    expect(await stands(() => one.isGone)).toBe(true)
    expect(one.output).toContain('另一台机器接手了发布')
    expect(one.process.exitCode).toBe(0)
    expect(publicLink('one')).toBe(link)
    expect(page('two').includes('第二台发布的')).toBe(true)
    expect(await cms.takeOutbox()).toEqual([])
  })

  test('taking over counts as a start: everything is compared, also what nobody told', async () => {
    one = machine('one')
    expect(await stands(() => one.standby)).toBe(true)
    await correct('两台之间改的')
    expect(await shows('two', '两台之间改的')).toBe(true)
    await two.kill()
    expect(await stands(() => one.ready)).toBe(true)
    expect(await shows('one', '两台之间改的')).toBe(true)
  })

  test('one that stops in good order is followed at once', async () => {
    two = machine('two')
    expect(await stands(() => two.standby)).toBe(true)
    one.process.kill('SIGTERM')
    expect(await stands(() => two.ready)).toBe(true)
  })
})
