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
}
