import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Rehearsal } from '../../../cms/src/endpoints/rehearsal.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'
import { openTestPublisher, type TestPublisher } from '../../support/newsroom/testPublisher.ts'
import { startRehearsal } from '../../support/product/rehearsalProcess.ts'

type Ready = Extract<Rehearsal, { state: 'ready' }>
type Doc = Record<string, unknown>

const KEY = 'WS-2022-000001'
const CANARY = '只有编辑部知道的人名'

/** What the newsroom says of a rehearsal, over REST and with the real process that computes it. */
export function rehearsalPromises(url: () => string | undefined): void {
  let cms: TestCms
  let publisher: TestPublisher
  let child: ChildProcess
  beforeAll(async () => {
    cms = await openTestCms(url(), 6)
    publisher = await openTestPublisher(cms)
    await publisher.publisher.compare(true)
    child = await startRehearsal(cms.dataDir)
  })
  afterAll(async () => {
    child?.kill('SIGKILL')
    await cms?.close()
  })

  const caseId = () => cms.idOf('cases', 'reference', KEY)
  const formOf = async (id: number | string) =>
    (await cms.rest('publisher', 'GET', `cases/${id}?draft=true`)).body as Doc
  const rehearse = async (who: Who, body: object) => {
    for (;;) {
      const answer = await cms.plainly(who, 'POST', 'rehearsal', body)
      if (answer.status !== 202) return answer
    }
  }
  const pageOf = (who: Who, page: string) =>
    cms.ask(
      new Request(`http://127.0.0.1:3000/api/${page}`, {
        headers: who === 'anonymous' ? {} : { authorization: `JWT ${cms.tokens[who]}` },
      }),
    )
  const pages = () => {
    const tree = liveRelease(cms.dataDir)?.roots.tree as string
    const all = [...publisher.store.trees.walk(tree)].filter(({ path }) => path.endsWith('.html'))
    return new Map(all.map(({ path, blob }) => [path, blob]))
  }

  test('what is rehearsed of a form is what publishing it then does to pages, and nothing was saved by looking', async () => {
    const id = await caseId()
    const form = await formOf(id)
    const data = {
      ...form,
      title: '  预演过的标题 ',
      changeKind: 'correction',
      changeNote: '改了标题',
      reporterName: CANARY,
    }
    const stood = await cms.payload.count({ collection: 'history' })
    const { status, body } = await rehearse('publisher', { recordType: 'cases', id, data, of: 'changes' })
    expect(status).toBe(200)
    const said = body as unknown as Ready
    expect(said.faults).toEqual([])
    expect(said.report?.records).toEqual([{ table: '事项', key: KEY, what: 'changed', fields: ['标题'] }])
    expect(await cms.payload.count({ collection: 'history' })).toEqual(stood)
    expect(await cms.takeOutbox()).toEqual([])
    expect(JSON.stringify(body)).not.toContain(CANARY)

    const before = pages()
    const saved = await cms.plainly('publisher', 'PATCH', `cases/${id}`, {
      title: '  预演过的标题 ',
      changeKind: 'correction',
      changeNote: '改了标题',
      _status: 'published',
    })
    expect(saved.status).toBe(200)
    await publisher.publish()
    const after = pages()
    const really = [...after.keys()].filter((path) => before.get(path) !== after.get(path))
    const shown = [...(said.report?.pages.shown ?? []), ...(said.report?.day?.pages.shown ?? [])]
    expect(shown.map(({ path }) => path).sort()).toEqual(really.sort())
    expect(really.length).toBeGreaterThan(2)
  })

  test('what is rehearsed of a renaming is what publishing it then does, with the name that is given up', async () => {
    const id = await cms.idOf('departments', 'slug', 'chengjian')
    const form = (await cms.rest('publisher', 'GET', `departments/${id}?draft=true`)).body as Doc
    const renamed = { name: '预演改名的局', changeKind: 'correction', changeNote: '改了名称' }
    const asked = { recordType: 'departments', id, data: { ...form, ...renamed } }
    const said = (await rehearse('publisher', { ...asked, of: 'changes' })).body as unknown as Ready
    expect([said.faults, said.report?.records]).toEqual([
      [],
      [{ table: '部门', key: 'chengjian', what: 'changed', fields: ['名称', '改名'] }],
    ])
    const shown = await rehearse('publisher', { ...asked, of: 'page' })
    const page = (shown.body as unknown as Ready).page as string
    const rehearsed = await (await pageOf('publisher', page)).text()
    expect(rehearsed).toContain(String(form.name))

    const before = pages()
    const saved = await cms.plainly('publisher', 'PATCH', `departments/${id}`, {
      ...renamed,
      _status: 'published',
    })
    expect(saved.status).toBe(200)
    await publisher.publish()
    const after = pages()
    const really = [...after.keys()].filter((path) => before.get(path) !== after.get(path))
    const told = [...(said.report?.pages.shown ?? []), ...(said.report?.day?.pages.shown ?? [])]
    expect(told.map(({ path }) => path).sort()).toEqual(really.sort())
    await cms.takeOutbox()
  })

  test('what is rehearsed of a place brings the cases of residents in it that readers would be told to be elsewhere', async () => {
    const parent = await cms.idOf('areas', 'slug', 'qingtong')
    const make = async (table: 'areas' | 'cases', n: number, more: object) => {
      const record = await freshRecord(cms.payload, table, n)
      const made = await cms.rest('publisher', 'POST', table, { ...record, ...more, _status: 'published' })
      expect(made.status, JSON.stringify(made.body.errors)).toBe(201)
      return made.body.doc as Doc & { id: number; slug: string; reference: string }
    }
    const place = await make('areas', 71, { level: 'compound', parent, households: 500, name: '桐荫里' })
    const told = await make('cases', 71, { kind: 'resident', area: place.id })
    await make('cases', 72, { kind: 'community', area: place.id })
    await publisher.publish()
    await cms.takeOutbox()

    const fewer = { households: 4, changeKind: 'correction', changeNote: '户数数错了' }
    const form = (await cms.rest('publisher', 'GET', `areas/${place.id}?draft=true`)).body as Doc
    const data = { ...form, ...fewer }
    const asked = { recordType: 'areas', id: place.id, data, of: 'changes' }
    const said = (await rehearse('publisher', asked)).body as unknown as Ready
    expect(said.faults).toEqual([])
    expect(said.report?.records.map(({ table, key }) => `${table} ${key}`)).toEqual([
      `区域 ${place.slug}`,
      `事项 ${told.reference}`,
    ])
    const before = pages()
    const saved = await cms.plainly('publisher', 'PATCH', `areas/${place.id}`, {
      ...fewer,
      _status: 'published',
    })
    expect(saved.status).toBe(200)
    await publisher.publish()
    const after = pages()
    const really = [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    )
    const named = [...(said.report?.pages.shown ?? []), ...(said.report?.day?.pages.shown ?? [])]
    expect([...new Set(named.map(({ path }) => path))].sort()).toEqual(really.sort())
    await cms.takeOutbox()
  })

  test('the page of a form that is not complete says itself what is missing; it is private, kept nowhere and runs nothing', async () => {
    const id = await caseId()
    const data = { ...(await formOf(id)), title: '', outcome: '写到一半的结果', reporterName: CANARY }
    const { body } = await rehearse('editor', { recordType: 'cases', id, data, of: 'page' })
    const said = body as unknown as Ready
    expect(said.faults.map(({ message }) => message).join()).toContain('标题')
    expect(said.gaps.join()).toContain('标题')
    const page = await pageOf('editor', said.page as string)
    const html = await page.text()
    expect(html).toContain('〔标题：还没有填〕')
    expect(html).toContain('写到一半的结果')
    expect(html).not.toContain(CANARY)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('content-security-policy')).toContain('sandbox allow-same-origin;')
    // Its style is there, beside it.
    const [, style] = /<link[^>]+href="([^"]+\.css)"/.exec(html) ?? []
    const sheet = new URL(style as string, `http://x/${said.page}`).pathname.slice(1)
    expect((await pageOf('editor', sheet)).headers.get('content-type')).toContain('text/css')
    // Another page of it is as it would be; nobody else sees any.
    expect(await (await pageOf('editor', `${said.pages}/index.html`)).text()).toContain('<html')
    expect((await pageOf('publisher', said.page as string)).status).toBe(410)
    expect((await pageOf('anonymous', said.page as string)).status).toBe(401)
    expect(
      [...pages().values()].map((blob) => publisher.store.blobs.read(blob).toString()).join(),
    ).not.toContain('写到一半的结果')
  })

  test('what a withdrawal would do is said before it is done: the page goes; what others name cannot go', async () => {
    const { docs } = (await cms.rest('publisher', 'GET', 'cases?limit=50')).body as { docs: Doc[] }
    const asked = docs.map(({ id, reference }) => ({ id, reference: String(reference) }))
    let gone: { said: Ready; reference: string } | null = null
    for (const { id, reference } of asked) {
      const { body } = await rehearse('publisher', { recordType: 'cases', id, data: {}, of: 'withdrawal' })
      if ((body as unknown as Ready).faults.length === 0)
        gone ??= { said: body as unknown as Ready, reference }
    }
    const { said, reference } = gone as NonNullable<typeof gone>
    expect(said.report?.records).toEqual([{ table: '事项', key: reference, what: 'gone', fields: [] }])
    const path = said.page?.split('/').slice(3).join('/')
    expect(said.report?.pages.shown[0]).toMatchObject({ path, what: 'gone' })
    expect(path).toContain(reference)
    expect((await pageOf('publisher', said.page as string)).status).toBe(404)
    const department = await cms.idOf('departments', 'slug', 'chengjian')
    const named = await rehearse('publisher', {
      recordType: 'departments',
      id: department,
      data: {},
      of: 'withdrawal',
    })
    expect((named.body as unknown as Ready).faults.map(({ message }) => message).join()).toContain('不能撤下')
    expect((named.body as unknown as Ready).report).toBeNull()
  })

  test('who may not see the draft may not rehearse it, and only records are rehearsed', async () => {
    const id = await caseId()
    const asked = { recordType: 'cases', id, data: await formOf(id), of: 'page' }
    expect((await rehearse('anonymous', asked)).status).toBe(401)
    expect((await rehearse('contributor', asked)).status).toBe(403)
    expect((await rehearse('auditor', asked)).status).toBe(200)
    expect((await rehearse('editor', { ...asked, recordType: 'media' })).status).toBe(400)
    expect((await rehearse('editor', { ...asked, id: 999_999 })).status).toBe(404)
  })

  test('a killed rehearsal is worth waiting for: the form is told that it gets ready, and is answered by the next one', async () => {
    const id = await caseId()
    const asked = { recordType: 'cases', id, data: await formOf(id), of: 'page' }
    child.kill('SIGKILL')
    await new Promise((done) => child.once('exit', done))
    const told = await cms.plainly('editor', 'POST', 'rehearsal', asked)
    expect([told.status, told.body.state]).toEqual([202, 'preparing'])
    child = await startRehearsal(cms.dataDir)
    expect((await rehearse('editor', asked)).status).toBe(200)
  })
}
