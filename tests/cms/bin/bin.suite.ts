import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { type Answer, openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord, textField } from '../../support/newsroom/contractRecords.ts'

type Id = number | string
const DAY = 86_400_000

/** What must hold of the bin on every database. */
export function binPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let clear: (now: number, atOnce?: number) => Promise<string[]>
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 2)
    const { clearBin } = await import('../../../cms/src/bin/clearBin.ts')
    clear = (now, atOnce) => clearBin(cms.payload, now, atOnce)
  })
  afterAll(() => cms?.close())

  const sentence = (answer: Answer) => answer.body.errors?.[0]?.message ?? ''
  const REASON = { withdrawReason: 'mistaken', withdrawNote: '登记错了' }
  const into = (id: Id, table: TableName, more: object = REASON, who: Who = 'publisher') =>
    cms.plainly(who, 'PATCH', `${table}/${id}`, { deletedAt: new Date().toISOString(), ...more })
  const out = (id: Id, table: TableName, more: object = {}) =>
    cms.plainly('publisher', 'PATCH', `${table}/${id}?trash=true`, { deletedAt: null, ...more })
  const make = async (table: TableName, number: number, more: object = {}) => {
    const record = { ...(await freshRecord(cms.payload, table, number)), ...more }
    const made = await cms.rest('publisher', 'POST', table, record)
    expect([table, made.status, sentence(made)]).toEqual([table, 201, ''])
    return (made.body.doc as { id: Id }).id
  }
  const count = async (collection: 'acts' | 'history' | 'tombstones', reference: string, more: object = {}) =>
    (await cms.payload.count({ collection, where: { reference: { equals: reference }, ...more } })).totalDocs
  const deeds = async (reference: string) =>
    (
      await cms.payload.find({
        collection: 'history',
        where: { reference: { equals: reference } },
        sort: ['createdAt', 'id'],
      })
    ).docs.map(({ deed, kind, note }) => [deed, kind ?? null, note ?? null])

  describe.each(TABLE_NAMES)('%s', (table) => {
    test('goes into the bin as a withdrawal with its reason, comes back as a draft, and goes for good after thirty days', async () => {
      const key = freshKey(table, 1)
      const id = await make(table, 1, { _status: 'published' })
      await cms.takeOutbox()
      const bare = await into(id, table, {})
      expect([bare.status, sentence(bare)]).toEqual([400, expect.stringContaining('要写撤下的理由')])
      expect([await cms.shown(table, id), await cms.takeOutbox()]).toEqual([expect.anything(), []])

      const gone = await into(id, table)
      expect([gone.status, sentence(gone)]).toEqual([200, ''])
      expect([await cms.shown(table, id), await cms.takeOutbox()]).toEqual([undefined, [`${table} ${key}`]])
      expect((await cms.rest('publisher', 'GET', `${table}/${id}`)).status).toBe(404)
      expect((await deeds(key)).at(-1)).toEqual(['bin', 'mistaken', '登记错了'])
      expect([await count('acts', key), await count('tombstones', key)]).toEqual([2, 1])

      for (const query of ['', '?draft=true', '?trash=true', '?trash=true&draft=true']) {
        const written = await cms.rest('publisher', 'PATCH', `${table}/${id}${query}`, {
          [textField(table)]: '改一下',
        })
        expect([query, written.status]).toEqual([query, query.includes('trash') ? 409 : 404])
      }
      const again = await out(id, table, { _status: 'published' })
      expect([again.status, sentence(again)]).toEqual([200, ''])
      expect([await cms.shown(table, id), await cms.takeOutbox()]).toEqual([undefined, []])
      expect((await deeds(key)).at(-1)?.[0]).toBe('unbin')
      expect((await cms.rest('publisher', 'GET', `${table}/${id}`)).body).toMatchObject({ _status: 'draft' })

      expect((await cms.plainly('publisher', 'DELETE', `${table}/${id}`)).status).toBe(200)
      const now = Date.now()
      expect(await clear(now + 29 * DAY)).toEqual([])
      expect(await clear(now + 31 * DAY)).toEqual([expect.stringContaining(`${TABLES[table].label}${key}`)])
      expect((await deeds(key)).at(-1)?.[0]).toBe('purge')
      const left = await cms.payload.db.findVersions({ collection: table, where: { parent: { equals: id } } })
      const row = await cms.payload.db.findOne({ collection: table, where: { id: { equals: id } } })
      expect([left.totalDocs, row ?? null]).toEqual([0, null])
      const taken = await cms.rest('publisher', 'POST', table, await freshRecord(cms.payload, table, 1))
      expect([taken.status, sentence(taken)]).toEqual([400, expect.stringContaining('不能再给另一条')])
    })
  })

  test('a draft that was never public goes without a reason; its key is taken while it lies in the bin and free when it went', async () => {
    const id = await make('cases', 2)
    expect((await cms.plainly('publisher', 'DELETE', `cases/${id}`)).status).toBe(200)
    const record = await freshRecord(cms.payload, 'cases', 2)
    const first = await cms.rest('publisher', 'POST', 'cases', record)
    expect([first.status, sentence(first)]).toEqual([400, expect.stringContaining('回收站里')])
    expect(await clear(Date.now() + 31 * DAY)).toHaveLength(1)
    expect((await cms.rest('publisher', 'POST', 'cases', record)).status).toBe(201)
  })

  test('who may not delete puts nothing in and takes nothing out; nothing is deleted at once', async () => {
    const id = await make('cases', 3)
    for (const who of ['contributor', 'editor', 'auditor'] as const) {
      expect([who, (await into(id, 'cases', REASON, who)).status]).toEqual([who, 403])
      expect([who, (await cms.plainly(who, 'DELETE', `cases/${id}`, REASON)).status]).toEqual([who, 403])
    }
    expect((await into(id, 'cases')).status).toBe(200)
    const taken = await cms.plainly('editor', 'PATCH', `cases/${id}?trash=true`, { deletedAt: null })
    expect([taken.status, sentence(taken)]).toEqual([403, expect.stringContaining('发布人')])
    const deleted = await cms.plainly('administrator', 'DELETE', `cases/${id}?trash=true`)
    expect([deleted.status, sentence(deleted)]).toEqual([409, expect.stringContaining('30天')])
    expect((await out(id, 'cases')).status).toBe(200)
    const twice = await out(id, 'cases')
    expect([twice.status, sentence(twice)]).toEqual([409, expect.stringContaining('不在回收站里')])
  })

  test('what waits on its way to readers ends in the bin, and a draft over what is public goes with it', async () => {
    const id = await make('cases', 4, { _status: 'published' })
    await cms.rest('publisher', 'PATCH', `cases/${id}?draft=true`, { title: '等着的草稿' })
    const { version } = (await cms.rest('publisher', 'GET', `workflow?recordType=cases&id=${id}`)).body
    const step = { recordType: 'cases', id, step: 'approve', version }
    expect((await cms.rest('publisher', 'POST', 'workflow', step)).status).toBe(200)
    expect((await into(id, 'cases')).status).toBe(200)
    const { totalDocs } = await cms.payload.count({
      collection: 'steps',
      where: { and: [{ record: { equals: String(id) } }, { stands: { equals: true } }] },
    })
    expect(totalDocs).toBe(0)
    expect((await cms.rest('publisher', 'POST', 'workflow', step)).status).toBe(404)
    expect((await out(id, 'cases')).status).toBe(200)
    expect((await cms.rest('publisher', 'GET', `cases/${id}`)).body).toMatchObject({ title: '等着的草稿' })
  })

  test('no reader of records meets what lies in the bin; the list of the bin does', async () => {
    const mark = '只在回收站里的说法'
    const department = await make('departments', 7, { name: mark, shortName: '收站', _status: 'published' })
    const id = await make('cases', 7, { title: mark })
    const readers: Record<string, () => Promise<unknown>> = {
      released: async () => {
        const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
        return Promise.all(TABLE_NAMES.map((table) => readPublished(cms.payload, table)))
      },
      named: async () => {
        const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
        return readPublished(cms.payload, 'departments', [freshKey('departments', 7)])
      },
      desk: async () => {
        const { drafts } = await import('../../../cms/src/desk/drafts.ts')
        const req = { user: cms.users.publisher as never }
        return drafts({ payload: cms.payload, req, role: 'publisher', today: '2026-12-01' })
      },
      imports: async () => {
        const { readWorld } = await import('../../../cms/src/imports/readWorld.ts')
        const { named, current } = await readWorld(cms.payload, { name: '试', table: 'cases' } as never, {
          keys: [freshKey('cases', 7)],
        })
        return [named.departments, [...current]]
      },
      list: async () => (await cms.rest('publisher', 'GET', 'cases?limit=0')).body,
      drafts: async () => (await cms.rest('publisher', 'GET', 'cases?draft=true&limit=0')).body,
      number: async () => (await cms.rest('publisher', 'GET', 'cases/count?draft=true')).body,
      search: async () =>
        (await cms.rest('publisher', 'GET', `departments?where[name][like]=${encodeURIComponent(mark)}`))
          .body,
      bin: async () => (await cms.rest('publisher', 'GET', 'cases?trash=true&limit=0')).body,
    }
    const told = async () => {
      const found: [string, string][] = []
      for (const [name, read] of Object.entries(readers)) found.push([name, JSON.stringify(await read())])
      return new Map(found)
    }
    const before = await told()
    for (const [name, words] of before)
      if (name !== 'desk' && name !== 'number')
        expect([name, words]).toEqual([name, expect.stringContaining(mark)])
    expect((await into(id, 'cases')).status).toBe(200)
    expect((await into(department, 'departments')).status).toBe(200)
    const after = await told()
    for (const [name, words] of after) expect([name, words.includes(mark)]).toEqual([name, name === 'bin'])
    for (const name of ['desk', 'number']) expect(after.get(name)).not.toBe(before.get(name))
    expect(await clear(Date.now() + 31 * DAY)).toHaveLength(2)
  })

  test('a version that was put into the bin comes back without the bin', async () => {
    const id = await make('cases', 5)
    await into(id, 'cases')
    const versions = await cms.rest(
      'publisher',
      'GET',
      `cases/versions?where[parent][equals]=${id}&sort=-updatedAt&trash=true`,
    )
    const [binned] = versions.body.docs as { id: Id; version: { deletedAt?: string } }[]
    expect(binned?.version.deletedAt).toBeTruthy()
    expect((await cms.rest('publisher', 'POST', `cases/versions/${binned?.id}`)).status).toBe(403)
    await out(id, 'cases')
    expect((await cms.rest('publisher', 'POST', `cases/versions/${binned?.id}`)).status).toBe(200)
    const found = await cms.rest('publisher', 'GET', `cases/${id}?draft=true`)
    expect([found.status, found.body.deletedAt ?? null]).toEqual([200, null])
  })

  test('what a record in the bin names can go too; what a draft names by now stays in the bin', async () => {
    const area = await make('areas', 6)
    const naming = await make('cases', 6, { area })
    const refused = await into(area, 'areas')
    expect([refused.status, sentence(refused)]).toEqual([
      400,
      expect.stringMatching(/^不能放进回收站：有1份草稿用到它/),
    ])
    expect((await into(naming, 'cases')).status).toBe(200)
    expect((await into(area, 'areas')).status).toBe(200)
    expect((await out(naming, 'cases')).status).toBe(200)
    const early = await cms.rest('publisher', 'PATCH', `cases/${naming}`, { _status: 'published' })
    expect([early.status, sentence(early)]).toEqual([400, expect.stringContaining('在回收站里')])
    expect(await clear(Date.now() + 31 * DAY)).toEqual([])
    expect((await out(area, 'areas')).status).toBe(200)
  })

  test('what has to stay in the bin holds up nothing that came in later', async () => {
    const stays = await make('areas', 8)
    const naming = await make('cases', 8, { area: stays })
    const goes = await make('areas', 9)
    expect((await into(naming, 'cases')).status).toBe(200)
    for (const id of [stays, goes]) expect((await into(id, 'areas')).status).toBe(200)
    expect((await out(naming, 'cases')).status).toBe(200)
    expect(await clear(Date.now() + 31 * DAY, 1)).toEqual([
      expect.stringContaining(`${TABLES.areas.label}${freshKey('areas', 9)}`),
    ])
    expect((await out(stays, 'areas')).status).toBe(200)
  })
}
