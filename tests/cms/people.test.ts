import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROLES } from '#domain/vocabulary'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { deskWords } from '../support/newsroom/desk.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms?.close())

const login = (email: string, password: string) =>
  cms.rest('anonymous', 'POST', 'users/login', { email, password })

test('while there is no user a first administrator is made, his file goes after the first login, and no second one is made', async () => {
  const { ensureFirstEditor } = await import('../../cms/src/users/ensureFirstEditor.ts')
  const given = { dataDir: cms.dataDir, email: undefined, password: undefined }
  expect(await ensureFirstEditor(cms.payload, given)).toBeNull()
  const { docs } = await cms.payload.find({ collection: 'users', limit: 0 })
  await cms.payload.db.deleteMany({ collection: 'users', where: {} })
  const made = await ensureFirstEditor(cms.payload, given)
  const file = path.join(cms.dataDir, 'first-editor.txt')
  expect(made?.file).toBe(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const [email, password] = readFileSync(file, 'utf8').split('\n') as [string, string]
  expect(email).toBe('admin@shaoxiang.invalid')
  expect((await login(email, 'wrong password')).status).toBe(401)
  expect(existsSync(file)).toBe(true)
  const answer = await login(email, password)
  expect(answer.status).toBe(200)
  expect((answer.body.user as { role: string }).role).toBe('administrator')
  expect(existsSync(file)).toBe(false)
  expect(docs.length).toBe(ROLES.length)
})

test('a reset gives a new password and makes the old one useless', async () => {
  const { resetPassword } = await import('../../cms/src/users/resetPassword.ts')
  const email = 'editor@example.org'
  const password = 'a long enough password'
  await cms.payload.create({
    collection: 'users',
    data: { email, password, name: '编辑', role: 'publisher' },
  })
  const fresh = await resetPassword(cms.payload, email)
  expect((await login(email, password)).status).toBe(401)
  expect((await login(email, fresh)).status).toBe(200)
  await expect(resetPassword(cms.payload, 'nobody@example.org')).rejects.toThrow(
    '没有邮箱是 nobody@example.org 的人员',
  )
})

test('the first page counts drafts that wait and cases that are open, and names what the host has not given', async () => {
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
  const words = (role: 'administrator' | 'contributor') => deskWords(cms, role)
  const before = await words('administrator')
  expect(before).toContain('还没结案的事项：3件')
  expect(before.some((w) => w.startsWith('还没填写的网站信息：') && w.includes('网站标识码'))).toBe(true)
  await cms.payload.update({ collection: 'cases', id, data: { title: '想改' }, draft: true })
  expect(await words('administrator')).toContain('事项：1份草稿没有发布')
  expect((await words('contributor')).filter((w) => w.startsWith('还没填写'))).toEqual([])
})

test('the status shows what the publisher wrote, with the writes that wait', async () => {
  const { writeFileSync } = await import('node:fs')
  const { readReleaseStatus } = await import('../../cms/src/endpoints/releaseStatus.ts')
  const status = {
    state: 'failed',
    progress: null,
    since: '2022-12-31T10:00:00+08:00',
    release: 'a'.repeat(64),
    searchRelease: null,
    pending: 0,
    reason: '事项WS-2022-000001：标题没有填',
    held: [{ table: 'cases', key: 'WS-2022-000001', reason: '标题没有填' }],
  }
  writeFileSync(path.join(cms.dataDir, 'release-status.json'), JSON.stringify(status))
  expect(await readReleaseStatus(cms.dataDir)).toEqual(status)
  const { releaseWords } = await import('../../cms/src/desk/releaseWords.ts')
  expect(releaseWords({ ...status, state: 'failed' })).toBe('没能发布：事项WS-2022-000001：标题没有填')
  expect(releaseWords({ ...status, state: 'live', pending: 1 })).toBe(
    '没能发布：事项WS-2022-000001：标题没有填',
  )
  const fine = { ...status, state: 'live' as const, reason: null, held: [] }
  expect(releaseWords(fine)).toBe('已上线（2022年12月31日 10:00）')
  expect(releaseWords({ ...fine, pending: 2 })).toBe('发布中：2处改动还没上线')
})
