import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson, keyOf, type Row, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { shippedRows, shippedSettings, shippedSynonyms } from '../../support/newsroom/shippedRows.ts'

const CASES = 60

/** What must hold on every database of loading shipped records and reading them back as the snapshot. */
export function snapshotPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), CASES)
  })
  afterAll(() => cms?.close())
  const build = async () =>
    (await import('../../support/newsroom/buildSnapshot.ts')).buildSnapshot(cms.payload)
  const load = async (cases: number) => {
    const { loadRecords } = await import('../../../cms/src/loading/loadRecords.ts')
    return loadRecords(cms.payload, shippedRows(cases), { log: () => {}, progress: () => {} })
  }

  test('what was loaded comes back byte for byte, and the as-of day is the newest act', async () => {
    const { snapshot, problems } = await build()
    expect(problems).toEqual([])
    expect(snapshot.asOf).toBe('2023-01-05')
    expect(canonicalJson(snapshot.settings)).toBe(canonicalJson(shippedSettings))
    expect(canonicalJson(snapshot.synonyms)).toBe(canonicalJson(shippedSynonyms))
    const shipped = shippedRows(CASES)
    for (const table of TABLE_NAMES) {
      const rows = [...(shipped[table] as Row<TableName>[])].sort((a, b) =>
        keyOf(table, a) < keyOf(table, b) ? -1 : 1,
      )
      expect([...snapshot.tables[table].values()].map((r) => canonicalJson(r))).toEqual(
        rows.map((r) => canonicalJson(r)),
      )
    }
    expect(await cms.takeOutbox()).toEqual([])
  })

  test('named keys alone are read, and a key that is not published is not among them', async () => {
    const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
    const { rows } = await readPublished(cms.payload, 'cases', [
      'WS-2022-000002',
      'WS-2022-099999',
      'WS-2022-000001',
    ])
    expect(rows.map((r) => r.reference)).toEqual(['WS-2022-000001', 'WS-2022-000002'])
  })

  test('contacts that an earlier version kept as one text are public and shown as rows, and the next save keeps them', async () => {
    const { readPublished } = await import('../../../cms/src/snapshot/readPublished.ts')
    const contacts = async () =>
      (await readPublished(cms.payload, 'departments', ['chengjian'])).rows[0]?.contacts
    const where = { slug: { equals: 'chengjian' } }
    const text = '值班电话：0791-88112233（工作日9:00—17:00）\n13870900001 办公手机'
    await cms.payload.db.updateOne({ collection: 'departments', where, data: { contact: text } })
    const { docs: versions } = await cms.payload.db.findVersions({
      collection: 'departments',
      where: { 'version.slug': { equals: 'chengjian' } },
    })
    for (const { id, ...version } of versions)
      await cms.payload.db.updateVersion({
        collection: 'departments',
        id,
        versionData: { ...version, version: { ...version.version, contact: text } as never },
      })
    const rows = [
      { label: '值班电话', number: '0791-88112233', hours: '工作日9:00—17:00' },
      { label: '电话', number: '13870900001', hours: '办公手机' },
    ]
    expect(await contacts()).toEqual(rows)
    const read = await cms.rest('publisher', 'GET', 'departments?where[slug][equals]=chengjian&depth=0')
    const [doc] = read.body.docs as { id: number; contacts: object[] }[]
    expect(doc?.contacts).toMatchObject(rows)
    const saved = await cms.rest('publisher', 'PATCH', `departments/${doc?.id}`, {
      fullName: '高新区城建局',
      _status: 'published',
    })
    expect(saved.status, JSON.stringify(saved.body.errors)).toBe(200)
    expect(await contacts()).toEqual(rows)
    const cleared = await cms.rest('publisher', 'PATCH', `departments/${doc?.id}`, {
      contacts: [],
      _status: 'published',
    })
    expect(cleared.status).toBe(200)
    expect(await contacts()).toEqual([])
  })

  test('a second load creates nothing, and a deleted shipped record never returns', async () => {
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000050')
    expect((await cms.rest('publisher', 'DELETE', `cases/${id}`)).status).toBe(200)
    expect((await load(CASES)).cases).toEqual({ created: 0, skipped: CASES })
    expect((await build()).snapshot.tables.cases.has('WS-2022-000050')).toBe(false)
    const { wasWithdrawn } = await import('../../../cms/src/snapshot/wasWithdrawn.ts')
    expect(await wasWithdrawn(cms.payload, 'cases', 'WS-2022-000050')).toBe(true)
    expect(await wasWithdrawn(cms.payload, 'cases', 'WS-2022-000049')).toBe(false)
  })

  test('a load goes on where it stopped', async () => {
    expect((await load(CASES + 5)).cases).toEqual({ created: 5, skipped: CASES })
  })

  test('a shipped record that names what is not there is refused in words, and its batch leaves nothing', async () => {
    const { loadRecords } = await import('../../../cms/src/loading/loadRecords.ts')
    const cases = shippedRows(72)
      .cases.slice(70)
      .map((c) => ({ ...c }))
    Object.assign(cases[1] as object, { area: 'nirgendwo' })
    await expect(loadRecords(cms.payload, { cases }, { log: () => {}, progress: () => {} })).rejects.toThrow(
      /事项WS-2022-000072所指的区域nirgendwo不存在/,
    )
    expect((await build()).snapshot.tables.cases.has('WS-2022-000071')).toBe(false)
  })

  test('a pending draft and private fields stay out of the snapshot', async () => {
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000007')
    await cms.rest('publisher', 'PATCH', `cases/${id}`, { internalNote: '私下说的', _status: 'published' })
    await cms.rest('publisher', 'PATCH', `cases/${id}?draft=true`, { title: '草稿里的题' })
    const { snapshot } = await build()
    const text = canonicalJson(snapshot.tables.cases.get('WS-2022-000007'))
    expect(text).not.toContain('私下说的')
    expect(text).not.toContain('草稿里的题')
    expect(text).toContain('第7件')
  })

  test('one bad record is named and holds back nobody else', async () => {
    const id = await cms.idOf('cases', 'reference', 'WS-2022-000009')
    await cms.payload.db.updateOne({ collection: 'cases', id, data: { title: '' } })
    const { snapshot, problems } = await build()
    expect(problems).toMatchObject([
      { table: 'cases', key: 'WS-2022-000009', field: 'title', reason: '标题：没有填' },
    ])
    expect(snapshot.tables.cases.has('WS-2022-000009')).toBe(false)
    expect(snapshot.tables.cases.has('WS-2022-000010')).toBe(true)
  })

  test('the outbox gives the waiting rows and loses exactly those that are named', async () => {
    const { readOutbox, deleteOutbox } = await import('../../../cms/src/snapshot/outbox.ts')
    await cms.takeOutbox()
    for (const key of ['WS-2022-000011', 'WS-2022-000012']) {
      const id = await cms.idOf('cases', 'reference', key)
      await cms.rest('publisher', 'PATCH', `cases/${id}`, { place: '北门', _status: 'published' })
    }
    const rows = await readOutbox(cms.payload)
    expect(rows.map((r) => r.reference).sort()).toEqual(['WS-2022-000011', 'WS-2022-000012'])
    const first = rows.find((r) => r.reference === 'WS-2022-000011')
    await deleteOutbox(cms.payload, [first?.id as number])
    expect((await readOutbox(cms.payload)).map((r) => r.reference)).toEqual(['WS-2022-000012'])
  })
}
