import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveRelease } from '../../scripts/release/store/switchRelease.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { deskLines } from '../support/newsroom/desk.ts'
import { snapshotWith } from '../support/newsroom/olderSnapshot.ts'
import { openTestPublisher, type TestPublisher } from '../support/newsroom/testPublisher.ts'

let cms: TestCms
let publisher: TestPublisher
beforeAll(async () => {
  cms = await openTestCms()
  publisher = await openTestPublisher(cms)
  await publisher.publisher.compare(true)
}, 300_000)
afterAll(() => cms.close())

const CASE = 'WS-2022-000001'
const ADDRESS = `cases/2022/0000/${CASE}.html`
/** What an earlier code let through, as it lies in the database of an installation. */
const older = async (table: 'cases', key: string, data: Record<string, unknown>) => {
  const id = await cms.idOf(table, 'reference', key)
  // As the loader writes: without the checks of an editor's save.
  const req = await createLocalReq({ context: { loading: true, quiet: true } }, cms.payload)
  await cms.payload.update({ collection: table, id, data: { ...data, _status: 'published' }, req })
  return id
}

test('what was public before a rule stays as it was, is told first, holds back nothing, and is mended by its next save', async () => {
  const id = await older('cases', CASE, { description: '联系人 138.0013.8000' })
  snapshotWith(publisher, cms.dataDir, CASE, { description: '联系人 138.0013.8000' })
  const after = await openTestPublisher(cms)
  await after.publisher.compare(true)
  expect(after.page(ADDRESS)).toContain('138.0013.8000')
  expect(after.status.get().held).toMatchObject([{ table: 'cases', key: CASE }])
  expect(after.status.get().state).toBe('live')

  const [first] = await deskLines(cms, 'publisher')
  expect(first).toMatchObject({ isUrgent: true, words: expect.stringContaining('没能上线：1条记录') })
  expect(first?.entries[0]?.words).toContain(`事项 ${CASE}：情况：文字里有手机号`)

  const other = await cms.idOf('cases', 'reference', 'WS-2022-000002')
  await cms.rest('publisher', 'PATCH', `cases/${other}`, { title: '别的事项照常', _status: 'published' })
  await after.publish()
  expect(after.page('cases/2022/0000/WS-2022-000002.html')).toContain('别的事项照常')
  expect(after.status.get().held).toMatchObject([{ key: CASE }])

  const again = await cms.rest('publisher', 'PATCH', `cases/${id}`, {
    title: '只改题目',
    _status: 'published',
  })
  expect(again.status).toBe(400)
  const mended = await cms.rest('publisher', 'PATCH', `cases/${id}`, {
    description: '情况。',
    _status: 'published',
  })
  expect(mended.status).toBe(200)
  await after.publish()
  expect(after.page(ADDRESS)).not.toContain('138.0013.8000')
  expect(after.status.get().held).toEqual([])
  expect(liveRelease(cms.dataDir)).not.toBeNull()
}, 120_000)

test('what a later schema refuses is told at every comparison, although newsroom and readers have the same', async () => {
  const key = 'WS-2022-000002'
  const satisfaction = { asked: 3, satisfied: 5 }
  await older('cases', key, { satisfaction })
  snapshotWith(publisher, cms.dataDir, key, { satisfaction })
  const after = await openTestPublisher(cms)
  for (const full of [true, false]) {
    await after.publisher.compare(full)
    const reason = '满意的户数不能多于问到的户数'
    expect(after.status.get().held).toMatchObject([{ key, reason: expect.stringContaining(reason) }])
  }
}, 120_000)

test('settings that a later rule refuses stay as they are live and stop nothing', async () => {
  const settings = (await cms.payload.db.findGlobal({ slug: 'site-settings' })) as { name: string }
  await cms.payload.db.updateGlobal({
    slug: 'site-settings',
    data: { ...settings, organiser: '主办'.repeat(400) },
  })
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000003')
  await cms.rest('publisher', 'PATCH', `cases/${id}`, { title: '设置不挡它', _status: 'published' })
  const after = await openTestPublisher(cms)
  await after.publish()
  expect(after.page('cases/2022/0000/WS-2022-000003.html')).toContain('设置不挡它')
  expect(after.status.get().reason).toContain('主办单位')
})
