import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

type Doc = Record<string, unknown> & { id: number | string }

/** What must hold of the history on every database. */
export function historyPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let id: number | string
  const KEY = 'WS-2022-000002'
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 4)
    id = await cms.idOf('cases', 'reference', KEY)
  })
  afterAll(() => cms?.close())

  const rows = async (where: Where = { reference: { equals: KEY } }) =>
    (await cms.payload.find({ collection: 'history', where, sort: ['createdAt', 'id'], limit: 0 }))
      .docs as unknown as Doc[]
  const chain = async () => (await import('../../../cms/src/history/chain.ts')).chainHistory(cms.payload)
  const check = async (told: Awaited<ReturnType<typeof chain>>) =>
    (await import('../../../cms/src/history/checkHistory.ts')).checkHistory(cms.payload, told)

  test('who did what, when, why, and from what to what stands in it for every save, and no private text', async () => {
    const note = { changeNote: '原来的写错了。', changeKind: 'correction', _status: 'published' }
    const patch = (body: object, query = '') => cms.plainly('publisher', 'PATCH', `cases/${id}${query}`, body)
    const title = (await cms.shown('cases', id))?.title
    expect((await patch({ title: '改过的标题', ...note })).status).toBe(200)
    expect((await patch({ title: '草稿' }, '?draft=true')).status).toBe(200)
    expect(
      (await patch({ _status: 'draft', withdrawReason: 'privacy', withdrawNote: '写了门牌' })).status,
    ).toBe(200)
    expect((await patch({ reporterPhone: '13812345678' }, '?draft=true')).status).toBe(200)
    const found = await rows()
    expect(
      found.map(({ deed, personName, kind, note: why }) => [deed, personName, kind ?? null, why ?? null]),
    ).toEqual([
      ['correct', 'publisher', 'correction', '原来的写错了。'],
      ['draft', 'publisher', null, null],
      ['unpublish', 'publisher', 'privacy', '写了门牌'],
      ['draft', 'publisher', null, null],
    ])
    expect(found[0]?.changes).toEqual([{ field: 'title', label: '标题', from: title, to: '改过的标题' }])
    expect(found[0]?.when).toMatch(/^\d{4}年\d+月\d+日 \d\d:\d\d$/)
    expect(found[3]?.changes).toEqual([
      expect.objectContaining({ field: 'reporterPhone', from: null, to: null }),
    ])
    expect(JSON.stringify(found)).not.toContain('13812345678')
  })

  test('a save that fails leaves no row, and nobody writes, changes or deletes one', async () => {
    const before = (await rows({})).length
    expect(
      (await cms.plainly('publisher', 'PATCH', `cases/${id}`, { title: '', _status: 'published' })).status,
    ).toBe(400)
    const [row] = await rows()
    for (const [method, address] of [
      ['POST', 'history'],
      ['PATCH', `history/${row?.id}`],
      ['DELETE', `history/${row?.id}`],
    ] as const)
      expect((await cms.rest('administrator', method, address, { note: '改' })).status).toBe(403)
    expect((await rows({})).length).toBe(before)
  })

  test.each([
    ['?unpublishAllLocales=true', { withdrawReason: 'mistaken' }],
    ['', { withdrawReason: 'mistaken', _status: 'draft' }],
  ])('withdrawing makes a version of its own, however it is asked (%s)', async (query, body) => {
    const other = await cms.idOf('cases', 'reference', 'WS-2022-000003')
    const states = async () => {
      const where: Where = { parent: { equals: other } }
      const { docs } = await cms.payload.findVersions({
        collection: 'cases',
        where,
        sort: 'createdAt',
        limit: 0,
      })
      return docs.map(({ version }) => version._status)
    }
    const before = await states()
    expect(before.at(-1)).toBe('published')
    expect((await cms.plainly('publisher', 'PATCH', `cases/${other}${query}`, body)).status).toBe(200)
    expect([await states(), await cms.shown('cases', other)]).toEqual([[...before, 'draft'], undefined])
    expect((await cms.plainly('publisher', 'PATCH', `cases/${other}`, { _status: 'published' })).status).toBe(
      200,
    )
  })

  test('withdrawing a record with a draft keeps the draft, and versions say who saved them', async () => {
    const { docs } = await cms.payload.findVersions({
      collection: 'cases',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      limit: 0,
    })
    const states = docs.map(({ version }) => [version._status, version.title])
    expect(states.slice(-4)).toEqual([
      ['published', '改过的标题'],
      ['draft', '草稿'],
      ['draft', '草稿'],
      ['draft', '草稿'],
    ])
    expect(docs.at(-1)?.version.updatedBy).toBeTruthy()
  })

  test('the chain goes on from where it ended, and holds', async () => {
    const first = await chain()
    expect(first?.count).toBe((await rows({})).length)
    expect(await chain()).toEqual(first)
    await cms.plainly('publisher', 'PATCH', `cases/${id}?draft=true`, { title: '又一稿' })
    const next = await chain()
    expect(next?.count).toBe((first?.count as number) + 1)
    expect([await check(first), await check(next), await check(null)]).toEqual([[], [], []])
  })

  test('a row that is emptied without an erasure, put in later, or moved in time shows', async () => {
    const told = await chain()
    const [row] = (await rows()) as [Doc]
    const { db } = cms.payload as Payload
    const write = (data: Record<string, unknown>) => db.updateOne({ collection: 'history', id: row.id, data })
    for (const data of [{ changes: null }, { note: null }]) {
      await write(data)
      expect((await check(told)).join()).toContain('也没有彻底清除过它')
      await write({ changes: row.changes, note: row.note })
      expect(await check(told)).toEqual([])
    }
    const long = new Date(Date.now() - 86_400_000).toISOString()
    for (const data of [{ createdAt: long }, { at: long }]) {
      await write(data)
      expect([data, (await check(told)).join()]).toEqual([data, expect.stringContaining('时刻被换过')])
      await write({ createdAt: row.createdAt, at: row.at })
    }
    const { id: _, ...copied } = row
    const forged = await db.create({
      collection: 'history',
      data: { ...copied, person: null, createdAt: long, at: long },
    })
    await db.updateOne({ collection: 'history', id: forged.id as number, data: { createdAt: long } })
    expect((await check(await chain())).join()).toContain('后来添的')
    await db.deleteOne({ collection: 'history', where: { id: { equals: forged.id } } })
    expect(await check(told)).toEqual([])
  })

  test('a row that is rewritten or taken out, and a history that is cut, show', async () => {
    const told = await chain()
    const [row] = (await rows()) as [Doc]
    const { db } = cms.payload as Payload
    const write = (data: Record<string, unknown>) => db.updateOne({ collection: 'history', id: row.id, data })
    await write({ personName: '别人' })
    expect((await check(told)).join()).toContain('对不上')
    await write({
      personName: 'publisher',
      changes: [{ field: 'title', label: '标题', from: '甲', to: '乙' }],
    })
    expect((await check(told)).join()).toContain('被换过')
    await write({ changes: row.changes })
    expect(await check(told)).toEqual([])
    const last = (await db.find({ collection: 'history-chain', sort: '-position', limit: 1 })).docs[0] as Doc
    await db.deleteOne({ collection: 'history-chain', where: { id: { equals: last.id } } })
    expect((await check(told)).join()).toContain('截短')
    await db.deleteOne({ collection: 'history', where: { id: { equals: row.id } } })
    expect((await check(null)).join()).toContain('不见了')
  })
}
