import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportPlan } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import { bookOfRows, REGISTER, registerMapping, registerRow } from '../../support/imports/plannedWorld.ts'
import { bookOf, bytesOf } from '../../support/imports/workbooks.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'

/** What planning an import and keeping its mapping do on every database. */
export function importPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let place: { area: string; lead: string }
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    const { docs: areas } = await cms.payload.find({
      collection: 'areas',
      where: { level: { equals: 'community' } },
      limit: 1,
    })
    const { docs: departments } = await cms.payload.find({ collection: 'departments', limit: 1 })
    place = { area: String(areas[0]?.name), lead: String(departments[0]?.name) }
  })
  afterAll(() => cms?.close())

  const plan = async (
    rows: Parameters<typeof registerRow>[0][],
    mapping: Mapping = registerMapping(),
  ): Promise<ImportPlan> => {
    const { planWorkbook } = await import('../../../cms/src/imports/planFile.ts')
    const cells = rows.map((row) => registerRow({ 社区: place.area, 主办: place.lead, ...row }))
    return planWorkbook(cms.payload, bookOfRows([[...REGISTER], ...cells]), mapping)
  }
  const counted = async () => {
    const slugs = ['cases', 'areas', 'departments', 'acts', 'outbox', 'imported-rows'] as const
    return Promise.all(
      slugs.map(async (collection) => (await cms.payload.db.count({ collection })).totalDocs),
    )
  }

  test('a dry run finds names, numbers and faults against the newsroom as it is, and writes nothing', async () => {
    const before = await counted()
    const { rows, counts } = await plan([
      {},
      { 编号: 'A2', 社区: '没有的社区' },
      { 编号: 'A3', 到场时间: '2001-01-01' },
    ])
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'ask', 'refuse'])
    expect(rows[0]?.key).toMatch(/^WS-2022-\d{6}$/)
    expect(counts).toMatchObject({ create: 1, ask: 1, refuse: 1 })
    expect(await counted()).toEqual(before)
  })

  test('places and departments are found by names that they had, and never by one that was merged where one stands', async () => {
    for (const [slug, of, field, inRecord] of [
      ['areas', place.area, '社区', 'area'],
      ['departments', place.lead, '主办', 'lead'],
    ] as const) {
      const id = await cms.idOf(slug, 'name', of)
      const { slug: key } = await cms.payload.findByID({ collection: slug, id })
      const record = { ...(await freshRecord(cms.payload, slug, 7)), name: '另一处', _status: 'published' }
      const made = await cms.rest('publisher', 'POST', slug, record)
      expect([made.status, made.body.errors]).toEqual([201, undefined])
      const { id: other, name: shared } = made.body.doc as { id: number; name: string }
      const earlierNames = [
        { name: '从前的名字', until: '2020-01-01' },
        { name: shared, until: '2021-01-01' },
      ]
      const named = await cms.rest('publisher', 'PATCH', `${slug}/${id}`, {
        earlierNames,
        _status: 'published',
      })
      expect([named.status, named.body.errors]).toEqual([200, undefined])
      const found = async (name: string) => {
        const [row] = (await plan([{ [field]: name }])).rows
        return [row?.outcome, row?.record?.[inRecord]]
      }
      expect([await found('从前的名字'), (await found(shared))[0]]).toEqual([['create', key], 'ask'])
      const merging = { recordType: slug, id: other, into: id, note: '合并' }
      const merged = await cms.plainly('publisher', 'POST', 'merger', merging)
      expect([merged.status, merged.body.errors]).toEqual([200, undefined])
      expect(await found(shared)).toEqual(['create', key])
    }
  })

  test('a key that was ever public or that an import gave away is not given to another matter', async () => {
    const { payload } = cms
    await payload.db.create({
      collection: 'acts',
      data: {
        recordType: 'cases',
        reference: 'WS-2022-700000',
        act: 'delete',
        day: '2022-12-31',
        at: '2022-12-31T00:00:00Z',
      },
    })
    expect((await plan([{}])).rows[0]?.key).toBe('WS-2022-700001')
    const record = { title: '甲' }
    const data = {
      mapping: '别的',
      sourceKey: 'x',
      recordType: 'cases',
      reference: 'WS-2022-700005',
      record,
      hidden: {},
      isUndone: true,
    }
    await payload.db.create({ collection: 'imported-rows', data })
    expect((await plan([{}])).rows[0]?.key).toBe('WS-2022-700006')
  })

  test('what planning must know is all read, however many pages it takes', async () => {
    const { allOf } = await import('../../../cms/src/imports/allOf.ts')
    const { createMany } = await import('../../../cms/src/imports/commit/bulk.ts')
    const { inTransaction } = await import('../../../cms/src/inTransaction.ts')
    const row = (i: number) => ({
      mapping: '很多',
      sourceKey: `m${i}`,
      recordType: 'cases',
      hidden: {},
      isUndone: false,
    })
    const rows = Array.from({ length: 1_001 }, (_, i) => ({
      ...row(i),
      reference: `WS-2019-${i}`,
      record: {},
    }))
    await inTransaction(cms.payload, {}, (req) => createMany(req, 'imported-rows', rows))
    const where = { mapping: { equals: '很多' } }
    const keep = ({ sourceKey }: Record<string, unknown>) => sourceKey
    const found = await allOf(cms.payload, 'imported-rows', { where, keep })
    expect(found.sort()).toEqual(rows.map((each) => each.sourceKey).sort())
    await cms.payload.db.deleteMany({ collection: 'imported-rows', where: { mapping: { equals: '很多' } } })
  })

  test('a row that an import brought is the same record, compared with what it is now', async () => {
    const reference = 'WS-2022-000002'
    const id = await cms.idOf('cases', 'reference', reference)
    const { title } = await cms.payload.findByID({ collection: 'cases', id })
    const record = { title }
    const data = {
      mapping: '登记',
      sourceKey: 'B7',
      recordType: 'cases',
      reference,
      record,
      hidden: {},
      isUndone: false,
    }
    await cms.payload.db.create({ collection: 'imported-rows', data })
    const { rows, vanished } = await plan([{ 编号: 'B7', 标题: '换了一个说法' }])
    expect(rows[0]?.key).toBe(reference)
    expect(rows[0]?.changes).toContainEqual({
      field: 'title',
      title: '标题',
      before: title,
      after: '换了一个说法',
    })
    expect(vanished).toEqual([])
    expect((await plan([{}])).vanished).toEqual([{ sourceKey: 'B7', key: reference }])
  })

  test('a mapping is saved in versions, wrong ones are refused in words, contributors have none', async () => {
    const { savedMapping, mappingNames } = await import('../../../cms/src/imports/mappings.ts')
    const content = registerMapping()
    for (const version of [1, 2]) {
      const made = await cms.rest('editor', 'POST', 'import-mappings', { content })
      expect([made.status, made.body.errors]).toEqual([201, undefined])
      expect(await savedMapping(cms.payload, '登记')).toEqual({ ...content, version })
    }
    expect(await mappingNames(cms.payload)).toEqual(['登记'])
    const wrong = await cms.rest('editor', 'POST', 'import-mappings', {
      content: { ...content, table: 'users' },
    })
    expect(wrong.status).toBe(400)
    expect(wrong.body.errors?.[0]?.message).toMatch(/对照表不能用/)
    expect((await cms.rest('contributor', 'POST', 'import-mappings', { content })).status).toBe(403)
    expect((await cms.rest('contributor', 'GET', 'import-mappings')).status).toBe(403)
    expect((await cms.rest('administrator', 'GET', 'imported-rows')).status).toBe(403)
  })

  test('without a browser: 0, 20 for the file, 21 for rows, 22 for the mapping, 1 for the person', async () => {
    const { runImport } = await import('../../../scripts/imports/runImport.ts')
    const written = (name: string, bytes: Buffer | string) => {
      writeFileSync(path.join(cms.dataDir, name), bytes)
      return path.join(cms.dataDir, name)
    }
    const mapping = written('登记.json', JSON.stringify(registerMapping()))
    const row = (cells: Parameters<typeof registerRow>[0]) =>
      registerRow({
        社区: place.area,
        主办: place.lead,
        吹哨时间: '2022-03-01',
        派单时间: null,
        到场时间: null,
        ...cells,
      })
    const book = (cells: Parameters<typeof registerRow>[0]) =>
      bytesOf(bookOf({ 表: [[...REGISTER], row(cells)] }))
    const good = written('好.xlsx', book({}))
    const run = async (more: object) => {
      const lines: string[] = []
      const asked = {
        file: good,
        mapping,
        email: 'editor@example.org',
        isDry: true,
        json: undefined,
        note: { words: null, kind: null },
        year: undefined,
        ...more,
      }
      const code = await runImport(cms.payload, asked, (line) => lines.push(line)).then(
        () => 0,
        (error: { code?: number; message: string }) => {
          lines.push(error.message)
          return error.code
        },
      )
      return [code, lines.join('\n')] as const
    }
    const json = path.join(cms.dataDir, 'plan.json')
    expect(await run({ json })).toEqual([0, expect.stringContaining('新建 1')])
    expect(await run({ file: written('坏.xlsx', '%PDF') })).toEqual([20, expect.stringContaining('PDF')])
    expect(await run({ file: path.join(cms.dataDir, '没有.xlsx') })).toEqual([
      20,
      expect.stringContaining('没有'),
    ])
    expect(await run({ file: written('问.xlsx', book({ 状态: '归档' })) })).toEqual([
      21,
      expect.stringContaining('L2'),
    ])
    expect(await run({ mapping: '没有这份' })).toEqual([22, expect.stringContaining('登记')])
    const other = written('别的.json', JSON.stringify({ ...registerMapping(), key: '流水号' }))
    expect(await run({ mapping: other })).toEqual([22, expect.stringContaining('流水号')])
    expect(await run({ email: 'nobody@example.org' })).toEqual([1, expect.stringContaining('没有 nobody')])
    expect(await run({ email: 'contributor@example.org' })).toEqual([
      1,
      expect.stringContaining('撰稿不能导入'),
    ])
  })
}
