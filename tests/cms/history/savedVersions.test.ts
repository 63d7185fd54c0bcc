import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 2)
})
afterAll(() => cms?.close())

/** What a list says of whether readers have a record. */
async function inList(id: number | string): Promise<unknown> {
  const { StateCell } = await import('../../../cms/src/words/StateCell.tsx')
  const where = { id: { equals: id } }
  const { docs } = await cms.payload.find({ collection: 'cases', where, draft: true, depth: 0 })
  const rowData = docs[0] as unknown as Parameters<typeof StateCell>[0]['rowData']
  return (await StateCell({ payload: cms.payload, collectionSlug: 'cases', rowData })).props.children
}

test('who saves is told what readers have then, and lists tell it of each record by the same rule', async () => {
  const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
  const save = async (body: object, query = '') => {
    const { status, body: answer } = await cms.plainly('publisher', 'PATCH', `cases/${id}${query}`, body)
    expect(status, JSON.stringify(answer)).toBe(200)
    return [answer.message, await inList(id)]
  }
  expect(await inList(id)).toBe('已公开')
  const changed = { title: '改过一处', changeKind: 'correction', changeNote: '写错了', _status: 'published' }
  expect(await save(changed)).toEqual(['更正已公开，几秒后上线（上线没有，看页面最上面那一行）。', '已公开'])
  expect(await save({ _status: 'published' })).toEqual(['已保存，读者看到的没有变。', '已公开'])
  expect(await save({ title: '想再改' }, '?draft=true')).toEqual([
    '草稿已保存，还没有公开：读者看到的还是公开的那一版。',
    '公开中，有草稿没公开',
  ])
})

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
  expect([back.status, back.body.message]).toEqual([200, '已撤下，几秒后读者就看不到。'])
  expect(await inList(id)).toBe('已撤下')
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
