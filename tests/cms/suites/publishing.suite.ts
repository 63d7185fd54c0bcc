import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { notePromises } from './notes.suite.ts'
import { writingPromises } from './writing.suite.ts'

const KEY = 'WS-2022-000002'

/** What must hold on every database when records are published, corrected, taken back and deleted. */
export function publishingPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let id: number | string
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 8)
    id = await cms.idOf('cases', 'reference', KEY)
  })
  afterAll(() => cms?.close())
  beforeEach(() => cms.takeOutbox())

  const patch = (body: object, query = '') => cms.rest('publisher', 'PATCH', `cases/${id}${query}`, body)
  const publicTitle = async () => (await cms.shown('cases', id))?.title
  const acts = async (reference = KEY) => {
    const { docs } = await cms.payload.find({
      collection: 'acts',
      where: { reference: { equals: reference } },
      limit: 0,
      sort: 'at',
    })
    return docs.map((d) => d.act)
  }

  test('a correction tells the publisher, dates the record and leaves an act', async () => {
    const before = (await acts()).length
    const note = { changeNote: '改错字', changeKind: 'correction' }
    const answer = await patch({ title: '更正过的标题', ...note, _status: 'published' })
    expect(answer.status).toBe(200)
    const doc = answer.body.doc as Record<string, string>
    expect(doc.publishedOn).toBe('2022-12-31')
    expect(doc.changedOn).toMatch(/^20[2-9]\d-/)
    expect(doc.changedOn).not.toBe('2022-12-31')
    expect([doc.publicNote, doc.publicKind, doc.changeNote]).toEqual(['改错字', 'correction', null])
    expect(await cms.takeOutbox()).toEqual([`cases ${KEY}`])
    expect((await acts()).slice(before)).toEqual(['correct'])
  })

  test('a draft over a published record changes nothing public: no act, and nothing for the publisher', async () => {
    const before = (await acts()).length
    const shown = await publicTitle()
    await patch({ title: '还没想好' }, '?draft=true')
    expect(await publicTitle()).toBe(shown)
    expect(await cms.takeOutbox()).toEqual([])
    expect((await acts()).length).toBe(before)
  })

  test('unpublishing while a draft waits tells the publisher and is an act of unpublishing', async () => {
    await patch({ title: '待定' }, '?draft=true')
    await cms.takeOutbox()
    expect((await patch({ _status: 'draft' })).status).toBe(200)
    expect(await cms.takeOutbox()).toEqual([`cases ${KEY}`])
    expect((await acts()).at(-1)).toBe('unpublish')
    expect(await cms.shown('cases', id)).toBeUndefined()
    expect((await patch({ title: '又公开', _status: 'published' })).status).toBe(200)
    expect((await acts()).at(-1)).toBe('publish')
  })

  test('a half-written draft does not stand in the way of taking the record back', async () => {
    await patch({ title: '', area: null, description: null }, '?draft=true')
    expect((await patch({ _status: 'draft' })).status).toBe(200)
    expect(await cms.shown('cases', id)).toBeUndefined()
    const incomplete = await patch({ _status: 'published' })
    expect(incomplete.status).toBe(400)
    expect(incomplete.body.errors?.[0]?.message).toContain('标题：没有填；')
    const area = await cms.idOf('areas', 'slug', 'qingtong')
    expect((await patch({ title: '回来了', area, description: '情况。', _status: 'published' })).status).toBe(
      200,
    )
  })

  test('restoring a version changes nothing public, however it is asked: no act, and nothing for the publisher', async () => {
    const shown = await cms.shown('cases', id)
    const before = await acts()
    const { docs } = await cms.payload.findVersions({
      collection: 'cases',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      limit: 1,
    })
    for (const query of ['', '?draft=true', '?draft=false'])
      expect((await cms.rest('publisher', 'POST', `cases/versions/${docs[0]?.id}${query}`)).status).toBe(200)
    expect(await cms.shown('cases', id)).toEqual(shown)
    expect(await cms.takeOutbox()).toEqual([])
    expect(await acts()).toEqual(before)
    await patch({ _status: 'published' })
  })

  test('a record made and published in one go has its first day, no change note, and an act of publication', async () => {
    const body = {
      slug: 'shuiwu',
      name: '水务',
      shortName: '水务',
      kind: 'government',
      origin: 'record',
      changeNote: '不该有',
      _status: 'published',
    }
    const answer = await cms.rest('publisher', 'POST', 'departments', body)
    expect(answer.status).toBe(201)
    const doc = answer.body.doc as Record<string, unknown>
    expect(doc.publishedOn).toBe(doc.changedOn)
    expect(doc.publishedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(doc.changeNote ?? null).toBeNull()
    expect(await cms.takeOutbox()).toEqual(['departments shuiwu'])
    expect(await acts('shuiwu')).toEqual(['publish'])
  })

  test('a record whose mark and origin disagree is refused in words', async () => {
    const body = {
      slug: 'moni',
      name: '模拟',
      shortName: '模拟',
      kind: 'government',
      origin: 'sample',
      _status: 'published',
    }
    const answer = await cms.rest('publisher', 'POST', 'departments', body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.message).toContain('演示数据')
    expect(await acts('moni')).toEqual([])
  })

  test('a bulk correction tells the publisher of every record', async () => {
    const where = 'where[reference][in]=WS-2022-000003,WS-2022-000004'
    const answer = await cms.rest('publisher', 'PATCH', `cases?${where}`, {
      place: '西门',
      _status: 'published',
    })
    expect(answer.status).toBe(200)
    expect((await cms.takeOutbox()).sort()).toEqual(['cases WS-2022-000003', 'cases WS-2022-000004'])
  })

  test('a write of many of which one is refused keeps none of them, and says how many and why', async () => {
    const other = await cms.idOf('cases', 'reference', 'WS-2022-000004')
    await cms.rest('publisher', 'PATCH', `cases/${other}?draft=true`, { place: '一份没公开的草稿' })
    await cms.takeOutbox()
    const at = 'cases?where[reference][in]=WS-2022-000003,WS-2022-000004'
    const answer = await cms.rest('publisher', 'PATCH', at, { place: '北门', _status: 'published' })
    expect([answer.status, answer.body.errors?.[0]?.message]).toEqual([
      400,
      expect.stringMatching(/^一条也没有保存：2条里有1条不行（.*WS-2022-000004/),
    ])
    expect(await cms.takeOutbox()).toEqual([])
  })

  test('a bulk deletion tells the publisher of every record and leaves acts', async () => {
    const where = 'where[reference][in]=WS-2022-000003,WS-2022-000004'
    expect((await cms.rest('publisher', 'DELETE', `cases?${where}`)).status).toBe(200)
    expect((await cms.takeOutbox()).sort()).toEqual(['cases WS-2022-000003', 'cases WS-2022-000004'])
    expect((await acts('WS-2022-000003')).at(-1)).toBe('unpublish')
  })

  test('a global that is saved tells the publisher', async () => {
    const answer = await cms.rest('administrator', 'POST', 'globals/site-settings', {
      organiser: '高新区管委会',
    })
    expect(answer.status).toBe(200)
    expect(await cms.takeOutbox()).toEqual(['site-settings site-settings'])
  })

  test('a write that fails after the hooks leaves neither the write nor its row nor its act', async () => {
    const shown = await publicTitle()
    const before = (await acts()).length
    const { createLocalReq, initTransaction, killTransaction } = await import('payload')
    const req = await createLocalReq({}, cms.payload)
    await initTransaction(req)
    await cms.payload.update({
      collection: 'cases',
      id,
      data: { title: '半途', changeNote: '试', changeKind: 'correction', _status: 'published' },
      req,
    })
    await killTransaction(req)
    expect(await publicTitle()).toBe(shown)
    expect(await cms.takeOutbox()).toEqual([])
    expect((await acts()).length).toBe(before)
  })

  test('a record that published records name is neither deleted nor taken back; the refusal counts and names them', async () => {
    const area = await cms.idOf('areas', 'slug', 'qingtong')
    for (const answer of [
      await cms.rest('publisher', 'DELETE', `areas/${area}`),
      await cms.rest('publisher', 'PATCH', `areas/${area}`, { _status: 'draft' }),
    ]) {
      expect(answer.status).toBe(400)
      expect(answer.body.errors?.[0]?.message).toMatch(/有6条已公开的记录用到它（事项WS-2022-000001、.*等）/)
    }
    expect(await cms.takeOutbox()).toEqual([])
    expect(await cms.shown('areas', area)).toBeDefined()
  })

  test('a record that names a draft is not published, and the refusal names it', async () => {
    const created = await cms.rest('publisher', 'POST', 'departments', {
      slug: 'gongan',
      name: '公安',
      shortName: '公安',
      kind: 'government',
      origin: 'record',
    })
    const gongan = (created.body.doc as { id: number }).id
    const answer = await patch({ lead: gongan, _status: 'published' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.message).toContain('牵头部门：所指的部门gongan没有公开')
  })

  test.each([
    ['手机号', '联系人 139 1234 5678'],
    ['手机号', '电话１３８１２３４５６７８'],
    ['身份证号', '证号 36010219900101123X'],
    ['车牌号', '车牌赣A12345堵住消防通道'],
  ])('a %s in a public text is refused at publication', async (kind, text) => {
    const answer = await patch({ description: text, _status: 'published' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.message).toContain(`文字里有${kind}`)
    expect((await patch({ internalNote: text, _status: 'published' })).status).toBe(200)
  })

  test('a state that cannot follow, and one that its timeline contradicts, are refused in words', async () => {
    const lead = await cms.idOf('departments', 'slug', 'chengjian')
    const timeline = [
      { kind: 'whistle', at: '2022-06-13', body: '青桐社区' },
      ...['dispatch', 'done'].map((kind) => ({ kind, at: '2022-06-14', department: lead })),
      { kind: 'closure', at: '2022-06-15', body: '青桐社区' },
    ]
    // Its timeline bears the new state out; only the old one stands in the way.
    const closed = { status: 'closed', closedBy: '青桐社区', evidence: '到现场看过' }
    const jump = await patch({ ...closed, timeline, _status: 'published' })
    expect(jump.status).toBe(400)
    expect(jump.body.errors?.[0]?.message).toMatch(/的状态不能从“.+”直接改成“已结案”$/)
    const early = await patch({ status: 'done', _status: 'published' })
    expect(early.body.errors?.[0]?.message).toContain('状态与经过不符')
  })

  test('a key does not change after the first publication', async () => {
    const answer = await patch({ reference: 'WS-2022-000999', _status: 'published' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.message).toContain('已经公开过')
  })

  writingPromises(() => cms)
  notePromises(() => cms)
}
