import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 1)
})
afterAll(() => cms?.close())

test('each time that a record was saved stands in its list with the person, the moment and what was said about it', async () => {
  const { savedVersions } = await import('../../../cms/src/history/savedVersions.ts')
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
  await cms.rest('publisher', 'PATCH', `cases/${id}`, {
    title: '路灯还是不亮',
    changeKind: 'correction',
    changeNote: '标题写错了地方',
    _status: 'published',
  })
  await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { title: '路灯不亮了', _status: 'draft' })
  const req = { payload: cms.payload, user: cms.users.publisher, context: {} } as unknown as PayloadRequest
  const { saved, page, pages } = await savedVersions(req, 'cases', id, 1)
  const people = cms.users as Record<string, { name?: string | null }>
  expect(saved.map(({ by, isPublic, note }) => [by, isPublic, note]).slice(0, 2)).toEqual([
    [people.editor?.name, false, expect.any(String)],
    [people.publisher?.name, true, '标题写错了地方'],
  ])
  for (const each of saved) expect(Number.isNaN(Date.parse(each.at))).toBe(false)
  expect([page, pages]).toEqual([1, 1])
})
