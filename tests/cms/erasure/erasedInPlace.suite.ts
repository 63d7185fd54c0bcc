import { expect, test } from 'vitest'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshRecord } from '../../support/newsroom/contractRecords.ts'

type Doc = Record<string, unknown> & { id: number | string }

/** What an erasure does to what readers never had. `cms` is opened by the suite that this one is part of. */
export function erasedInPlacePromises(cms: () => TestCms): void {
  test('words that stand only in a private field of a public record go from it where it stands', async () => {
    const words = '只在内部备注里的名字'
    const record = { ...(await freshRecord(cms().payload, 'cases', 17)), internalNote: `问过${words}` }
    const made = await cms().rest('publisher', 'POST', 'cases', { ...record, _status: 'published' })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    const { id } = made.body.doc as Doc
    const shown = async () => (await cms().shown('cases', id)) as unknown as Doc
    const before = await shown()
    const erase = (body: object) => cms().rest('administrator', 'POST', 'erasure', body)
    const seen = (await erase({ words })).body as unknown as { counts: object; inTheWay: string | null }
    expect(seen.inTheWay).toBeNull()
    const done = await erase({ words, reason: '当事人要求', counts: seen.counts })
    expect([done.status, done.body.errors]).toEqual([200, undefined])
    expect([before._status, before.internalNote]).toEqual(['published', `问过${words}`])
    expect(await shown()).toEqual({ ...before, internalNote: '问过〔已清除〕' })
    expect((await erase({ words })).body.counts).toEqual({})
  })

  test('words that told two things apart go from both, one after the other', async () => {
    const row = { recordType: 'cases', reference: 'WS-2022-000001', record: {}, hidden: {}, isUndone: false }
    const people = ['欧阳锁匠', '司徒瓦匠']
    for (const name of people) {
      const told = { name, version: 1, recordType: 'cases', content: {} }
      await cms().payload.db.create({ collection: 'import-mappings', data: told })
      const data = { ...row, mapping: '信访登记', sourceKey: name }
      await cms().payload.db.create({ collection: 'imported-rows', data })
    }
    const erase = (body: object) => cms().rest('administrator', 'POST', 'erasure', body)
    for (const words of people) {
      const { counts } = (await erase({ words })).body
      expect(counts).toEqual({ 'import-mappings': 1, 'imported-rows': 1 })
      const done = await erase({ words, reason: '当事人要求', counts })
      expect([words, done.status, done.body.errors]).toEqual([words, 200, undefined])
      expect((await erase({ words })).body.counts).toEqual({})
    }
  })
}
