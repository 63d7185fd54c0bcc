import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 3)
})
afterAll(() => cms?.close())

test('a save waits for another process that writes the same file, also longer than SQLite itself does', async () => {
  const other = createClient({ url: `file:${path.join(cms.dataDir, 'shaoxiang.db')}` })
  await other.execute('BEGIN IMMEDIATE')
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
  // SQLite waits for five seconds and keeps everything else waiting; only then this may happen.
  let ended = false
  setTimeout(() => {
    ended = true
    void other.execute('COMMIT')
  }, 100)
  const answer = await cms.rest('publisher', 'PATCH', `cases/${id}`, {
    place: '等到了',
    _status: 'published',
  })
  expect(ended).toBe(true)
  expect(answer.status).toBe(200)
  expect((await cms.shown('cases', id))?.place).toBe('等到了')
  other.close()
})
