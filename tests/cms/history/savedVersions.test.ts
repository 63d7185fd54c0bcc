import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 2)
})
afterAll(() => cms?.close())

test('each time that a record was saved stands in its list with the person, the moment, the one word of what was done and what was said about it', async () => {
  const { savedVersions } = await import('../../../cms/src/history/savedVersions.ts')
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
  const patch = (body: object) => cms.rest('publisher', 'PATCH', `cases/${id}`, { ...body })
  const described = String((await cms.shown('cases', id))?.description)
  const note = { changeKind: 'correction', changeNote: '标题写错了地方', _status: 'published' }
  await patch({ title: '路灯还是不亮', ...note })
  await patch({
    ...note,
    description: `${described}灯柱也歪了。`,
    changeKind: 'addition',
    changeNote: '说全',
  })
  await patch({ ...note, title: '路灯还是不亮。', changeKind: 'erratum' })
  await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, { title: '路灯不亮了', _status: 'draft' })
  const back = await patch({ _status: 'draft', withdrawReason: 'mistaken', withdrawNote: '不是这条路' })
  expect([back.status, back.body.errors?.[0]?.message]).toEqual([200, undefined])
  const req = { payload: cms.payload, user: cms.users.publisher, context: {} } as unknown as PayloadRequest
  const { saved, page, pages } = await savedVersions(req, 'cases', id, 1)
  const people = cms.users as Record<string, { name?: string | null }>
  const [publisher, editor] = [people.publisher?.name, people.editor?.name]
  expect(saved.map(({ by, what, note: said }) => [by, what, said]).slice(0, 5)).toEqual([
    [publisher, '撤下（内容有误）', ''],
    [editor, '保存草稿', expect.any(String)],
    [publisher, '勘误', '标题写错了地方'],
    [publisher, '补充', '说全'],
    [publisher, '更正', '标题写错了地方'],
  ])
  expect(saved[5]?.what).toBe('公开')
  for (const each of saved) expect(Number.isNaN(Date.parse(each.at))).toBe(false)
  expect([page, pages]).toEqual([1, 1])
})
