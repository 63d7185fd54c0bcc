import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mapping } from '#domain/imports/mapping'
import type { AnsweredPlan } from '../../../cms/src/endpoints/importPlans.ts'
import { REGISTER, registerMapping, registerRow } from '../../support/imports/plannedWorld.ts'
import { bookOf, bytesOf } from '../../support/imports/workbooks.ts'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { keptUploadPromises } from './keptUploads.suite.ts'

type Cells = Parameters<typeof registerRow>[0]

/** Only what hangs is ended: a plan in a process of its own takes a while on a busy machine, in milliseconds. */
const PATIENCE = 240_000

/** What the screens of an import ask for, on every database. */
export function importFilePromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let place: { area: string; lead: string }
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    const where = { level: { equals: 'community' } }
    const { docs: areas } = await cms.payload.find({ collection: 'areas', where, limit: 1 })
    const { docs: departments } = await cms.payload.find({ collection: 'departments', limit: 1 })
    place = { area: String(areas[0]?.name), lead: String(departments[0]?.name) }
  })
  afterAll(() => cms?.close())

  const form = (bytes: Uint8Array | string, name = '登记表.xlsx') => {
    const given = new FormData()
    given.set('file', new File([bytes as BlobPart], name))
    return given
  }
  const bookBytes = (rows: Cells[], head: readonly string[] = REGISTER) => {
    const sound = {
      社区: place.area,
      主办: place.lead,
      吹哨时间: '2022-03-01',
      派单时间: null,
      到场时间: null,
    }
    return bytesOf(bookOf({ 表: [[...head], ...rows.map((row) => registerRow({ ...sound, ...row }))] }))
  }
  const uploaded = async (rows: Cells[]) => {
    const answer = await cms.plainly('editor', 'POST', 'import-files', form(bookBytes(rows)))
    expect([answer.status, answer.body.errors]).toEqual([201, undefined])
    return String(answer.body.id)
  }
  const planned = async (id: string, mapping: Mapping, query = ''): Promise<AnsweredPlan> => {
    const begun = await cms.plainly('editor', 'POST', `import-files/${id}/plan`, { mapping })
    expect([begun.status, begun.body.errors]).toEqual([202, undefined])
    const seen = async () => {
      const answer = await cms.plainly('editor', 'GET', `import-files/${id}/plan${query}`)
      return answer.body as unknown as AnsweredPlan
    }
    await expect.poll(async () => (await seen()).state, { timeout: PATIENCE }).not.toMatch(/waiting|running/)
    return seen()
  }
  const counted = async () => {
    const slugs = ['cases', 'areas', 'departments', 'acts', 'outbox', 'imported-rows'] as const
    return Promise.all(
      slugs.map(async (slug) => (await cms.payload.db.count({ collection: slug })).totalDocs),
    )
  }
  const words = ({ body }: { body: { errors?: { message: string }[] } }) => body.errors?.[0]?.message

  test('a workbook is kept privately, shown to point at, and forgotten on request', async () => {
    const id = await uploaded([{}, { 编号: 'A2' }])
    const { body } = await cms.plainly('editor', 'GET', `import-files/${id}`)
    expect(body).toMatchObject({ name: '登记表.xlsx', format: 'xlsx', sheets: [{ name: '表', total: 3 }] })
    expect(body.sha256).toMatch(/^[0-9a-f]{64}$/)
    const folder = path.join(cms.dataDir, 'imports', id)
    expect(readdirSync(folder).sort()).toEqual(['file', 'look.json', 'upload.json'])
    expect((await cms.plainly('editor', 'DELETE', `import-files/${id}`)).status).toBe(200)
    expect(existsSync(folder)).toBe(false)
    expect((await cms.plainly('editor', 'GET', `import-files/${id}`)).status).toBe(404)
  })

  test('what is no table, too large or nothing is refused in words, and nothing of it is kept', async () => {
    await uploaded([{}])
    const before = readdirSync(path.join(cms.dataDir, 'imports'))
    const pdf = await cms.plainly('editor', 'POST', 'import-files', form('%PDF-1.7', '../../表.xlsx'))
    expect([pdf.status, words(pdf)]).toEqual([400, expect.stringContaining('PDF')])
    const large = await cms.ask(
      new Request('http://127.0.0.1:3000/api/import-files', {
        method: 'POST',
        headers: {
          authorization: `JWT ${cms.tokens.editor}`,
          'content-type': 'multipart/form-data; boundary=x',
        },
        body: new Uint8Array(62 * 1024 * 1024),
      }),
    )
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('61 MB')])
    const none = await cms.plainly('editor', 'POST', 'import-files', new FormData())
    expect([none.status, words(none)]).toEqual([400, expect.stringMatching(/[\u4e00-\u9fff]/)])
    expect(readdirSync(path.join(cms.dataDir, 'imports'))).toEqual(before)
  })

  test.each<[Who, number]>([
    ['contributor', 403],
    ['auditor', 403],
    ['anonymous', 401],
  ])('%s can neither upload nor look', async (who, status) => {
    const id = await uploaded([{}])
    const answers = [
      await cms.plainly(who, 'POST', 'import-files', form(bookBytes([{}]))),
      await cms.plainly(who, 'GET', `import-files/${id}`),
      await cms.plainly(who, 'DELETE', `import-files/${id}`),
      await cms.plainly(who, 'POST', `import-files/${id}/heads`, {}),
      await cms.plainly(who, 'POST', `import-files/${id}/plan`, { mapping: registerMapping() }),
      await cms.plainly(who, 'GET', `import-files/${id}/plan`),
      await cms.plainly(who, 'GET', `import-files/${id}/plan-book`),
    ]
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status))
  })

  test('pointing at a head gives its columns with examples and a proposal; a saved mapping fits or says what is missing', async () => {
    const id = await uploaded([{}, { 编号: 'A2', 标题: '井盖松动' }])
    const heads = (asked: object) => cms.plainly('editor', 'POST', `import-files/${id}/heads`, asked)
    const { body } = await heads({ sheet: '表', headRows: { first: 1, last: 1 }, table: 'cases' })
    expect(body.headRows).toEqual({ first: 1, last: 1 })
    expect((body.columns as unknown[])[1]).toEqual({
      letters: 'B',
      text: '标题',
      examples: ['路灯不亮', '井盖松动'],
    })
    expect((body.mapping as Mapping).columns).toContainEqual({ field: 'title', heads: ['标题'] })
    const second = await heads({ sheet: '表', headRows: { first: 2, last: 2 }, table: 'cases' })
    expect((second.body.columns as { text: string }[])[0]?.text).toBe('A1')
    await cms.plainly('editor', 'POST', 'import-mappings', { content: registerMapping({ name: '合适' }) })
    expect((await heads({ saved: '合适' })).body.sheet).toBe('表')
    const other = registerMapping({ name: '不合适', key: '流水号' })
    await cms.plainly('editor', 'POST', 'import-mappings', { content: other })
    const unfit = await heads({ saved: '不合适' })
    expect([unfit.status, words(unfit)]).toEqual([400, expect.stringContaining('流水号')])
    expect((await heads({ sheet: '没有' })).status).toBe(400)
  })

  test('a dry run answers in pages that can be narrowed and as a workbook, and writes nothing', async () => {
    const before = await counted()
    const id = await uploaded([
      {},
      { 编号: 'A2', 社区: '没有的社区' },
      { 编号: 'A3', 情况: '请打13812345678。' },
    ])
    const plan = await planned(id, registerMapping())
    if (plan.state !== 'done') throw new Error(JSON.stringify(plan))
    expect(plan.plan.counts).toMatchObject({ create: 1, ask: 1, hold: 1 })
    expect(plan.plan.privateKinds).toMatchObject([
      { kind: '手机号', strength: 'certain', way: 'hold', count: 1 },
    ])
    expect(plan.rows?.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'create'],
      [3, 'ask'],
      [4, 'hold'],
    ])
    const asked = await cms.plainly(
      'editor',
      'GET',
      `import-files/${id}/plan?outcome=ask&reason=unknown-name`,
    )
    expect(asked.body).toMatchObject({ found: 1, rows: [{ row: 3 }] })
    expect((await cms.plainly('editor', 'GET', `import-files/${id}/plan?page=2`)).body).toMatchObject({
      rows: [],
    })
    const book = await cms.plainly('editor', 'GET', `import-files/${id}/plan-book`)
    expect(String(book.body.text).startsWith('PK')).toBe(true)
    const masked = await planned(id, registerMapping({ private: { 手机号: 'mask' } }), '?outcome=create')
    expect(masked.found).toBe(2)
    expect(await counted()).toEqual(before)
  })

  test('what a dry run showed is written from a plan made anew in a process of its own, all of it, and nothing of it lies about', async () => {
    const rows = Array.from({ length: 230 }, (_, i) => ({ 编号: `W${i}`, 标题: `第${i}处` }))
    const id = await uploaded(rows)
    const mapping = registerMapping({ name: '写入', version: 1 })
    await cms.plainly('editor', 'POST', 'import-mappings', { content: mapping })
    const plan = await planned(id, mapping)
    if (plan.state !== 'done') throw new Error(JSON.stringify(plan))
    const written = async (counts: object) => {
      const begun = await cms.plainly('editor', 'POST', `import-files/${id}/commit`, { mapping, counts })
      expect([begun.status, begun.body.errors]).toEqual([202, undefined])
      const seen = async () => (await cms.plainly('editor', 'GET', `import-files/${id}/commit`)).body
      await expect.poll(async () => (await seen()).state, { timeout: PATIENCE }).not.toBe('under-way')
      return seen()
    }
    const other = await written({ ...plan.plan.counts, create: 229 })
    expect(other).toMatchObject({ state: 'failed', words: expect.stringContaining('重新试读') })
    const before = await counted()
    expect(await written(plan.plan.counts)).toMatchObject({ state: 'done' })
    expect((await counted())[0]).toBe((before[0] ?? 0) + 230)
    const { docs } = await cms.payload.find({
      collection: 'cases',
      where: { title: { in: ['第0处', '第199处', '第200处', '第229处'] } },
      sort: 'reference',
    })
    expect(docs.map(({ title }) => title)).toEqual(['第0处', '第199处', '第200处', '第229处'])
    expect(readdirSync(path.join(cms.dataDir, 'imports', id))).not.toContain('to-write.ndjson')
    // All of it is there already: nothing is left to be written.
    expect(await written({ ...plan.plan.counts, create: 0, skip: 230 })).toEqual({
      state: 'done',
      import: null,
    })
  })

  test('everything that a row may name can be chosen on the screen, however much there is', async () => {
    const { readImportTargets } = await import('../../../cms/src/importDesk/importTargets.ts')
    const at = new Date().toISOString()
    for (let i = 0; i < 520; i++) {
      const area = {
        slug: `chu-${i}`,
        name: `第${i}处`,
        level: 'community',
        origin: 'record',
        _status: 'draft',
      }
      const { id: parent } = await cms.payload.db.create({ collection: 'areas', data: area })
      const versionData = { ...area, createdAt: at, updatedAt: at } as never
      const version = { autosave: false, createdAt: at, updatedAt: at, parent, versionData }
      await cms.payload.db.createVersion({ collectionSlug: 'areas', ...version })
    }
    const { totalDocs } = await cms.payload.db.count({ collection: 'areas' })
    const { named } = await readImportTargets(cms.payload, cms.users.editor as never)
    expect(new Set(named.areas.map(({ key }) => key)).size).toBe(totalDocs)
    expect(named.areas).toContainEqual({ key: 'chu-519', name: '第519处' })
    await cms.payload.db.deleteVersions({ collection: 'areas', where: { 'version.slug': { like: 'chu-' } } })
    await cms.payload.db.deleteMany({ collection: 'areas', where: { slug: { like: 'chu-' } } })
  })

  keptUploadPromises(() => ({ cms, uploaded: () => uploaded([{}]) }))

  test('a mapping that does not fit, is none, or publishes without the right is refused in words', async () => {
    const id = await uploaded([{}])
    const unfit = await planned(id, registerMapping({ key: '流水号' }))
    expect(unfit).toMatchObject({ state: 'refused', words: expect.stringContaining('流水号') })
    const field = registerMapping()
    field.columns.push({ field: 'password', heads: ['标题'] })
    expect(await planned(id, field)).toMatchObject({ words: expect.stringContaining('password') })
    const wrong = await cms.plainly('editor', 'POST', `import-files/${id}/plan`, {
      mapping: { table: 'users' },
    })
    expect([wrong.status, words(wrong)]).toEqual([400, expect.stringContaining('对照表不能用')])
    const mapping = registerMapping({ publish: true })
    const publishing = await cms.plainly('editor', 'POST', `import-files/${id}/plan`, { mapping })
    expect([publishing.status, words(publishing)]).toEqual([403, expect.stringContaining('不能发布')])
  })
}
