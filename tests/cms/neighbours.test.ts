import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../support/newsroom/contractRecords.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

let n = 0
async function publish(table: 'departments' | 'practices' | 'areas', more: Record<string, unknown>) {
  const record = await freshRecord(cms.payload, table, ++n)
  return cms.rest('publisher', 'POST', table, { ...record, ...more, _status: 'published' })
}
const said = (answer: { body: { errors?: { message: string }[] } }) => answer.body.errors?.[0]?.message

test.each(['城建', ' 城建 ', '城\u200b建', '城 建', '⼟建'])(
  'a second department called %s is refused, or is another name',
  async (name) => {
    const answer = await publish('departments', { name })
    const isSame = name !== '⼟建'
    expect(answer.status).toBe(isSame ? 400 : 201)
    if (isSame) expect(said(answer)).toContain('已有同名的部门chengjian')
  },
)

test('a name that is free again is given again, and a record may keep its own', async () => {
  const first = await publish('practices', { title: '一个做法' })
  const { id } = first.body.doc as { id: number }
  expect((await publish('practices', { title: '一个做法' })).status).toBe(400)
  expect(
    (await cms.rest('publisher', 'PATCH', `practices/${id}`, { summary: '改了一句', _status: 'published' }))
      .status,
  ).toBe(200)
  expect((await cms.rest('publisher', 'PATCH', `practices/${id}`, { _status: 'draft' })).status).toBe(200)
  expect((await publish('practices', { title: '一个做法' })).status).toBe(201)
})

test('two places of one name stand under two parents, and not under one', async () => {
  const qingtong = await cms.idOf('areas', 'slug', 'qingtong')
  const gaoxin = await cms.idOf('areas', 'slug', 'gaoxin')
  const compound = { level: 'compound', name: '幸福小区' }
  expect((await publish('areas', { ...compound, parent: qingtong })).status).toBe(201)
  expect((await publish('areas', { ...compound, parent: gaoxin })).status).toBe(201)
  expect(said(await publish('areas', { ...compound, parent: qingtong }))).toContain('已有同名的区域')
})

test('an area below itself, and a community above an office, are refused by name', async () => {
  const qingtong = await cms.idOf('areas', 'slug', 'qingtong')
  const loop = await cms.rest('publisher', 'PATCH', `areas/${qingtong}`, {
    parent: qingtong,
    _status: 'published',
  })
  expect(said(loop)).toContain('青桐社区属于青桐社区')
  expect(said(await publish('areas', { level: 'office', name: '新处', parent: qingtong }))).toContain(
    '不能属于社区“青桐社区”',
  )
})
